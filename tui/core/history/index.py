"""Which session stands in which row, newest first, without reading any: counted from the days alone."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date

from tui.core.streaks.days import Days

Month = tuple[int, int]
"""Year and month."""


class SessionIndex:
    """Counts the sessions of each month, the newest first, as far back as somebody asks.

    Args:
        days: what the sessions add up to.
        rows: how many sessions there are.
    """

    def __init__(self, days: Days, rows: int) -> None:
        self.rows = rows
        """How many sessions there are."""
        self._days = days
        self._uncounted = sorted(days)
        self._months: list[Month] = []
        self._ends = [0]
        """The row behind each month's last one, behind a 0."""

    def locate(self, row: int) -> tuple[Month, int]:
        """Return the month of the session in `row`, and its place in that month, the newest first.

        Raises:
            IndexError: when there is no such row.
        """
        if not 0 <= row < self.rows:
            raise IndexError(row)
        while self._ends[-1] <= row:
            self._count_month()
        at = bisect_right(self._ends, row) - 1
        return self._months[at], row - self._ends[at]

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or of the last day before it that has one.

        Where there is none, the last row is returned (0 when there are no rows).
        """
        month = (day.year, day.month)
        while self._uncounted and (not self._months or self._months[-1] > month):
            self._count_month()
        at = sum(found > month for found in self._months)
        later = 0
        if self._months[at : at + 1] == [month]:
            others = (day.replace(day=number) for number in range(day.day + 1, monthrange(*month)[1] + 1))
            later = sum(self._days[other].sessions for other in others if other in self._days)
        return min(self._ends[at] + later, max(self.rows - 1, 0))

    def _count_month(self) -> None:
        days = self._uncounted
        newest = days[-1]
        first = bisect_left(days, newest.replace(day=1))
        self._months.append((newest.year, newest.month))
        self._ends.append(self._ends[-1] + sum(self._days[day].sessions for day in days[first:]))
        del days[first:]
