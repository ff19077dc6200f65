"""Where one stands in the history: a day of the calendar, a row of the list, the weeks in sight."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from tui.core.history.calendar import Window, moved, within
from tui.core.record.record import Record
from tui.core.streaks.days import DayFacts


class SessionRows(Protocol):
    """Sessions by row."""

    @property
    def rows(self) -> int:
        """How many there are."""

    def record(self, row: int) -> Record | None:
        """Return the session in a row; None where it cannot be read."""

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or else of the last day before it that has one."""


class HistoryShown(Protocol):
    """What one moves in."""

    @property
    def today(self) -> date:
        """The day it is."""

    @property
    def days(self) -> Mapping[date, DayFacts]:
        """The days with sessions."""

    @property
    def sessions(self) -> SessionRows:
        """The sessions of the list."""


@dataclass(frozen=True, slots=True)
class HistoryCursor:
    """The marked day and row; calendar and list show the same day. Every move returns another one."""

    day: date
    """The marked day."""
    window: Window
    """The weeks of the calendar, the marked day among them, as far as it is not still to come."""
    row: int = 0
    """The marked row of the list."""
    in_list: bool = True
    """Whether moves go along the list, where there is one, rather than in the calendar."""

    def lists(self, shown: HistoryShown) -> bool:
        """Whether a row of the list is marked."""
        return self.in_list and shown.sessions.rows > 0

    def on(self, day: date, shown: HistoryShown) -> "HistoryCursor":
        """Mark a day."""
        return replace(self, day=day, window=self.window.showing(within(day, shown.today)))

    def to(self, day: date, shown: HistoryShown) -> "HistoryCursor":
        """Mark the day nearest to `day` where a calendar's cursor may stand."""
        return self.on(within(day, shown.today), shown)

    def at(self, row: int, shown: HistoryShown) -> "HistoryCursor":
        """Mark the row nearest to `row`, and the day of its session."""
        row = max(0, min(row, shown.sessions.rows - 1))
        record = shown.sessions.record(row) if shown.sessions.rows else None
        there = self.on(record.day, shown) if record else self
        return replace(there, row=row)

    def to_list(self, shown: HistoryShown) -> "HistoryCursor":
        """Go to the sessions of the marked day."""
        return replace(self, in_list=True).at(shown.sessions.row_of(self.day), shown)

    def to_calendar(self, shown: HistoryShown) -> "HistoryCursor":
        """Go to the calendar."""
        return replace(self, in_list=False).to(self.day, shown)

    def moved(self, days: int, rows: int, shown: HistoryShown) -> "HistoryCursor":
        """Go so many rows in the list, or without rows to the session so many days off; else so many days."""
        if not self.lists(shown):
            return self.to(moved(self.day, days, shown.today), shown)
        if rows:
            return self.at(self.row + rows, shown)
        row = shown.sessions.row_of(self.day + timedelta(days=days))
        return self.at(row if row != self.row or days < 0 else row - 1, shown)

    def first(self, shown: HistoryShown) -> "HistoryCursor":
        """Go to the first row, or to the first day of all."""
        if self.lists(shown):
            return self.at(0, shown)
        return self.to(min(shown.days, default=self.day), shown)

    def last(self, shown: HistoryShown) -> "HistoryCursor":
        """Go to the last row, or to today."""
        return self.at(shown.sessions.rows - 1, shown) if self.lists(shown) else self.to(shown.today, shown)
