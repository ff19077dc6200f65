"""What is written into the picture: the arrow's label, the legend of the regions."""

from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.colours import BOLD, Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import GHOST, GHOST_SHARES
from tui.core.figure.picture.texture import CONTACT, TEXTURES
from tui.core.figure.scene.stage import Stage

_FORMS = (
    ("{}: keep still", "pressure point", True),
    ("keep still", "pressure point", True),
    ("keep still", "pressure", True),
    ("keep still", "pressure", False),
    ("still", "pressure", True),
    ("still", "edge", True),
    ("still", "", True),
    ("", "", True),
)
"""What stays still and what is touched, from the longest words on: the colour shows which part is meant.

Last whether what comes next is named: the arrow leads there, but to where it began none does.
"""
_GAPS = (2, 1)
"""Cells between two entries."""
_NEXT, _START = "next", "start"
_MARK = 2
"""Cells of what marks a place, and of the blank behind it."""
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
        name = (_START if legend.arrived else _NEXT) if legend.ghost else ""
        entries, name, gap = _fitting(legend, name, end - 1)
        x = 1
        for entry, role in entries:
            x += self._enter(cells, x, entry, role) + gap
        if name and x + _MARK + len(name) <= end:
            self._enter(cells, end - _MARK - len(name), name, Role.GHOST)

    def _enter(self, cells: Cells, x: int, entry: str, role: Role) -> int:
        """Write an entry behind what marks the place; return how much room it takes."""
        row = cells.glyph.shape[0] - 1
        ink = self._colours.ink(Role.LABEL if self._swatches else role)
        cells.write(x + _MARK, row, entry, ink)
        if not self._swatches:
            cells.write(x, row, _SIGNS[role], ink)
        elif x < cells.glyph.shape[1]:
            cells.swatch(x, row, self._colours.ink(role, self._share(role)) & ~BOLD)
        return _MARK + len(entry)

    def _share(self, role: Role) -> float:
        """Return how far from the ground a place of this role is drawn, where it is brightest."""
        if role is not Role.GHOST:
            return 1.0
        return max(GHOST_SHARES) if self._colours.few else GHOST


def _fitting(legend: Legend, name: str, room: int) -> tuple[list[tuple[str, Role]], str, int]:
    """Return what is written of a legend, the ghost's name, and the cells between two entries."""
    entries: list[tuple[str, Role]] = []
    forms = [form for form in _FORMS if form[2] or name == _NEXT]
    for (still, edge, named), gap in product(forms, _GAPS):
        ghost = name if named else ""
        words = (
            (legend.region, Role.REGION),
            (still.format(legend.still) if legend.still else "", Role.STILL),
            (edge if legend.touches else "", Role.MARK),
        )
        entries = [(word, role) for word, role in words if word]
        taken = [_MARK + len(word) for word in (*(word for word, _ in entries), *([ghost] if ghost else []))]
        if sum(taken) + gap * (len(taken) - 1) <= room:
            break
    return entries, ghost, gap
