"""The painter: from a raster to cells, in one of the three styles."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells, Tinter, half_blocks, textured
from tui.core.figure.contour import NEIGHBOURS, by_cell, contour, within
from tui.core.figure.frame import LEVELS, SOLID, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.raster import Raster
from tui.core.figure.stage import Stage

Choice = NDArray[np.uint8]
"""The glyph chosen for each cell that is looked at, which the next frame prefers to keep."""

NO_CHOICE: Choice = np.zeros(0, np.uint8)
"""Where there is no outline."""

_INNER = 3
"""Samples of outline between alike parts from which a solid cell shows it: tones do for the rest."""


@dataclass(frozen=True, slots=True)
class Technique:
    """What all that is painted of one picture has in common."""

    outline: Matcher
    """Chooses the glyphs of outlines."""
    dotted: Matcher
    """Chooses those of the ghost."""
    style: str
    """`ascii`, `line` or `blocks`."""
    texture: bool
    """Whether there are no colours, so that characters have to fill the body."""


class Painter:
    """Paints the rasters of one stage."""

    def __init__(self, technique: Technique, stage: Stage) -> None:
        style, texture = technique.style, technique.texture
        self._matcher = technique.outline
        self._size = stage.size
        self.tinted = style == "ascii" and not texture
        self.blocks = style == "blocks" and not texture
        self._texture = texture
        self._solid = texture and style != "line"
        self.coloured = self.tinted or self.blocks
        """Whether backgrounds show what the cells belong to."""
        self._place = stage.reached
        self._tinter = Tinter(*self._place[2:], 2 if self.blocks else 1)

    def paint(self, raster: Raster, before: Choice | None = None) -> tuple[Cells, Choice]:
        """Return the picture and the glyphs that were chosen, given those of the picture before."""
        strip, chosen = self._strip(raster, before)
        return self._whole(strip), chosen

    def paint_small(self, raster: Raster, before: Choice | None = None) -> tuple[Cells, Choice]:
        """Do as `paint`, but without outlines where the body is filled: small pictures need no outlines."""
        if not (self.tinted or self._solid):
            return self.paint(raster, before)
        fill, shade = self._tinter.roles(raster)
        strip = Cells.blank(fill.shape[1], fill.shape[0])
        strip.fill[:], strip.shade[:] = fill, shade
        if self._solid:
            textured(strip, self.tinted, self._texture)
        return self._whole(strip), NO_CHOICE

    def _whole(self, strip: Cells) -> Cells:
        cells = Cells.blank(self._size.columns, self._size.rows)
        cells.paste(strip, *self._place[:2])
        return cells

    def _strip(self, raster: Raster, before: Choice | None) -> tuple[Cells, Choice]:
        fill, shade = self._tinter.roles(raster)
        if self.blocks:
            return half_blocks(fill, shade), NO_CHOICE
        marks = contour(raster)
        chosen = self._matcher.choose(marks, before)
        glyph = self._matcher.codes[chosen].reshape(fill.shape)
        ink = self._tinter.outline_roles(raster, marks)
        glyph[ink == Role.NONE] = ord(" ")
        if self.tinted or self._solid:
            glyph[(ink == Role.CHAIR) & _beside(fill == Role.CHAIR)] = ord(" ")
        if self._solid:
            inner = by_cell(within(marks, raster)).sum(axis=1).reshape(fill.shape)
            glyph[np.isin(fill, SOLID) & (inner < _INNER)] = ord(" ")
        cells = Cells(glyph, ink, np.full_like(fill, LEVELS - 1), fill, shade)
        textured(cells, self.tinted, self._texture)
        return cells, chosen


def _beside(where: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which cells, or ones next to them, are among these."""
    near = where.copy()
    for first, second in NEIGHBOURS:
        near[first] |= where[second]
        near[second] |= where[first]
    return near
