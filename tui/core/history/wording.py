"""What is said of a session, of the days after it, and of a change of the history."""

from collections.abc import Mapping
from datetime import date

from tui.core.record.record import ExerciseRecord, Record
from tui.core.record.undo import AwayChange, Change, Step
from tui.core.streaks.status import Status
from tui.core.text.date_words import counted, named_day, named_days


def done_line(done: ExerciseRecord) -> str:
    """Return what was done of an exercise, of each side where it has sides."""
    if not done.per_side:
        return f"{done.total}" if done.completed else f"{done.total} of {done.target}"
    each = f"left {done.left}, right {done.right}"
    return each if done.completed else f"{each}, of {done.target} each"


def kept_line(record: Record, names: Mapping[str, str]) -> str:
    """Return in a few words what was counted: `Sit and Rotate left 2, right 1`; empty when nothing was."""
    parts = zip(names_of(record, names), record.exercises, strict=True)
    return "; ".join(f"{name} {done_line(done)}" for name, done in parts if done.units_done)


def lasted(seconds: float) -> str:
    """Return how long a session ran, in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def streak_lines(status: Status) -> tuple[str, ...]:
    """Return how the days stand, calmly: nothing is said of a streak that is not there."""
    lines: list[str] = []
    if status.streak:
        days = counted(status.streak, status.unit)
        best = f", best {status.best}" if status.best > status.streak else ", your best"
        lines.append(f"Streak {days}{best if status.best > 1 else ''}")
    elif status.best > 1:
        lines.append(f"Best streak {counted(status.best, status.unit)}")
    if status.week.of:
        lines.append(f"This week {status.week.line}")
    return tuple(lines)


def names_of(record: Record, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the exercises' names, the id of one that is not known any more."""
    return tuple(names.get(done.id, done.id) for done in record.exercises)


def made_words(step: Step, today: date, *, restored: bool = False) -> str:
    """Return what was done: `Marked Fri 20 - Sun 22 Nov as away (3 days)`.

    Args:
        step: what was changed.
        today: the day it is.
        restored: whether a session that came in had been deleted before.
    """
    if isinstance(step, AwayChange):
        number = counted((step.wanted.last - step.wanted.first).days + 1, "day")
        return f"Marked {_days(step, today)} ({number})"
    came = "Restored" if restored else "Added"
    act = "Edited" if step.before and step.after else came if step.after else "Deleted"
    return f"{act} {_session(step, today)}"


def undone_words(step: Step, today: date) -> str:
    """Return what was undone: `Undone: the session of Sat 21 Nov that was added`."""
    if isinstance(step, AwayChange):
        return f"Undone: {_days(step, today)}"
    session = _session(step, today)
    if step.before and step.after:
        return f"Undone: what was edited of {session}"
    return f"Undone: {session} that was {'added' if step.after else 'deleted'}"


def _days(step: AwayChange, today: date) -> str:
    kind = "away" if step.away else "not away"
    return f"{named_days(step.wanted.first, step.wanted.last, today)} as {kind}"


def _session(step: Change, today: date) -> str:
    record = step.after or step.before
    return f"the session of {named_day(record.day, today)}" if record else "nothing"
