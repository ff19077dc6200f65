"""The canvas: cones drawn over each other, the nearest on top; and the outline of what is drawn.

Each sample is one number: its depth in the upper bits, then its part and its light. The nearer of two is
the larger one, so that whole cones are drawn by taking maxima.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import GROUP_OF
from tui.core.figure.scene.camera import Projected
from tui.core.figure.scene.raster import ACROSS, DARKEST, DEPTH_STEPS, DOWN, FAR, LIGHT_STEPS, Raster
from tui.core.figure.scene.surfaces import Surfaces, cone_light, distinct

_DEPTH_SHIFT, _PART_SHIFT = np.uint32(16), np.uint32(11)
_PART_MASK, _LIGHT_MASK = np.uint32(0x1F), np.uint32(0x7FF)
"""16 bits of depth reach from FAR to as far before the middle of the person."""


Codes = NDArray[np.uint32]
"""Samples, rows of them top to bottom: depth, part and light in 16, 5 and 11 bits; 0 where nothing is."""


class Canvas(NamedTuple):
    """Samples of a part of a picture, on which cones are drawn."""

    codes: Codes
    xs: NDArray[np.float32]
    """Where the samples stand across, in columns."""
    ys: NDArray[np.float32]
    """Where they stand down, in columns (a row is as many as the cell's aspect)."""

    @classmethod
    def blank(cls, columns: slice, rows: slice, aspect: float) -> "Canvas":
        """Return an empty canvas for some columns and rows of cells of a picture."""
        across = np.arange(columns.start * ACROSS, columns.stop * ACROSS)
        down = np.arange(rows.start * DOWN, rows.stop * DOWN)
        return cls(
            np.zeros((len(down), len(across)), np.uint32),
            ((across + 0.5) / ACROSS).astype(np.float32),
            ((down + 0.5) * aspect / DOWN).astype(np.float32),
        )

    def copy(self) -> "Canvas":
        """Return a canvas that can be drawn on without changing this one."""
        return Canvas(self.codes.copy(), self.xs, self.ys)

    def draw(self, cones: Projected, nearness: float = 0.0) -> None:
        """Draw projected cones; `nearness` brightens what is near, per column."""
        light, relief = cone_light(cones, nearness)
        cones = distinct(cones)
        boxes = self._boxes(cones)
        depth, lit, inside = Surfaces(cones, light, relief).sampled(self.xs, self.ys, boxes)
        parts = cones[:, 8].astype(np.uint32) << _PART_SHIFT
        counts = (boxes[:, 1] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 2])
        codes = _encoded(depth, lit, np.repeat(parts, counts))
        codes *= inside
        begin = 0
        for x0, x1, y0, y1 in boxes.tolist():
            end = begin + (y1 - y0) * (x1 - x0)
            place = self.codes[y0:y1, x0:x1]
            np.maximum(place, codes[begin:end].reshape(y1 - y0, x1 - x0), out=place)
            begin = end

    def raster(self) -> Raster:
        """Return what has been drawn."""
        codes = self.codes
        return Raster(
            (codes >> _DEPTH_SHIFT).view(np.int32),
            ((codes >> _PART_SHIFT) & _PART_MASK).astype(np.uint8),
            (codes & _LIGHT_MASK).astype(np.uint16),
        )

    def _boxes(self, cones: Projected) -> NDArray[np.intp]:
        """Return, by cone, the samples that it can cover: first and end across, first and end down."""
        boxes = np.empty((len(cones), 4), np.intp)
        for axis, samples in enumerate((self.xs, self.ys)):
            first, pitch = float(samples[0]), float(samples[1] - samples[0])
            low = np.minimum(cones[:, axis] - cones[:, 6], cones[:, axis + 3] - cones[:, 7])
            high = np.maximum(cones[:, axis] + cones[:, 6], cones[:, axis + 3] + cones[:, 7])
            begin = np.ceil((low - first) / pitch).clip(0, len(samples))
            boxes[:, 2 * axis] = begin
            boxes[:, 2 * axis + 1] = (np.floor((high - first) / pitch) + 1).clip(begin, len(samples))
        return boxes


def _encoded(
    depth: NDArray[np.float32], light: NDArray[np.float32], part: NDArray[np.uint32]
) -> NDArray[np.uint32]:
    """Return the numbers of samples; what is worked out is worked out in place."""
    depth -= np.float32(FAR)
    depth *= np.float32(DEPTH_STEPS)
    codes = depth.astype(np.uint32)
    codes <<= _DEPTH_SHIFT
    codes |= part
    light -= np.float32(DARKEST)
    light *= np.float32(LIGHT_STEPS)
    np.clip(light, np.float32(0), np.float32(_LIGHT_MASK), out=light)
    codes |= light.astype(np.uint32)
    return codes


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
