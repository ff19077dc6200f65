"""What an exercise has come to week by week: the repetitions of its best session in each."""

from collections.abc import Iterable
from datetime import date, timedelta

from tui.core.record.record import ExerciseRecord, Record
from tui.core.text.week_start import week_start


def trends(
    records: Iterable[Record], weeks: int, today: date, first_weekday: int = 0
) -> dict[str, tuple[int, ...]]:
    """Return the most repetitions in a session, by exercise and week: of each side where there are two.

    Args:
        records: the newest day first; nothing is read beyond the first one that is too old.
        weeks: how many, the last one today's.
        today: the day it is.
        first_weekday: with which weekday weeks begin, 0 = Monday.
    """
    last = week_start(today, first_weekday)
    first = last - timedelta(weeks=weeks - 1)
    best: dict[str, list[int]] = {}
    for record in records:
        if record.day < first:
            break
        week = (week_start(record.day, first_weekday) - first).days // 7
        for part in record.exercises if week < weeks else ():
            values = best.setdefault(part.id, [0] * weeks)
            values[week] = max(values[week], _repetitions(part))
    return {exercise: tuple(values) for exercise, values in best.items()}


def _repetitions(part: ExerciseRecord) -> int:
    return min(part.left, part.right) if part.per_side else part.total
