"""A list to choose from, in two columns: some rows may be ticked."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from tui.core.text.problems import printable
from tui.core.text.width import cells, cut_to, padded
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.row_list import Line, WholeList

GAP = 2
"""Cells between the columns."""
_BOX = 4
_LEAST = 8


class MenuRow(NamedTuple):
    """One row: a name, a detail in the second column, and a tick before it."""

    name: str
    detail: str = ""
    tick: str = ""
    """Shown in brackets, e.g. the place in a set; empty when it is not ticked."""


class Menu(WholeList):
    """Draws its rows in two aligned columns."""

    DEFAULT_CSS = """
    Menu { height: auto; }
    """
    NAMES_FIRST = False
    """Whether names are shown whole before details are."""

    def __init__(self, rows: Sequence[MenuRow] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = tuple(rows)

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, rows: Sequence[MenuRow]) -> None:
        """Show other rows; the highlighted place stays where it can."""
        grown = len(rows) != len(self.rows)
        self.rows = tuple(rows)
        self.cursor = max(0, min(self.cursor, len(self.rows) - 1))
        if grown:
            self.refresh(layout=True)
        else:
            self.redraw()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Ask for a line a row."""
        return len(self.rows)

    def lines(self, width: int) -> list[Line]:
        """Return a line a row."""
        column, ticked = self._columns(width)
        return [(at, self._row(at, column, ticked, width)) for at in range(len(self.rows))]

    def row(self, at: int, width: int) -> Content:
        """Return the line of a row."""
        return self._row(at, *self._columns(width), width)

    def _columns(self, width: int) -> tuple[int, bool]:
        """Return the cells of a name, and whether there are boxes for ticks."""
        ticked = any(row.tick for row in self.rows)
        names = max((cells(printable(row.name)) for row in self.rows), default=0)
        details = max((cells(printable(row.detail)) for row in self.rows), default=0)
        room = width - GAP - (_BOX if ticked else 0) - (_LEAST if self.NAMES_FIRST else details)
        return min(names, max(_LEAST, room)), ticked

    def _row(self, at: int, column: int, ticked: bool, width: int) -> Content:
        row = self.rows[at]
        cut = glyphs_of(self).cut
        box = f"[{row.tick or ' '}] " if ticked else ""
        name = padded(cut_to(printable(row.name), column, cut), column)
        detail = cut_to(printable(row.detail), max(0, width - len(box) - column - GAP), cut)
        style = "bold $hot" if at == self.cursor else ""
        return Content.assemble((box, "$cool"), (name, style), " " * GAP, (detail, "$quiet"))
