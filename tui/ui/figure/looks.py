"""What the rows of a picture are on the terminal, each row and each colour worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.core.terminal.overpaint import Cell
from tui.ui.figure.figure_colours import GROUND

if TYPE_CHECKING:
    from tui.core.figure.frame import FrameLine

_CELLS = 400_000
"""Cells that are kept, of 8 bytes each: a movement to both sides has some 2000 rows."""


class Looks:
    """Turns rows into cells of a terminal.

    Args:
        written: returns a character in colours of ink and paper as a cell of the terminal.
    """

    def __init__(self, written: Callable[[int, int], Cell]) -> None:
        self._written = written
        self._inks: dict[int, str] = {}
        self._papers: dict[int, str] = {}
        self._cells: dict[tuple[str, int, int], Cell] = {}
        self._rows: OrderedDict[FrameLine, tuple[Cell, ...]] = OrderedDict()

    def forget(self) -> None:
        """Work out everything anew: colours have changed."""
        self._inks.clear()
        self._papers.clear()
        self._cells.clear()
        self._rows.clear()

    def of(self, line: "FrameLine") -> tuple[Cell, ...]:
        """Return the cells of a row; cells that are alike are the same."""
        found = self._rows.get(line)
        if found is None:
            colours = (memoryview(part).cast("H") for part in (line.ink, line.paper))
            keys = zip(line.text, *colours, strict=True)
            found = self._rows[line] = tuple([self._cells.get(key) or self._cell(key) for key in keys])
            if len(self._rows) * len(found) > _CELLS:
                self._rows.popitem(last=False)
        return found

    def _cell(self, key: tuple[str, int, int]) -> Cell:
        """Return a cell; what its ink and its paper are written as does not depend on the other."""
        glyph, ink, paper = key
        drawn = self._inks.get(ink)
        if drawn is None:
            drawn = self._inks[ink] = self._written(ink, GROUND)[1]
        behind = self._papers.get(paper)
        if behind is None:
            behind = self._papers[paper] = self._written(0, paper)[2]
        cell = self._cells[key] = (glyph, "" if glyph == " " else drawn, behind)
        return cell
