"""Runs a session as printed lines: the same run, sounds and record as the full screen."""

import signal
from collections.abc import Callable
from dataclasses import dataclass

from tui.adapters.machine.console import Console, Heard
from tui.cli.plain_lines import line_of
from tui.core.timer.clock import Clock
from tui.core.timer.events import Event
from tui.core.timer.run import SessionRun


@dataclass(frozen=True, slots=True)
class Outcome:
    """Why nothing more is printed of a session."""

    signal: int | None = None
    """The signal that asked the program to leave."""
    closed: bool = False
    """Whether nobody reads the lines any more."""


class PlainSession:
    """One session on a plain terminal or a pipe.

    Args:
        run: the session in time, started at the clock's present instant.
        clock: the machine's clocks.
        console: where Enter and the signals come from; entered already.
        say: prints one line; an OSError means that nobody reads any more.
    """

    def __init__(self, run: SessionRun, clock: Clock, console: Console, say: Callable[[str], None]) -> None:
        self._run = run
        self._clock = clock
        self._console = console
        self._say = say

    def run(self) -> Outcome:
        """Run the session until it is over, a signal comes, or nobody reads any more.

        Ctrl+C ends the session; what else ends the program leaves it under way.
        """
        events = self._run.tick()
        while True:
            try:
                self._tell(events)
            except OSError:
                return Outcome(closed=True)
            if self._run.session.ended:
                return Outcome()
            heard = self._console.wait(self._run.quiet_until - self._clock.monotonic())
            if heard.signal is not None:
                if heard.signal == signal.SIGINT:
                    self._run.finish()
                return Outcome(signal=heard.signal)
            events = self._obey(heard)

    def _obey(self, heard: Heard) -> tuple[Event, ...]:
        events = () if heard.lines else self._run.tick()
        for _ in heard.lines:
            events += self._run.toggle()
        if self._run.session.paused and not self._console.listening:
            events += self._run.resume()
        return events

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            line = line_of(event, self._run.session)
            if line:
                self._say(line)
