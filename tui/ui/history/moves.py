"""What is marked in History, and the keys that mark something else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tui.core.history.calendar import Window
from tui.core.history.cursor import HistoryCursor
from tui.core.record.record import Record
from tui.ui.history.data import HistoryData

WEEK = 7
PAGE = 28
"""Days that a page up or down goes in the calendar."""


class HistoryMoves:
    """Hands the keys to the cursor, and draws where it went.

    Args:
        draw: draws everything that depends on what is marked.
        page: returns how many rows of the list are in sight.
    """

    def __init__(self, draw: Callable[[], None], page: Callable[[], int]) -> None:
        self._draw = draw
        self._page = page
        self.data: HistoryData | None = None
        """What is shown; None until it has been read."""
        self.at = HistoryCursor(date.min, Window(date.min, 1))
        """What is marked."""

    @property
    def cursor(self) -> date:
        """The marked day."""
        return self.at.day

    @property
    def row(self) -> int:
        """The marked row of the list."""
        return self.at.row

    @property
    def window(self) -> Window:
        """The weeks that the calendar shows."""
        return self.at.window

    @property
    def listing(self) -> bool:
        """Whether a row of the list is marked."""
        return self.data is not None and self.at.lists(self.data)

    def chosen(self) -> Record | None:
        """Return the session in the marked row, or the only one of the marked day."""
        if self.data is None or self.data.empty:
            return None
        if self.at.in_list:
            return self.data.sessions.record(self.row)
        on_day = self.data.on(self.cursor)
        return on_day[0] if len(on_day) == 1 else None

    def go(self, move: Callable[[HistoryCursor, HistoryData], HistoryCursor]) -> None:
        """Make a move, once there is something to move in, and draw it."""
        if self.data:
            self.at = move(self.at, self.data)
            self._draw()

    def go_to(self, record: Record) -> None:
        """Mark a session in the list."""
        place = self.data.sessions.place_of(record) if self.data else None
        if place is not None:
            self.select(place)

    def choose_in_list(self) -> None:
        """Go to the sessions of the marked day."""
        self.go(HistoryCursor.to_list)

    def select(self, row: int) -> None:
        """Mark a row of the list, and its day."""
        self.go(lambda at, data: replace(at, in_list=True).at(row, data))

    def action_switch(self) -> None:
        """Go from the calendar to the list, or back."""
        self.go(HistoryCursor.to_calendar if self.at.in_list else HistoryCursor.to_list)

    def action_up(self) -> None:
        """Go a row or a day up."""
        self._move(-1, rows=-1)

    def action_down(self) -> None:
        """Go a row or a day down."""
        self._move(1, rows=1)

    def action_left(self) -> None:
        """Go a week back."""
        self._move(-WEEK)

    def action_right(self) -> None:
        """Go a week on."""
        self._move(WEEK)

    def action_page_up(self) -> None:
        """Go up by what is in sight of the list, or four weeks."""
        self._move(-PAGE, rows=-self._page())

    def action_page_down(self) -> None:
        """Go down by what is in sight of the list, or four weeks."""
        self._move(PAGE, rows=self._page())

    def action_first(self) -> None:
        """Go to the first session of the list, or to the first day of all."""
        self.go(HistoryCursor.first)

    def action_last(self) -> None:
        """Go to the last session of the list, or to today."""
        self.go(HistoryCursor.last)

    def _move(self, days: int, *, rows: int = 0) -> None:
        self.go(lambda at, data: at.moved(days, rows, data))
