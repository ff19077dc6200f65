"""Runs a session as printed lines: the same engine, sounds and record as the full screen."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.adapters.machine.clock import Clock
from tui.adapters.machine.console import Console, Heard
from tui.cli.plain_lines import line_of
from tui.core.timer.conductor import Conductor
from tui.core.timer.events import Event, UnitCounted
from tui.core.timer.run import GapGuard

TICK_S = 0.25
"""The sounds are looked after this often; the lines come at their own instants."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Why a session is over."""

    signal: int | None = None
    """The signal that asked the program to leave."""
    closed: bool = False
    """Whether nobody reads the lines any more."""


class PlainSession:
    """One session on a plain terminal or a pipe.

    Args:
        conductor: the session and its sounds, started at the clock's present instant.
        clock: the machine's clocks.
        console: where Enter and the signals come from; entered already.
        say: prints one line; an OSError means that nobody reads any more.
        count: called when a unit has been counted, before anything is printed.
    """

    def __init__(
        self,
        conductor: Conductor,
        clock: Clock,
        console: Console,
        say: Callable[[str], None],
        count: Callable[[], None],
    ) -> None:
        self._conductor = conductor
        self._session = conductor.session
        self._clock = clock
        self._console = console
        self._say = say
        self._count = count

    def run(self) -> Outcome:
        """Run the session until it is over, a signal comes, or nobody reads any more."""
        now = self._clock.monotonic()
        guard = GapGuard(now, self._wall())
        events = self._conductor.tick(now)
        while True:
            try:
                self._tell(events)
            except OSError:
                self._conductor.finish(self._clock.monotonic())
                return Outcome(closed=True)
            if self._session.ended:
                return Outcome()
            heard = self._console.wait(self._patience(now))
            now = self._clock.monotonic()
            gap = guard.gap_before(now, self._wall())
            if heard.signal is not None:
                self._conductor.finish(now if gap is None else gap)
                return Outcome(signal=heard.signal)
            events = self._pass(now, gap) + self._obey(now, heard)

    def _pass(self, now: float, gap: float | None) -> tuple[Event, ...]:
        if gap is None or self._session.paused:
            return self._conductor.tick(now)
        events = self._conductor.pause(gap)
        return events if self._console.listening else events + self._conductor.resume(now)

    def _obey(self, now: float, heard: Heard) -> tuple[Event, ...]:
        events: tuple[Event, ...] = ()
        for _ in heard.lines:
            turn = self._conductor.resume if self._session.paused else self._conductor.pause
            events += turn(now)
        if heard.end_of_input and self._session.paused:
            events += self._conductor.resume(now)
        return events

    def _tell(self, events: tuple[Event, ...]) -> None:
        lines: list[str] = []
        for event in events:
            if isinstance(event, UnitCounted):
                self._count()
            line = line_of(event, self._session)
            if line:
                lines.append(line)
        for line in lines:
            self._say(line)

    def _patience(self, now: float) -> float:
        phase = self._session.phase
        if phase is None or self._session.paused:
            return TICK_S
        return min(TICK_S, phase.end - now)

    def _wall(self) -> float:
        return self._clock.now().timestamp()
