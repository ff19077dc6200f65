"""Which session stands in which row, newest first, without reading any: counted from the days alone."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tui.core.streaks.days import Days

Month = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True)
class SessionIndex:
    """The months that have sessions, the newest first, and how many each has."""

    months: tuple[Month, ...]
    ends: tuple[int, ...]
    """The row behind each month's last one."""
    days: Days

    @property
    def rows(self) -> int:
        """How many sessions there are."""
        return self.ends[-1] if self.ends else 0

    def locate(self, row: int) -> tuple[Month, int]:
        """Return the month of the session in `row`, and its place in that month, the newest first.

        Raises:
            IndexError: when there is no such row.
        """
        if not 0 <= row < self.rows:
            raise IndexError(row)
        at = bisect_right(self.ends, row)
        return self.months[at], row - (self.ends[at - 1] if at else 0)

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or of the last day before it that has one.

        Where there is none, the last row is returned (0 when there are no rows).
        """
        month = (day.year, day.month)
        start = 0
        for name, end in zip(self.months, self.ends, strict=True):
            if name == month:
                later = (day.replace(day=number) for number in range(day.day + 1, monthrange(*month)[1] + 1))
                start += sum(self.days[other].sessions for other in later if other in self.days)
            if name <= month:
                break
            start = end
        return min(start, max(self.rows - 1, 0))


def session_index(days: Days) -> SessionIndex:
    """Return the index of the sessions that `days` add up."""
    ordered = sorted(days)
    before = [0, *accumulate(days[day].sessions for day in ordered)]
    months: list[Month] = []
    ends: list[int] = []
    start = len(ordered)
    while start:
        newest = ordered[start - 1]
        start = bisect_left(ordered, newest.replace(day=1), max(0, start - newest.day), start)
        months.append((newest.year, newest.month))
        ends.append(before[-1] - before[start])
    return SessionIndex(tuple(months), tuple(ends), days)
