"""The outline: samples at whose edge something farther away begins."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.flesh import GROUP_OF
from tui.core.figure.raster import ACROSS, DOWN, Raster

STEP = np.float32(1.6)
"""Columns that another group must be farther away."""
CLIFF = np.float32(4.8)
"""Columns that anything must be farther away."""

_TAPS = np.array((1, 4, 6, 4, 1), np.float32) / 16


def contour(raster: Raster) -> NDArray[np.bool_]:
    """Return which samples are outline: one sample wide, on the nearer side of each edge."""
    depth, group = raster.depth, GROUP_OF[raster.part]
    marks = np.zeros(depth.shape, np.bool_)
    for first, second in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        drop = depth[first] - depth[second]
        least = np.where(group[first] != group[second], STEP, CLIFF)
        marks[first] |= drop > least
        marks[second] |= drop < -least
    return marks


def blurred(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples (any leading axes) blurred by 1-4-6-4-1 both ways, dark beyond the edges."""
    for axis in (-2, -1):
        widths = [(0, 0)] * samples.ndim
        widths[axis] = (2, 2)
        padded = np.pad(samples, widths)
        count = samples.shape[axis]
        index = [slice(None)] * samples.ndim
        total = np.zeros_like(samples)
        for at, tap in enumerate(_TAPS):
            index[axis] = slice(at, at + count)
            total += padded[tuple(index)] * tap
        samples = total
    return samples


def by_cell(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples as one row of 32 numbers a cell, cells in reading order."""
    rows, columns = samples.shape[0] // DOWN, samples.shape[1] // ACROSS
    cells = samples.reshape(rows, DOWN, columns, ACROSS).transpose(0, 2, 1, 3)
    return cells.reshape(rows * columns, DOWN * ACROSS)
