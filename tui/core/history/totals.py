"""Sums over the history: in all, a week, what stiffness came to, and how repetitions have grown."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from tui.core.record.record import ExerciseRecord, Record
from tui.core.streaks.days import Days, sums_of
from tui.core.text.date_words import counted
from tui.core.text.weekdays import week_start

SCALE = range(10)
"""Readings of stiffness."""
FEWEST_READINGS = 10
"""Sessions with stiffness before and after from which there is something to say."""


class Totals(NamedTuple):
    """All that was ever done."""

    sessions: int
    repetitions: int
    """Units: of an exercise with sides, each side's are counted."""
    seconds: float

    @property
    def line(self) -> str:
        """The totals in a few words, as `214 sessions  1,840 repetitions  5 h 10 min`; no time of 0."""
        line = f"{counted(self.sessions, 'session')}  {counted(self.repetitions, 'repetition')}"
        return f"{line}  {duration(self.seconds)}" if self.seconds else line


class WeekBar(NamedTuple):
    """The repetitions of one ISO week."""

    monday: date
    repetitions: int


def totals(days: Days) -> Totals:
    """Return the sums over all days."""
    return Totals(*sums_of(days))


def repetitions_by_week(days: Days, weeks: int, today: date, first_weekday: int = 0) -> tuple[WeekBar, ...]:
    """Return the repetitions of the last `weeks` ISO weeks, the oldest first, this week the last."""
    last = week_start(today, first_weekday)
    starts = (last - timedelta(weeks=back) for back in range(weeks - 1, -1, -1))
    return tuple(WeekBar(start, _units(days, start)) for start in starts)


def _units(days: Days, start: date) -> int:
    week = (days.get(start + timedelta(days=n)) for n in range(7))
    return sum(facts.units for facts in week if facts)


def stiffness_line(readings: bytes) -> str:
    """Return the medians before and after, read by turns; nothing under ten sessions that have both."""
    if len(readings) < 2 * FEWEST_READINGS:
        return ""
    before, after = _median(readings[::2]), _median(readings[1::2])
    return f"median {before:g} to {after:g} over {len(readings) // 2} sessions"


def _median(readings: bytes) -> float:
    values = [value for value in SCALE if value in readings]
    ends = list(accumulate(map(readings.count, values)))
    low, high = (bisect_right(ends, place) for place in ((ends[-1] - 1) // 2, ends[-1] // 2))
    return (values[low] + values[high]) / 2


def duration(seconds: float) -> str:
    """Return a time in words: `45 s`, `12 min` or `5 h 10 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


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
