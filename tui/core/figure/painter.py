"""The painter: from a raster to cells, in one of the three styles."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells, Tinter, half_blocks, textured
from tui.core.figure.contour import contour
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.raster import Raster
from tui.core.figure.stage import Size

Choice = NDArray[np.uint8]
"""The glyph chosen for each cell, which the next frame prefers to keep."""


class Painter:
    """Paints rasters of one size.

    Args:
        matcher: chooses the glyphs of the outline.
        size: of the pictures, in cells.
        style: `ascii` and `line` are painted alike (the screen leaves the tint out), `blocks` is not.
        texture: whether the whole body is filled with characters.
    """

    def __init__(self, matcher: Matcher, size: Size, style: str, texture: bool) -> None:
        self._matcher = matcher
        self._texture = texture
        self._tinted = style == "ascii" and not texture
        self._blocks = style == "blocks" and not texture
        self._tinter = Tinter(size.columns, size.rows, 2 if self._blocks else 1)

    def paint(self, raster: Raster, before: Choice | None = None) -> tuple[Cells, Choice]:
        """Return the picture and the glyphs that were chosen, given those of the picture before."""
        fill, shade = self._tinter.roles(raster)
        if self._blocks:
            return half_blocks(fill, shade), np.zeros(0, np.uint8)
        marks = contour(raster)
        chosen = self._matcher.choose(marks.astype(np.float32), before)
        glyph = self._matcher.codes[chosen].reshape(fill.shape)
        ink = self._tinter.outline_roles(raster, marks)
        if self._tinted:
            glyph[(fill == Role.CHAIR) & (ink == Role.CHAIR)] = ord(" ")
        cells = Cells(glyph, ink, np.full_like(fill, LEVELS - 1), fill, shade)
        textured(cells, everywhere=self._texture)
        return cells, chosen
