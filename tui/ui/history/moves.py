"""The part of History that is moved in: the marked day, the marked row, and which of them the keys move."""

from datetime import date, timedelta

from tui.core.history.calendar import Window, moved, within
from tui.core.record.record import Record
from tui.ui.history.data import HistoryData
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services

WEEK = 7
PAGE = 28
"""Days that a page up or down goes in the calendar."""


class HistoryMoves(BaseScreen[None]):
    """Calendar and list show the same day: moving in one takes the other along."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.data: HistoryData | None = None
        self.cursor = date.min
        """The marked day."""
        self.row = 0
        """The marked row of the list."""
        self.in_list = True
        """Whether the keys move in the list rather than in the calendar."""
        self.window = Window(date.min, 1)

    @property
    def listing(self) -> bool:
        """Whether a row of the list is marked."""
        return self.in_list and self.data is not None and not self.data.empty

    @property
    def page(self) -> int:
        """How many rows of the list are in sight."""
        return 1

    def draw(self) -> None:
        """Draw everything that depends on what is marked."""

    def chosen(self) -> Record | None:
        """Return the session in the marked row, or the only one of the marked day."""
        if self.data is None or self.data.empty:
            return None
        if self.in_list:
            return self.data.sessions.record(self.row)
        on_day = self.data.on(self.cursor)
        return on_day[0] if len(on_day) == 1 else None

    def go_to(self, record: Record) -> None:
        """Mark a session in the list."""
        place = self.data.sessions.place_of(record) if self.data else None
        if place is not None:
            self.in_list = True
            self.select(place)

    def choose_in_list(self) -> None:
        """Go to the sessions of the marked day."""
        if self.data:
            self.in_list = True
            self.select(self.data.sessions.row_of(self.cursor))

    def select(self, row: int) -> None:
        """Mark a row, and its day."""
        if self.data is None:
            return
        self.row = max(0, min(row, self.data.sessions.rows - 1))
        record = None if self.data.empty else self.data.sessions.record(self.row)
        if record:
            self.mark_day(record.day)
        self.draw()

    def mark_day(self, day: date) -> None:
        """Mark a day, and have the calendar show it."""
        if self.data:
            self.cursor = day
            self.window = self.window.showing(within(day, self.data.today))

    def action_switch(self) -> None:
        """Go from the calendar to the list, or back."""
        if self.in_list:
            self.in_list = False
            if self.data:
                self.mark_day(within(self.cursor, self.data.today))
            self.draw()
        else:
            self.choose_in_list()

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
        self._move(-PAGE, rows=-self.page)

    def action_page_down(self) -> None:
        """Go down by what is in sight of the list, or four weeks."""
        self._move(PAGE, rows=self.page)

    def action_first(self) -> None:
        """Go to the newest session, or to the first day of all."""
        if self.listing:
            self.select(0)
        elif self.data:
            self._go(min(self.data.days, default=self.cursor))

    def action_last(self) -> None:
        """Go to the oldest session, or to today."""
        if self.data and self.listing:
            self.select(self.data.sessions.rows - 1)
        elif self.data:
            self._go(self.data.today)

    def _move(self, days: int, *, rows: int = 0) -> None:
        if self.data is None:
            return
        if not self.listing:
            self._go(moved(self.cursor, days, self.data.today))
        elif rows:
            self.select(self.row + rows)
        else:
            row = self.data.sessions.row_of(self.cursor + timedelta(days=days))
            self.select(row if row != self.row or days < 0 else row - 1)

    def _go(self, day: date) -> None:
        if self.data:
            self.mark_day(within(day, self.data.today))
            self.draw()
