"""The painter: from a raster to cells, in one of the three styles."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells, Tinter, half_blocks, textured
from tui.core.figure.contour import contour
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.raster import ACROSS, Raster
from tui.core.figure.stage import Stage

Choice = NDArray[np.uint8]
"""The glyph chosen for each cell that is looked at, which the next frame prefers to keep."""


class Painter:
    """Paints the rasters of one stage.

    Args:
        matcher: chooses the glyphs of the outline.
        stage: whose rasters they are; columns that its figure never reaches are not looked at.
        style: `ascii`, `line` or `blocks`.
        texture: whether there are no colours, so that characters have to fill the body.
        least: share of a cell that has to be covered for it to be filled.
    """

    def __init__(self, matcher: Matcher, stage: Stage, style: str, texture: bool, least: float = 0.5) -> None:
        self._matcher = matcher
        self._size = stage.size
        self.tinted = style == "ascii" and not texture
        self.blocks = style == "blocks" and not texture
        reached = np.flatnonzero(stage.occupied.any(axis=0))
        self._first = max(0, int(reached[0]) - 1)
        self._end = min(self._size.columns, int(reached[-1]) + 2)
        self._tinter = Tinter(self._end - self._first, self._size.rows, 2 if self.blocks else 1, least)

    def paint(self, raster: Raster, before: Choice | None = None) -> tuple[Cells, Choice]:
        """Return the picture and the glyphs that were chosen, given those of the picture before."""
        strip, chosen = self._strip(raster.columns(self._first * ACROSS, self._end * ACROSS), before)
        cells = Cells.blank(self._size.columns, self._size.rows)
        cells.paste(strip, self._first, 0)
        return cells, chosen

    def _strip(self, raster: Raster, before: Choice | None) -> tuple[Cells, Choice]:
        fill, shade = self._tinter.roles(raster)
        if self.blocks:
            return half_blocks(fill, shade), np.zeros(0, np.uint8)
        marks = contour(raster)
        chosen = self._matcher.choose(marks.astype(np.float32), before)
        glyph = self._matcher.codes[chosen].reshape(fill.shape)
        ink = self._tinter.outline_roles(raster, marks)
        glyph[ink == Role.NONE] = ord(" ")
        if self.tinted:
            glyph[(fill == Role.CHAIR) & (ink == Role.CHAIR)] = ord(" ")
        cells = Cells(glyph, ink, np.full_like(fill, LEVELS - 1), fill, shade)
        textured(cells, self.tinted)
        return cells, chosen
