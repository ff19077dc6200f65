"""What the rows of a picture are on the terminal, each row and each look worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.core.terminal.overpaint import Cell, cells_of
from tui.core.terminal.pen import Pen

if TYPE_CHECKING:
    from tui.core.figure.frame import Line

_CELLS = 400_000
"""Cells that are kept, of 8 bytes each: a movement to both sides has some 2000 rows."""

Look = tuple[int, int, int, int]
"""Role and level of a glyph, role and level of its background."""


class Looks:
    """Turns rows into cells of a terminal.

    Args:
        written: returns a character of a look as it is written to the terminal.
    """

    def __init__(self, written: Callable[[int, int, int, int], str]) -> None:
        self._written = written
        self._pens: dict[Look, Pen] = {}
        self._cells: dict[tuple[str, *Look], Cell] = {}
        self._rows: OrderedDict[Line, tuple[Cell, ...]] = OrderedDict()

    def forget(self) -> None:
        """Work out everything anew: colours have changed."""
        self._pens.clear()
        self._cells.clear()
        self._rows.clear()

    def of(self, line: "Line") -> tuple[Cell, ...]:
        """Return the cells of a row; cells that are alike are the same."""
        found = self._rows.get(line)
        if found is None:
            keys = zip(line.text, line.ink, line.tone, line.fill, line.shade, strict=True)
            found = self._rows[line] = tuple([self._cells.get(key) or self._cell(*key) for key in keys])
            if len(self._rows) * len(found) > _CELLS:
                self._rows.popitem(last=False)
        return found

    def _cell(self, glyph: str, *look: *Look) -> Cell:
        pen = self._pens.get(look)
        if pen is None:
            ((_, pen),) = cells_of(self._written(*look))
            self._pens[look] = pen
        cell = self._cells[glyph, *look] = (glyph, pen.on_blank if glyph == " " else pen)
        return cell
