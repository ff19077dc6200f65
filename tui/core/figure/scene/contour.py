"""The outline: samples at whose edge something farther away begins."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import GROUP_OF
from tui.core.figure.scene.canvas import Codes
from tui.core.figure.scene.raster import DEPTH_STEPS, Raster

_STEP, _CLIFF = np.int32(1.6 * DEPTH_STEPS), np.int32(4.8 * DEPTH_STEPS)
"""Steps of depth that another group must be farther away, and that anything must be."""


def contour(raster: Raster) -> NDArray[np.bool_]:
    """Return which samples are outline: one sample wide, on the nearer side of each edge."""
    width = raster.depth.shape[1]
    marks = np.zeros(raster.depth.size, np.bool_)
    part = raster.part.ravel()
    for apart in (1, width):
        first, fall = _edges(raster.depth.ravel(), lambda at: part[at], apart, width)
        marks[first[fall > 0]] = True
        marks[first[fall < 0] + apart] = True
    return marks.reshape(raster.depth.shape)


def far_sides(codes: Codes) -> NDArray[np.intp]:
    """Return which samples of a canvas, counted in reading order, lie beside a part that is nearer.

    Where nothing is, nothing is beside anything.
    """
    width = codes.shape[1]
    flat = codes.ravel()
    depth = (flat >> 16).view(np.int32)
    found: list[NDArray[np.intp]] = []
    for apart in (1, width):
        first, fall = _edges(depth, lambda at: flat[at] >> 11 & 31, apart, width)
        step = np.where(fall > 0, apart, -apart)
        far = first + np.maximum(step, 0)
        found += [far, np.clip(far + step, 0, flat.size - 1)]
    beside = np.concatenate(found)
    behind: NDArray[np.intp] = beside[flat[beside] != 0]
    return behind


def _edges(
    depth: NDArray[np.int32], part: Callable[[NDArray[np.intp]], NDArray[Any]], apart: int, width: int
) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
    """Return the first of each two samples between which an edge runs, and how far it falls behind it."""
    drop = depth[:-apart] - depth[apart:]
    steep = np.flatnonzero(np.abs(drop) > _STEP)
    if apart == 1:
        steep = steep[(steep + 1) % width != 0]
    fall = drop[steep]
    edge = (GROUP_OF[part(steep)] != GROUP_OF[part(steep + apart)]) | (np.abs(fall) > _CLIFF)
    return steep[edge], fall[edge]
