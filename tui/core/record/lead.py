"""Which side leads: the other one than last time."""

from collections.abc import Iterable

from tui.core.exercises.exercise import Side
from tui.core.record.record import Origin, Record
from tui.core.text.problems import StoreProblem


def next_lead(records: Iterable[Record]) -> Side:
    """Return the leading side of a new session: the left one where nothing can be read of another.

    Args:
        records: the newest first; read until a timed one has a counted unit with sides.
    """
    try:
        for record in records:
            if record.origin is Origin.TIMED and record.lead_side and _has_sides(record):
                return record.lead_side.other
    except StoreProblem:
        pass
    return Side.LEFT


def _has_sides(record: Record) -> bool:
    return any(part.per_side and part.units_done for part in record.exercises)
