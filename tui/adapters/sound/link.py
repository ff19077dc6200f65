"""A child process that is told and answers in lines, and can never hold its parent up."""

import contextlib
import os
import select
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from tui.adapters.files.safe_file import new_log

LINE_BYTES = 4000
"""The longest line: less than POSIX's least PIPE_BUF on Linux and macOS would split it."""

_PATIENCE_S = 3.0
_START = "import sys; sys.path.append(sys.argv[1]); from tui.adapters.sound.child import main; main()"


def mixer_command() -> list[str]:
    """Return the command that runs `mixer_child` of this very installation, whatever folder we are in."""
    root = str(Path(__file__).resolve().parents[3])
    return [sys.executable, "-P", "-c", _START, root]


THRIFTY = {"MALLOC_TRIM_THRESHOLD_": "131072"}
"""Has glibc give back what a sound took once it is let go: 32 MB of 40 stay; others heed it not."""


class Link:
    """A running child in a session of its own, so that the terminal's Ctrl+C and Ctrl+Z pass it by.

    Args:
        command: what to run.
        environ: its environment.
        log: where its standard error goes; nowhere when None.

    Raises:
        OSError: when it cannot be started.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], log: Path | None = None) -> None:
        with contextlib.ExitStack() as stack:
            errors = stack.enter_context(_log_file(log))
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**THRIFTY, **environ},
                bufsize=0,
                start_new_session=True,
            )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        os.set_blocking(self._to.fileno(), False)
        os.set_blocking(self._from.fileno(), False)
        self._rest = b""
        self.ended = False
        """Whether the child has closed its side."""

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def write(self, line: str) -> bool:
        """Send one line of at most `LINE_BYTES`; return False when it was dropped, whole."""
        try:
            return os.write(self._to.fileno(), line.encode() + b"\n") > 0
        except BlockingIOError:
            return False
        except (OSError, ValueError):
            self.ended = True
            return False

    def lines(self, timeout_s: float = 0.0) -> list[bytes]:
        """Return the lines that have arrived, waiting at most `timeout_s` for the first byte."""
        if self.ended:
            return []
        if timeout_s > 0:
            select.select([self._from], [], [], timeout_s)
        while True:
            try:
                got = os.read(self._from.fileno(), 65536)
            except BlockingIOError:
                break
            except OSError:
                got = b""
            if not got:
                self.ended = True
                break
            self._rest += got
        *whole, self._rest = self._rest.split(b"\n")
        return whole

    def close(self, *, kill: bool = False) -> None:
        """Close the child's input, which ends it; a thread buries it, nobody waits."""
        self.ended = True
        for end in (self._to, self._from):
            with contextlib.suppress(OSError):
                end.close()
        if kill:
            self._process.kill()
        threading.Thread(target=_bury, args=(self._process,), daemon=True).start()


def _bury(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _log_file(log: Path | None) -> BinaryIO:
    """Open `log` for its owner only; whatever cannot be logged is dropped."""
    try:
        return open(new_log(log) if log else os.devnull, "wb")
    except OSError:
        return open(os.devnull, "wb")
