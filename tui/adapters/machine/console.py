"""Waits on a plain terminal or pipe: for a while, for a line, for a signal, whichever comes first."""

import os
import select
import signal
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, Self, TextIO

_CHUNK = 4096
_Handler = Callable[[int, FrameType | None], Any] | int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What came while waiting; all empty when only time passed."""

    lines: tuple[str, ...] = ()
    signal: int | None = None
    """The first signal that asks the program to leave."""


class Console:
    """Standard input and the signals that ask to leave, while it is entered as a context.

    A signal interrupts nothing: it is reported by `wait`, so that what is being saved is saved. Only a
    second Ctrl+C is a KeyboardInterrupt at once, for whoever will not wait for that.

    Args:
        stdin: the lines come from there; None when there is none.
    """

    def __init__(self, stdin: TextIO | None) -> None:
        self._source = _descriptor(stdin)
        self._partial = b""
        self._signal: int | None = None
        self._before: dict[int, _Handler] = {}
        self._wake: tuple[int, int] = (-1, -1)

    @property
    def listening(self) -> bool:
        """Whether a line may still come."""
        return self._source is not None

    def __enter__(self) -> Self:
        """Take over the signals."""
        self._wake = os.pipe()
        for end in self._wake:
            os.set_blocking(end, False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in self._wake:
            os.close(end)

    def wait(self, timeout_s: float) -> Heard:
        """Wait for at most `timeout_s` seconds, without using the processor; return what came first."""
        sources = [self._wake[0]] if self._source is None else [self._wake[0], self._source]
        ready, _, _ = select.select(sources, [], [], max(0.0, timeout_s))
        lines = self._read(self._source) if self._source is not None and self._source in ready else ()
        return Heard(lines, self._signal)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        if self._signal is None:
            self._signal = number
            os.write(self._wake[1], b"!")
        elif number == signal.SIGINT:
            raise KeyboardInterrupt

    def _read(self, source: int) -> tuple[str, ...]:
        try:
            data = os.read(source, _CHUNK)
        except OSError:  # the terminal has gone
            data = b""
        if not data:
            self._source = None
            return ()
        *lines, self._partial = (self._partial + data).split(b"\n")
        self._partial = self._partial[-_CHUNK:]
        return tuple(line.decode(errors="replace") for line in lines)


def _descriptor(stream: TextIO | None) -> int | None:
    try:
        return stream.fileno() if stream and not stream.closed else None
    except (OSError, ValueError):
        return None
