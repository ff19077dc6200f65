"""What is said after a session: what was done, and how the days stand."""

from collections.abc import Mapping

from tui.core.record.record import ExerciseRecord, Record
from tui.core.streaks.status import Status
from tui.core.text.date_words import counted


def done_line(done: ExerciseRecord) -> str:
    """Return what was done of an exercise, of each side where it has sides."""
    if not done.per_side:
        counted = f"{done.total}"
        return counted if done.completed else f"{counted} of {done.target}"
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
