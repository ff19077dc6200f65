"""Textual's driver for Linux and macOS, mended where a terminal's input or signals could end the program."""

import codecs
from typing import Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Reads invalid UTF-8 as replacement characters, and comes back from a stop that it did not make itself.

    See https://github.com/Textualize/textual/issues/6456.
    """

    def run_input_thread(self) -> None:
        """Wait for input, decoding whatever bytes come."""
        vars(linux_driver)["getincrementaldecoder"] = _forgiving
        super().run_input_thread()

    def _sigcont_application(self, *_: Any) -> None:
        if self._must_signal_resume:
            super()._sigcont_application()


def _forgiving(encoding: str) -> Any:
    return lambda: codecs.getincrementaldecoder(encoding)(errors="replace")
