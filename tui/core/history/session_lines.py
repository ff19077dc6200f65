"""A session in one line, for lists on the screen and on paper."""

from collections.abc import Mapping
from datetime import date

from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.text.date_words import MONTHS, WEEKDAYS

_ORIGINS = {Origin.TIMED: "", Origin.HAND: "by hand", Origin.IMPORT: "imported"}


def day_text(day: date) -> str:
    """Return a day as `Sun 22 Nov`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day:>2} {MONTHS[day.month - 1]}"


def counts_text(part: ExerciseRecord, short: str) -> str:
    """Return what was done of one exercise: `rotate 3+3`, `arch 2 of 3`."""
    done = f"{part.left}+{part.right}" if part.per_side else f"{part.total}"
    return f"{short} {done}" if part.completed else f"{short} {done} of {part.target}"


def felt_text(record: Record) -> str:
    """Return how a session felt, nothing when nobody said."""
    return next((part.felt.value for part in record.exercises if part.felt), "")


def session_line(record: Record, shorts: Mapping[str, str] = {}) -> str:
    """Return a session as `Sun 22 Nov  14:05  both  rotate 3+3  arch 3  fine`.

    Args:
        record: the session.
        shorts: short names of exercises by id; one that is missing is told by its id.
    """
    routine = shorts.get(record.routine, record.routine)
    counts = "  ".join(counts_text(part, shorts.get(part.id, part.id)) for part in record.exercises)
    partial = "partial" if record.partial else ""
    rest = (felt_text(record), partial, _ORIGINS[record.origin])
    start = f"{day_text(record.day)}  {record.started_at:%H:%M}  {routine:<8}  {counts}"
    return "  ".join((start, *(text for text in rest if text)))
