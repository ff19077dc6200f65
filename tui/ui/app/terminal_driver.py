"""Textual's driver for Linux and macOS, mended where a terminal's input or signals could end the program."""

import codecs
import os
from typing import Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.core.terminal.terminal_diff import Thrift


class TerminalDriver(LinuxDriver):
    """Reads invalid UTF-8 as replacement characters, and comes back whole from any stop.

    See https://github.com/Textualize/textual/issues/6456.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._thrift = Thrift()
        self._size = self._size or self._get_terminal_size()

    def write(self, data: str) -> None:
        """Write to the terminal, in as few bytes as will do."""
        super().write(self._thrift.squeeze(data, *self._get_terminal_size()))

    def paint(self, text: str, rows: range) -> None:
        """Write text that changes nothing but cells of these rows, from 1 on, and could not be shorter."""
        self._thrift.forget_rows(rows)
        super().write(text)

    def run_input_thread(self) -> None:
        """Wait for input, decoding whatever bytes come."""
        vars(linux_driver)["getincrementaldecoder"] = _forgiving
        super().run_input_thread()

    def _sigcont_application(self, *_: Any) -> None:
        """Come back; after a stop from outside let go of everything first, or each thread is there twice."""
        if not self._must_signal_resume:
            if os.tcgetpgrp(self.fileno) != os.getpgrp():
                return
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()


def _forgiving(encoding: str) -> Any:
    return lambda: codecs.getincrementaldecoder(encoding)(errors="replace")
