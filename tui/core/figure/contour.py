"""The outline: samples at whose edge something farther away begins."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.parts import GROUP_OF, ROLE_OF
from tui.core.figure.raster import ACROSS, DEPTH_STEPS, DOWN, Raster

_STEP, _CLIFF = np.int32(1.6 * DEPTH_STEPS), np.int32(4.8 * DEPTH_STEPS)
"""Steps of depth that another group must be farther away, and that anything must be."""
NEIGHBOURS = (
    ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
    ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
)
"""The first and the second of all pairs that lie beside each other, then of those above each other."""

Sample = TypeVar("Sample", np.float32, np.bool_)

_TAPS = tuple(np.float32(tap / 16) for tap in (1, 4, 6))
"""Of a sample two away, of its neighbour, of its own."""


def contour(raster: Raster) -> NDArray[np.bool_]:
    """Return which samples are outline: one sample wide, on the nearer side of each edge."""
    depth, group = raster.depth, GROUP_OF[raster.part]
    marks = np.zeros(depth.shape, np.bool_)
    for first, second in NEIGHBOURS:
        drop = depth[first] - depth[second]
        least = np.where(group[first] != group[second], _STEP, _CLIFF)
        marks[first] |= drop > least
        marks[second] |= -drop > least
    return marks


def within(marks: NDArray[np.bool_], raster: Raster) -> NDArray[np.bool_]:
    """Return the outline between parts that look alike: nothing but the outline tells them apart."""
    role = ROLE_OF[raster.part]
    border = np.zeros_like(marks)
    for first, second in NEIGHBOURS:
        differs = role[first] != role[second]
        border[first] |= differs
        border[second] |= differs
    alike: NDArray[np.bool_] = marks & ~border
    return alike


def blurred(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples (any leading axes) blurred by 1-4-6-4-1 both ways, dark beyond the edges."""
    for axis in (-2, -1):
        widths = [(0, 0)] * samples.ndim
        widths[axis] = (2, 2)
        padded = np.pad(samples, widths)
        far, near, own = _TAPS
        total = _shifted(padded, axis, 0) + _shifted(padded, axis, 4)
        total *= far
        beside = _shifted(padded, axis, 1) + _shifted(padded, axis, 3)
        beside *= near
        total += beside
        total += samples * own
        samples = total
    return samples


def _shifted(padded: NDArray[np.float32], axis: int, begin: int) -> NDArray[np.float32]:
    """Return what lies along an axis from `begin` on, without the rest of the four padded samples."""
    index = [slice(None)] * padded.ndim
    index[axis] = slice(begin, padded.shape[axis] - 4 + begin)
    return padded[tuple(index)]


def by_cell(samples: NDArray[Sample]) -> NDArray[Sample]:
    """Return samples as one row of 32 numbers a cell, cells in reading order."""
    rows, columns = samples.shape[0] // DOWN, samples.shape[1] // ACROSS
    cells = samples.reshape(rows, DOWN, columns, ACROSS).transpose(0, 2, 1, 3)
    return cells.reshape(rows * columns, DOWN * ACROSS)
