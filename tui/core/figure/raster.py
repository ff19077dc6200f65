"""The raster: which part is nearest at each of 4x8 samples a cell, how near, and how lit."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.camera import Projected
from tui.core.figure.parts import LIGHT_OF, Part

ACROSS = 4
"""Samples across a cell."""
DOWN = 8
"""Samples down a cell."""
FAR = np.float32(-1000.0)
"""Depth where nothing is."""

_LIGHT_X, _LIGHT_Y, _LIGHT_Z = -0.46, -0.58, 0.67
"""Towards the light: from the upper left, in front."""
_AMBIENT = 0.22
_RELIEF = 0.35
_FACING = 0.6
"""The light of a surface that faces the eye."""


_IS_ARM = np.array([part.name.startswith(("UPPER_ARM", "FOREARM")) for part in Part])
_ARM_CONTRAST, _ARM_MOST = 3.0, 0.18
"""How many times as much brighter a nearer arm is than its nearness alone makes it, and how much at most."""

_ZERO, _ONE = np.float32(0), np.float32(1)

_Samples = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Raster:
    """Samples, rows of them top to bottom: depth in columns, part, light from 0 to about 1."""

    depth: NDArray[np.float32]
    part: NDArray[np.uint8]
    light: NDArray[np.float32]
    xs: NDArray[np.float32]
    """Where the samples stand across, in columns."""
    ys: NDArray[np.float32]
    """Where they stand down, in columns (a row is as many as the cell's aspect)."""

    @classmethod
    def blank(cls, columns: int, rows: int, aspect: float) -> "Raster":
        """Return an empty raster of a picture of `columns` x `rows` cells."""
        shape = (rows * DOWN, columns * ACROSS)
        return cls(
            np.full(shape, FAR, np.float32),
            np.zeros(shape, np.uint8),
            np.zeros(shape, np.float32),
            ((np.arange(shape[1]) + 0.5) / ACROSS).astype(np.float32),
            ((np.arange(shape[0]) + 0.5) * aspect / DOWN).astype(np.float32),
        )

    def copy(self) -> "Raster":
        """Return a raster that can be drawn on without changing this one."""
        return Raster(self.depth.copy(), self.part.copy(), self.light.copy(), self.xs, self.ys)

    def window(self, rows: slice, columns: slice) -> "Raster":
        """Return the samples of some rows and columns of cells, not copied."""
        down = slice(rows.start * DOWN, rows.stop * DOWN)
        across = slice(columns.start * ACROSS, columns.stop * ACROSS)
        part = (down, across)
        return Raster(self.depth[part], self.part[part], self.light[part], self.xs[across], self.ys[down])

    def draw(self, cones: Projected, nearness: float = 0.0) -> None:
        """Draw projected cones, the nearest wins; `nearness` brightens what is near, per column."""
        light = _AMBIENT + LIGHT_OF[cones[:, 8].astype(np.intp)] + nearness * (cones[:, 2] + cones[:, 5]) / 2
        light += arm_contrast(cones, nearness)
        bias, relief = trunk_slant(cones)
        cones, boxes = distinct(cones), self._boxes(cones)
        shapes = Surfaces(cones, light + bias, relief)
        depth, lit = shapes.sampled(self.xs, self.ys, boxes)
        begin = 0
        for part, (x0, x1, y0, y1) in zip(cones[:, 8].astype(np.uint8), boxes.tolist(), strict=True):
            end = begin + (y1 - y0) * (x1 - x0)
            place, shape = (slice(y0, y1), slice(x0, x1)), (y1 - y0, x1 - x0)
            near, old = depth[begin:end].reshape(shape), self.depth[place]
            wins = near > old
            np.copyto(old, near, where=wins)
            np.copyto(self.part[place], part, where=wins)
            np.copyto(self.light[place], lit[begin:end].reshape(shape), where=wins)
            begin = end

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


class Surfaces:
    """Round cones as they are seen, each a stretch of one long row of samples: all are worked out at once.

    Args:
        cones: projected, none of whose ends hides the other.
        light: of each, where it faces the eye sideways.
        relief: how much of its own roundness each shows.
    """

    def __init__(self, cones: Projected, light: NDArray[np.float64], relief: NDArray[np.float64]) -> None:
        ax, ay, az, bx, by, bz, ra, rb, _ = cones.T
        length = np.hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / length, (by - ay) / length
        self._by_column = np.stack((ux / length, -uy), axis=1).astype(np.float32)
        self._by_row = np.stack((uy / length, ux), axis=1).astype(np.float32)
        beside = ax * uy - ay * ux
        self._offset = np.stack((-(ax * ux + ay * uy) / length, beside), axis=1).astype(np.float32)
        slope = (ra - rb) / length
        skew = -slope / np.sqrt(1.0 - slope * slope) / length
        shine = relief * (_LIGHT_Y * ux - _LIGHT_X * uy)
        self._numbers = np.stack(
            (skew, rb - ra, ra, length, bz - az, az, shine, relief * _LIGHT_Z, light)
        ).astype(np.float32)

    def sampled(self, xs: _Samples, ys: _Samples, boxes: NDArray[np.intp]) -> tuple[_Samples, _Samples]:
        """Return depth (FAR outside) and light of the samples in the boxes, one box after the other.

        The nearest point of a round cone's axis lies where (along - |across| * k / sqrt(1 - k^2)) / length
        says, with k the slope of its sides, clamped to the axis.
        """
        counts = (boxes[:, 1] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 2])
        along, across = self._axes(xs, ys, boxes, int(counts.sum()))
        skew, taper, thick, length, rise, base, shine, gloss, light = np.repeat(self._numbers, counts, axis=1)
        share = np.abs(across)
        share *= skew
        share += along
        np.clip(share, _ZERO, _ONE, out=share)
        radius = taper
        radius *= share
        radius += thick
        along -= share
        along *= length
        bulge = radius * radius
        bulge -= across * across
        bulge -= along * along
        outside = bulge <= 0
        np.maximum(bulge, _ZERO, out=bulge)
        np.sqrt(bulge, out=bulge)
        share *= rise
        share += base
        share += bulge
        share[outside] = FAR
        across *= shine
        bulge *= gloss
        across += bulge
        across /= radius
        across += light
        return share, across

    def _axes(self, xs: _Samples, ys: _Samples, boxes: NDArray[np.intp], count: int) -> _Samples:
        """Return how far along the axis samples lie, as a share of it, and how far beside it in columns."""
        by_column = self._by_column[:, :, None] * xs + self._offset[:, :, None]
        by_row = self._by_row[:, :, None] * ys
        axes, begin = np.empty((2, count), np.float32), 0
        for across, down, (x0, x1, y0, y1) in zip(by_column, by_row, boxes.tolist(), strict=True):
            end = begin + (y1 - y0) * (x1 - x0)
            place = axes[:, begin:end].reshape(2, y1 - y0, x1 - x0)
            np.add(across[:, None, x0:x1], down[:, y0:y1, None], out=place)
            begin = end
        return axes


def trunk_slant(cones: Projected) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by cone, what is added to its light and how much of its own roundness shows.

    The trunk is several columns: lit each by itself they would be a checker. So they share one slope
    of light from the left flank to the right, and keep a third of their own.
    """
    bias, relief = np.zeros(len(cones)), np.ones(len(cones))
    trunk = cones[:, 8] == Part.TRUNK
    if trunk.any():
        middle = (cones[trunk, 0] + cones[trunk, 3]) / 2
        width = np.ptp(middle) / 2 + cones[trunk, 6].mean()
        bias[trunk] = _LIGHT_X * (middle - middle.mean()) / width + (1 - _RELIEF) * _FACING
        relief[trunk] = _RELIEF
    return bias, relief


def arm_contrast(cones: Projected, nearness: float) -> NDArray[np.float64]:
    """Return, by cone, what is added to the light of the arms: the nearer one is clearly the lighter."""
    arm = _IS_ARM[cones[:, 8].astype(np.intp)]
    if not arm.any():
        return np.zeros(len(cones))
    depth = (cones[:, 2] + cones[:, 5]) / 2
    apart = np.clip(_ARM_CONTRAST * nearness * (depth - depth[arm].mean()), -_ARM_MOST, _ARM_MOST)
    return np.where(arm, apart, 0.0)


def distinct(cones: Projected) -> Projected:
    """Return cones none of whose ends hides the other: a ball where one does."""
    length = np.hypot(cones[:, 3] - cones[:, 0], cones[:, 4] - cones[:, 1])
    ball = length <= np.abs(cones[:, 6] - cones[:, 7]) + 1e-3
    if not ball.any():
        return cones
    out = cones.copy()
    larger = ball & (cones[:, 7] > cones[:, 6])
    out[larger, 0:3], out[larger, 6] = cones[larger, 3:6], cones[larger, 7]
    out[ball, 3:6], out[ball, 7] = out[ball, 0:3], out[ball, 6]
    out[ball, 3] += 1e-3
    return out
