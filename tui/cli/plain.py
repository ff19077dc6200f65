"""A session as printed lines: the same run, sounds and record as the full screen, and its words."""

import signal
from collections.abc import Callable
from dataclasses import dataclass

from tui.adapters.machine.console import Console, Heard
from tui.core.history.wording import done_line, lasted, names_of
from tui.core.record.record import Record
from tui.core.timer.clock import Clock
from tui.core.timer.events import Event, Paused, PhaseStarted
from tui.core.timer.now import resuming, word
from tui.core.timer.plan import Phase, PhaseKind, Plan
from tui.core.timer.run import SessionRun
from tui.core.timer.session import Session

_WORD_COLUMNS = 9


def opening_line(plan: Plan) -> str:
    """Return what is going to be done."""
    parts = (
        f"{item.exercise.name} {item.exercise.dose_line(item.reps, item.hold_s)}" for item in plan.exercises
    )
    return "; ".join(parts) + "."


def line_of(event: Event, session: Session) -> str | None:
    """Return the line that tells `event`, None when it needs none."""
    if isinstance(event, PhaseStarted):
        return _line(word(session.plan, event.phase), _details(session.plan, event.phase))
    if isinstance(event, Paused):
        return _line("PAUSED", f"Enter goes on: {resuming(session)}")
    return None


def outcome_lines(record: Record, plan: Plan) -> tuple[str, ...]:
    """Return what a session came to: a line for each exercise."""
    names = {item.exercise.id: item.exercise.name for item in plan.exercises}
    lines = [
        f"{name}: {done_line(done)}"
        for name, done in zip(names_of(record, names), record.exercises, strict=True)
    ]
    return (_line("PARTIAL" if record.partial else "DONE", lasted(record.seconds)), *lines)


def _details(plan: Plan, phase: Phase) -> str:
    planned = plan.exercises[phase.unit.exercise]
    length = f"{phase.seconds:g} s"
    count = f"{phase.unit.rep + 1} of {planned.reps}"
    match phase.kind:
        case PhaseKind.READY | PhaseKind.NEXT:
            return f"{planned.exercise.name}, {length}"
        case PhaseKind.MOVE:
            last = ", the last one" if phase.unit.last_rep else ""
            return f"{count}, {length}{last}"
        case PhaseKind.HOLD:
            side = f"{phase.unit.side.value} " if phase.unit.side else ""
            return f"{side}{count}, {length}"
    return length


def _line(first: str, details: str) -> str:
    return f"{first:<{_WORD_COLUMNS}}{details}"


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
