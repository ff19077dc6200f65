"""The words of a session as printed lines, one a cue."""

from tui.core.history.wording import done_line, lasted, names_of
from tui.core.record.record import Record
from tui.core.timer.events import Event, Paused, PhaseStarted
from tui.core.timer.now import resuming, word
from tui.core.timer.plan import Plan
from tui.core.timer.session import Session
from tui.core.timer.timeline import Phase, PhaseKind

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
