"""What a command has of the world outside: its streams, its environment and the clock."""

import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TextIO

from tui.adapters.files.safe_file import TooLarge
from tui.adapters.machine.clock import MachineClock
from tui.core.timer.clock import Clock


class Streams:
    """The surroundings of one run of the program.

    Args:
        environ: its variables.
        clock: tells the time.
        stdin: None when there is no standard input at all.
        out: where answers are printed.
        err: where problems are told.
    """

    def __init__(
        self, environ: Mapping[str, str], clock: Clock, stdin: TextIO | None, out: TextIO, err: TextIO
    ) -> None:
        self.environ = environ
        self.clock = clock
        self.stdin = stdin
        self.out = out
        self.err = err
        self.warned: set[str] = set()
        """What was told on standard error: one fault is told once, whoever else comes upon it."""
        self.unanswered: list[OSError] = []
        """Why the answer to what was done could not be written, each time."""

    def say(self, line: str = "") -> None:
        """Print one line and flush it, so that a pipe or a screen reader has it at once."""
        self.out.write(line + "\n")
        self.out.flush()

    def answer(self, line: str) -> None:
        """Print one line about what was done; where that fails, the rest is done all the same."""
        try:
            self.say(line)
        except OSError as error:
            self.unanswered.append(error)

    def warn(self, line: str) -> None:
        """Print one line on standard error, under the program's name; the same one only once."""
        if line in self.warned:
            return
        self.warned.add(line)
        self.err.write(f"unhunch: {line}\n")
        self.err.flush()

    def write_bytes(self, data: bytes) -> None:
        """Write to standard output as it is, whatever its encoding."""
        binary = getattr(self.out, "buffer", None)
        if binary is None:
            self.out.write(data.decode())
            return
        self.out.flush()
        binary.write(data)

    def read_bytes(self, most: int) -> bytes:
        """Return all of standard input.

        Raises:
            TooLarge: when it is longer than `most` bytes, or never ends.
        """
        binary = getattr(self.stdin, "buffer", None)
        if binary is None:
            return self.stdin.read(most).encode() if self.stdin else b""
        data = bytes(binary.read(most + 1))
        if len(data) > most:
            raise TooLarge(most)
        return data


def process_shell() -> Streams:
    """Return this process's own surroundings; what an encoding lacks is printed as `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    return Streams(
        environ=os.environ,
        clock=MachineClock(),
        stdin=sys.stdin,
        out=sys.stdout or _nowhere(),
        err=sys.stderr or _nowhere(),
    )


def require_full_screen(streams: Streams) -> None:
    """Make sure that the full screen can be used here, in all the colours that there are.

    Raises:
        UsageProblem: when it cannot.
    """
    from tui.adapters.machine.terminal import find_terminal, full_screen_problem, tell_textual

    terminal = find_terminal(streams.environ, streams.stdin, streams.out, streams.err)
    if problem := full_screen_problem(terminal):
        raise problem
    tell_textual(terminal)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")
