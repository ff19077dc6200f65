"""What is written into the picture: the arrow's label, the legend of the regions."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.colours import BOLD, Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import GHOST
from tui.core.figure.picture.texture import CONTACT, TEXTURES
from tui.core.figure.scene.stage import Stage

_STILL = ("{}: stays still", "{} still")
_EDGES = ("chair edge", "edge")
_NEXT, _START = "next", "start"
_SIGNS = {
    Role.REGION: TEXTURES[Role.REGION].full,
    Role.STILL: TEXTURES[Role.STILL].full,
    Role.MARK: CONTACT,
    Role.GHOST: ".",
}


class Legend(NamedTuple):
    """What the bottom row of a picture says."""

    region: str
    still: str
    touches: bool
    """Whether the contact with the backrest is marked."""
    ghost: bool
    arrived: bool
    """Whether the ghost is where the movement began, rather than where it goes next."""


def label_place(cells: Cells, stage: Stage, near: tuple[float, float], text: str) -> tuple[int, int] | None:
    """Return the cell (x, y) where a label hides nothing in any pose, as near to a cell (x, y) as can be."""
    columns = cells.glyph.shape[1]
    width = len(text) + 2
    if not text or width > columns:
        return None
    taken = stage.occupied | ~cells.free()
    taken[-1, :] = True
    sums = np.cumsum(np.pad(taken, ((0, 0), (1, 0))), axis=1)
    open_from: NDArray[np.bool_] = (sums[:, width:] - sums[:, :-width]) == 0
    y, x = np.nonzero(open_from)
    if not len(y):
        return None
    away = np.hypot(x + width / 2 - near[0], (y + 0.5 - near[1]) * stage.size.aspect)
    best = int(away.argmin())
    return int(x[best]) + 1, int(y[best])


class LegendWriter:
    """Writes legends on the bottom rows of pictures.

    Args:
        colours: of the roles.
        swatches: whether fields of colour show what a word stands for, rather than characters.
    """

    def __init__(self, colours: Colours, swatches: bool) -> None:
        self._colours = colours
        self._swatches = swatches
        self._written: dict[tuple[Legend, int], Cells] = {}

    def write(self, cells: Cells, legend: Legend) -> None:
        """Write what the marked places are called, as far as there is room."""
        row = cells.codes[-1:]
        written = self._written.get((legend, row.size))
        if written is None:
            written = self._written[legend, row.size] = Cells.blank(row.size, 1)
            self._write(written, legend)
        np.copyto(row, written.codes, where=~written.free())

    def _write(self, cells: Cells, legend: Legend) -> None:
        end = cells.glyph.shape[1] - 1
        marked = 4 + len(_EDGES[-1]) if legend.touches else 0
        name = _START if legend.arrived else _NEXT
        ghost = 4 + len(name) if legend.ghost else 0
        x = 1 + self._enter(cells, 1, legend.region, Role.REGION)
        stills = tuple(entry.format(legend.still) for entry in _STILL) if legend.still else ()
        edges = _EDGES if legend.touches else ()
        for entries, role, kept in ((stills, Role.STILL, marked), (edges, Role.MARK, 0)):
            entry = _fitting(entries, end - x - kept, ghost)
            if entry:
                x += self._enter(cells, x, entry, role)
        if ghost and x + 2 + len(name) <= end:
            self._enter(cells, end - 2 - len(name), name, Role.GHOST)

    def _enter(self, cells: Cells, x: int, entry: str, role: Role) -> int:
        """Write an entry behind what marks the place; return how much room it takes."""
        row = cells.glyph.shape[0] - 1
        ink = self._colours.ink(Role.LABEL if self._swatches else role)
        cells.write(x + 2, row, entry, ink)
        if not self._swatches:
            cells.write(x, row, _SIGNS[role], ink)
        elif x < cells.glyph.shape[1]:
            cells.swatch(x, row, self._colours.ink(role, GHOST if role is Role.GHOST else 1.0) & ~BOLD)
        return len(entry) + 4


def _fitting(entries: tuple[str, ...], room: int, wish: int) -> str:
    """Return the first that leaves as much room as is wished for; the last may take that too."""
    for entry in entries:
        if 2 + len(entry) + (0 if entry == entries[-1] else wish) <= room:
            return entry
    return ""
