"""Runs a program on a real pseudo-terminal, types on it, and reads the screen as a person would see it."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PROGRAM = (sys.executable, "-m", "tui")
_CHUNK = 65536
_KEPT = ("PATH", "LANG", "COVERAGE_PROCESS_START")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a person with a usual terminal, all data under `home`, and no sound."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "LANG", "COVERAGE_PROCESS_START")
    }
    return {
        **kept,
        "HOME": str(home),
        "UNHUNCH_HOME": str(home),
        "TERM": "xterm-256color",
        "SDL_AUDIODRIVER": "dummy",
        **more,
    }


class Terminal:
    """A program and the terminal it runs on.

    Args:
        command: what to run.
        environ: its environment.
        columns: width of the terminal.
        rows: height of the terminal.
        cwd: where it runs.
        sized: whether the terminal tells its size; 0 columns and 0 rows otherwise.
    """

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        columns: int = 100,
        rows: int = 30,
        cwd: Path | None = None,
        sized: bool = True,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.watchers: list[Callable[[], None]] = []
        self.behind_s = 0.0
        """How far the screen was behind the program at worst: the longest that one read took."""
        self._outer, self._inner = os.openpty()
        if sized:
            self._set_size(columns, rows)
        self.settings_before = termios.tcgetattr(self._inner)
        self.process = subprocess.Popen(
            command,
            stdin=self._inner,
            stdout=self._inner,
            stderr=self._inner,
            env=dict(environ),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for end in (self._outer, self._inner):
            if end >= 0:
                os.close(end)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def in_alternate_screen(self) -> bool:
        """Whether the program has entered the alternate screen and not left it."""
        return self.written.rfind(b"\x1b[?1049h") > self.written.rfind(b"\x1b[?1049l")

    @property
    def cursor_hidden(self) -> bool:
        """Whether the program has hidden the cursor and not shown it again."""
        return self.written.rfind(b"\x1b[?25l") > self.written.rfind(b"\x1b[?25h")

    @property
    def settings_restored(self) -> bool:
        """Whether echo, line mode and all else are as they were before the program."""
        return termios.tcgetattr(self._inner) == self.settings_before

    @staticmethod
    def clock() -> float:
        """Return the instant, on the monotonic clock."""
        return time.monotonic()

    def type(self, keys: str) -> None:
        """Type these keys."""
        self.type_bytes(keys.encode())

    def type_bytes(self, data: bytes) -> None:
        """Send bytes as if they came from the keyboard."""
        os.write(self._outer, data)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        self.process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def damage(self) -> None:
        """Clear the screen and write on it, as another program of the same terminal does."""
        self._stream.feed(b"\x1b[2J\x1b[H\x1b[31mBroadcast message\r\n")

    def hang_up(self) -> None:
        """Close the window: the program's terminal goes away."""
        self.settings_before = []
        os.close(self._inner)
        os.close(self._outer)
        self._inner = self._outer = -1

    def read(self, patience_s: float) -> bool:
        """Read what the program writes within `patience_s` seconds; return whether it wrote anything."""
        data = self.take(patience_s)
        if data is None:
            return False
        began = time.monotonic()
        self.show(data)
        self.behind_s = max(self.behind_s, time.monotonic() - began)
        return bool(data)

    def take(self, patience_s: float) -> bytes | None:
        """Return what the program writes within `patience_s` seconds, to be shown later; None for nothing."""
        return os.read(self._outer, _CHUNK) if self.has_written(patience_s) else None

    def show(self, data: bytes) -> None:
        """Draw what the program has written."""
        self.written += data
        self._stream.feed(data)
        for watcher in self.watchers:
            watcher()

    def has_written(self, patience_s: float) -> bool:
        """Wait until there is something to read; return whether there is within `patience_s` seconds."""
        return self._outer >= 0 and bool(select.select([self._outer], [], [], patience_s)[0])

    def wait_for(self, seen: str | Callable[[], bool], patience_s: float = 60.0) -> None:
        """Read until a text is on the screen or a condition holds; fail with the screen otherwise."""
        until = time.monotonic() + patience_s
        holds = seen if callable(seen) else lambda: seen in self.text
        while not holds():
            left = until - time.monotonic()
            if left <= 0:
                raise AssertionError(f"not seen within {patience_s} s: {seen}\n{self.text}")
            self.read(min(left, 0.1))
            if self.process.poll() is not None and not self.read(0.1) and not holds():
                raise AssertionError(f"ended ({self.process.returncode}) before: {seen}\n{self.text}")

    def read_for(self, seconds: float) -> None:
        """Read for a while, as a person looks at a screen before pressing a key."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def wait_for_end(self, patience_s: float = 60.0) -> int:
        """Read until the program has ended; return its exit status."""
        until = time.monotonic() + patience_s
        while self.process.poll() is None:
            if time.monotonic() > until:
                raise AssertionError(f"still running after {patience_s} s\n{self.text}")
            self.read(0.05)
        while self.read(0.1):
            pass
        return self.process.returncode

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._outer, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
