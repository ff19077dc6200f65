"""What the rows of a picture are on the terminal, each row and each colour worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.core.terminal.overpaint import Cell, cells_of
from tui.core.terminal.pen import Pen

if TYPE_CHECKING:
    from tui.core.figure.frame import Line

_CELLS = 400_000
"""Cells that are kept, of 8 bytes each: a movement to both sides has some 2000 rows."""
_GROUND = 1 << 15


class Looks:
    """Turns rows into cells of a terminal.

    Args:
        written: returns a character in colours of ink and paper as it is written to the terminal.
    """

    def __init__(self, written: Callable[[int, int], str]) -> None:
        self._written = written
        self._inks: dict[int, Pen] = {}
        self._papers: dict[int, str] = {}
        self._cells: dict[tuple[str, int, int], Cell] = {}
        self._rows: OrderedDict[Line, tuple[Cell, ...]] = OrderedDict()

    def forget(self) -> None:
        """Work out everything anew: colours have changed."""
        self._inks.clear()
        self._papers.clear()
        self._cells.clear()
        self._rows.clear()

    def of(self, line: "Line") -> tuple[Cell, ...]:
        """Return the cells of a row; cells that are alike are the same."""
        found = self._rows.get(line)
        if found is None:
            colours = (memoryview(part).cast("H") for part in (line.ink, line.paper))
            keys = zip(line.text, *colours, strict=True)
            found = self._rows[line] = tuple([self._cells.get(key) or self._cell(*key) for key in keys])
            if len(self._rows) * len(found) > _CELLS:
                self._rows.popitem(last=False)
        return found

    def _cell(self, glyph: str, ink: int, paper: int) -> Cell:
        """Return a cell; what its ink and its paper are written as does not depend on the other."""
        drawn = self._inks.get(ink)
        if drawn is None:
            drawn = self._inks[ink] = _pen(self._written(ink, _GROUND))
        behind = self._papers.get(paper)
        if behind is None:
            behind = self._papers[paper] = _pen(self._written(0, paper)).paper
        pen = Pen(drawn.ink, behind, drawn.attributes)
        cell = self._cells[glyph, ink, paper] = (glyph, pen.on_blank if glyph == " " else pen)
        return cell


def _pen(text: str) -> Pen:
    ((_, pen),) = cells_of(text)
    return pen
