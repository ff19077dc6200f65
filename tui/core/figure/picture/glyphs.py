"""Glyphs by their ink, and the choice of the one that looks most like a piece of outline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.scene.contour import BLUR, blurred, by_cell
from tui.core.figure.scene.raster import ACROSS, DOWN

OUTLINE = "|/\\-_'`.,()<>[]{}\"!:;~^LJ7rl1iYVTvyT+="
"""What an outline may be drawn with, beside the blank."""
PLAIN = "/\\|_-'.,`"
"""Preferred: the others read as dirt unless they fit clearly better."""
DOTTED = " .':,`"
"""What the ghost is drawn with."""
_DEARER = 0.3
_BUSY = 0.6
"""Samples of ink from which on a cell is not blank."""
_KEEP = 0.10
"""A glyph stays while it scores within this share of the cell's ink of the best."""


@dataclass(frozen=True, slots=True)
class GlyphTable:
    """Ink of glyphs over 4x8 samples, row by row from the top, from 0 to 1."""

    ink: Mapping[str, Sequence[float]]


class Matcher:
    """Chooses glyphs out of one set for cells of outline.

    Args:
        table: the ink of the glyphs.
        glyphs: what may be chosen; the blank is always among them.
    """

    def __init__(self, table: GlyphTable, glyphs: str) -> None:
        self.glyphs = "".join(dict.fromkeys(" " + glyphs))
        self.codes = np.frombuffer(self.glyphs.encode("ascii"), np.uint8)
        ink = np.array([table.ink[glyph] for glyph in self.glyphs], np.float32)
        seen = blurred(ink.reshape(-1, DOWN, ACROSS)).reshape(len(ink), -1) / np.float32(BLUR)
        self._seen = np.ascontiguousarray(seen.T)
        self._energy = np.sum(seen * seen, axis=1)
        dear = [glyph != " " and glyph not in PLAIN for glyph in self.glyphs]
        self._price = np.array(dear, np.float32) * np.float32(_DEARER)
        self._gain = self._line_gain(table)

    def choose(self, marks: NDArray[np.bool_], before: NDArray[np.uint8] | None = None) -> NDArray[np.uint8]:
        """Return an index into `glyphs` for each cell of outline samples, in reading order.

        Where `before` (the choice of the frame before) is nearly as good as the best, it stays.
        """
        blur = by_cell(blurred(marks.astype(np.uint16)))
        chosen = np.zeros(len(blur), np.uint8)
        busy = np.flatnonzero(blur.sum(axis=1, dtype=np.uint32) * self._gain > _BUSY)
        if not len(busy):
            return chosen
        cells = blur[busy] * self._gain
        weight = np.sum(cells * cells, axis=1)
        score = self._energy - 2.0 * (cells @ self._seen) + weight[:, None] * self._price
        best = score.argmin(axis=1).astype(np.uint8)
        if before is not None:
            rows = np.arange(len(busy))
            old = before[busy]
            limit = score[rows, best] + _KEEP * np.maximum(weight, 0.3)
            best = np.where(score[rows, old] <= limit, old, best)
        chosen[busy] = best
        return chosen

    def _line_gain(self, table: GlyphTable) -> np.float32:
        """Return what makes a blurred one-sample line as dark as the bar glyph."""
        line = np.zeros((DOWN, ACROSS), np.float32)
        line[:, 1:3] = 0.5
        bar = blurred(np.array(table.ink["|"], np.float32).reshape(DOWN, ACROSS)).ravel() / BLUR
        seen = blurred(line).ravel()
        return np.float32((bar @ seen) / (seen @ seen))
