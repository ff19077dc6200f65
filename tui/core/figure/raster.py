"""The raster: which part is nearest at each of 4x8 samples a cell, how near, and how lit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ACROSS = 4
"""Samples across a cell."""
DOWN = 8
"""Samples down a cell."""
FAR = np.float32(-256.0)
"""Depth where nothing is."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Samples, rows of them top to bottom: depth in columns, part, light from 0 to about 1."""

    depth: NDArray[np.float32]
    part: NDArray[np.uint8]
    light: NDArray[np.float32]

    def window(self, rows: slice, columns: slice) -> "Raster":
        """Return the samples of some rows and columns of cells, not copied."""
        down = slice(rows.start * DOWN, rows.stop * DOWN)
        across = slice(columns.start * ACROSS, columns.stop * ACROSS)
        part = (down, across)
        return Raster(self.depth[part], self.part[part], self.light[part])
