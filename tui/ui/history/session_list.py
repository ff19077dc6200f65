"""The list of sessions under its heads, in its frame; it asks for no others than those in sight."""

from datetime import date

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.message import Message

from tui.core.history.cursor import SessionRows
from tui.core.history.order import EVERYTHING, Search, SessionOrder, SortColumn, header_columns
from tui.core.history.rows import Names, session_row
from tui.core.record.record import Record
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.edges import Edged
from tui.ui.kit.lined import MOST_KEPT
from tui.ui.kit.row_list import MARK, Line, RowList

EMPTY = """\
Nothing here yet, and that is fine.
Every session is kept and shown here: go back with esc and press enter to do the first one.
One that you did away from the screen can be added with a."""
NOT_FOUND = """\
No session is like that.
esc shows everything again, / looks for something else."""


_EDGE = 8
"""Cells of the frame around its title and beside it."""


class SessionList(Edged, RowList):
    """A window on the sessions, as high as there is room for; why there are none, where there are none.

    The frame says what the marked day was, and which rows are in sight; the heads show by which column the
    sessions are ordered.

    Args:
        names: what exercises are called.
        id: the widget's id.
    """

    STRIPED = True
    OVER = 1

    class RowClicked(Message):
        """A session was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class ColumnClicked(Message):
        """A column's head was clicked."""

        def __init__(self, column: SortColumn) -> None:
            super().__init__()
            self.column = column

    class Scrolled(Message):
        """Other rows came into sight."""

    def __init__(self, names: Names, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="panel -lit")
        self.day = ""
        self.rows = ""
        self._order = SessionOrder()
        self._names = names
        self._sessions: SessionRows | None = None
        self._today = date.min
        self._search = EVERYTHING
        self._stiffness = False
        self._active = False
        self._day: date | None = None
        self._kept: dict[tuple[int, int, bool], Content] = {}
        """Rows as they were drawn, by their widths and whether they were marked."""

    @property
    def rows_in_all(self) -> int:
        """How many sessions there are."""
        return self._sessions.rows if self._sessions else 0

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.content_size.height - self.OVER)

    @property
    def columns(self) -> tuple[SortColumn, ...]:
        """The columns that there is room for."""
        return tuple(column for column, _, _ in self._heads)

    def load(
        self, sessions: SessionRows, today: date, search: Search, order: SessionOrder, *, stiffness: bool
    ) -> None:
        """Show other sessions, or the same after a change.

        Args:
            sessions: by row.
            today: the day it is.
            search: what was looked for; of one exercise, that is told alone.
            order: how they stand.
            stiffness: whether how stiff it was has a column.
        """
        self._sessions, self._today, self._search, self._order = sessions, today, search, order
        self._stiffness = stiffness
        self._kept.clear()
        self._bring_up(self.top)
        self.redraw()

    def show(self, selected: int, day: date, *, active: bool) -> None:
        """Mark a row where the arrow keys move it, else the sessions of a day; bring them into sight."""
        before = self.cursor, self._day, self._active
        self.cursor, self._day, self._active = selected, day, active
        if self._bring_marked() or before != (selected, day, active):
            self.redraw_now()

    def tell(self, day: str, rows: str) -> None:
        """Say in the frame what the marked day was, and which rows are in sight."""
        if (day, rows) != (self.day, self.rows):
            self.day, self.rows = day, rows
            self._title()

    def draw(self, size: Size) -> list[Content]:
        """Return the heads of the columns, and the rows in sight."""
        if not self.rows_in_all:
            inset = self.gutter.top  # as far from the frame again, where there is one
            told = Content(NOT_FOUND if self._search else EMPTY).wrap(max(1, size.width - 2 * inset))
            return [*[Content("")] * inset, *(Content.assemble(" " * inset, line) for line in told)]
        return [self._head(), *super().draw(size.with_height(size.height - self.OVER))]

    def window(self, width: int, height: int) -> tuple[list[Line], bool]:
        """Return the rows in sight: no others are read."""
        rows = range(self.top, min(self.top + height, self.rows_in_all))
        return [(row, self._row(row, width)) for row in rows], self.top + height < self.rows_in_all

    def is_lit(self, at: int | None) -> bool:
        """Whether a row lies under the bar: only where the keys move in the list."""
        return self._active and at == self.cursor

    def on_resize(self) -> None:
        """Keep what is marked in sight, and say as much in the frame as there is room for."""
        self._title()
        if self._bring_marked():
            self.redraw()
        self.post_message(self.Scrolled())

    def on_click(self, event: Click) -> None:
        """Tell which session was clicked, or which column's head."""
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is None:
            return
        row = self.top + place.y - self.OVER
        if place.y < self.OVER:
            clicked = [column for column, start, _ in self._heads if start <= max(0, place.x - MARK)]
            self.post_message(self.ColumnClicked(clicked[-1]))
        elif row < self.rows_in_all:
            self.post_message(self.RowClicked(row))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Bring older sessions into sight."""
        event.stop().prevent_default()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Bring newer sessions into sight."""
        event.stop().prevent_default()
        self._scroll(-3)

    def in_sight(self) -> list[Record]:
        """Return the sessions that are shown."""
        rows = range(self.top, self.top + self.page)
        return [record for record in map(self._record, rows) if record is not None]

    def _title(self) -> None:
        text, room = self.day, self.outer_size.width - _EDGE
        while len(text) > room and "," in text:
            text = text.rpartition(",")[0]
        self.tell_over(text)
        self.tell_under(self.rows)

    @property
    def _heads(self) -> tuple[tuple[SortColumn, int, str], ...]:
        return header_columns(self.content_size.width - MARK, stiffness=self._stiffness)

    def _head(self) -> Content:
        glyphs = glyphs_of(self)
        line = Content(" " * MARK)
        for column, start, word in self._heads:
            line = Content.assemble(line, " " * (MARK + start - line.cell_length))
            if column is self._order.column:
                way = glyphs.below if self._order.descending else glyphs.above
                line = Content.assemble(line, (f"{word} {way}", "$hot"))
            else:
                line = Content.assemble(line, word)
        return line.stylize_before("bold $quiet")

    def _record(self, row: int) -> Record | None:
        if self._sessions is None or row >= self._sessions.rows:
            return None
        return self._sessions.record(row)

    def _row(self, row: int, width: int) -> Content:
        record = self._record(row)
        if record is None:
            return Content("")
        key = row, width, row == self.cursor if self._active else record.day == self._day
        if key not in self._kept:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._drawn_row(record, width, marked=key[2])
        return self._kept[key]

    def _drawn_row(self, record: Record, width: int, *, marked: bool) -> Content:
        only = self._search.exercise
        drawn = session_row(record, self._names, width, self._today, only, stiffness=self._stiffness)
        quiet, loud = ("bold", "bold") if marked else ("$quiet", "")
        return Content.assemble((drawn.when, quiet), (drawn.what, loud), (drawn.rest, quiet))

    def _scroll(self, by: int) -> None:
        if self._bring_up(self.top + by):
            self.redraw()
            self.post_message(self.Scrolled())

    def _bring_marked(self) -> bool:
        """Bring what is marked into sight; return whether other rows are."""
        if self._active:
            return self._bring_up(min(max(self.top, self.cursor - self.page + 1), self.cursor))
        if self._sessions and self._day:
            return self._bring_up(self._sessions.row_of(self._day))
        return False

    def _bring_up(self, row: int) -> bool:
        before, self.top = self.top, max(0, min(row, self.rows_in_all - self.page))
        return self.top != before
