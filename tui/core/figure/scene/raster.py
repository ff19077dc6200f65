"""The raster: which part is nearest at each of 4x8 samples a cell, how near, and how lit."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ACROSS = 4
"""Samples across a cell."""
DOWN = 8
"""Samples down a cell."""
FAR = -256.0
"""Depth where nothing is, in columns."""
DEPTH_STEPS = 128
"""Steps of depth a column."""
DARKEST = -0.5
"""The least light."""
LIGHT_STEPS = 1000
"""Steps of light from 0 to 1."""


def by_cell(where: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return how many samples of each cell are among some; quick where they are few."""
    rows, columns = where.shape[0] // DOWN, where.shape[1] // ACROSS
    y, x = np.nonzero(where)
    counts: NDArray[np.intp] = np.bincount(y // DOWN * columns + x // ACROSS, minlength=rows * columns)
    return counts.reshape(rows, columns)


class Raster(NamedTuple):
    """Samples, rows of them top to bottom; all three arrays are 0 where nothing is.

    Depth is in steps from FAR on and light in steps from DARKEST on, so that both are whole numbers.
    """

    depth: NDArray[np.int32]
    part: NDArray[np.uint8]
    light: NDArray[np.uint16]
