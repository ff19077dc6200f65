"""The raster: which part is nearest at each of 4x8 samples a cell, how near, and how lit."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.camera import Projected
from tui.core.figure.flesh import LIGHT_OF, Part

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


_ARMS = [part for part in Part if part.name.startswith(("SLEEVE", "ARM", "FOREARM"))]
_ARM_CONTRAST, _ARM_MOST = 3.0, 0.18
"""How many times as much brighter a nearer arm is than its nearness alone makes it, and how much at most."""

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
        slant = trunk_slant(cones)
        light = _AMBIENT + LIGHT_OF[cones[:, 8].astype(np.intp)] + nearness * (cones[:, 2] + cones[:, 5]) / 2
        light += arm_contrast(cones, nearness)
        for cone, bias, relief, lit in zip(cones.tolist(), *slant, light.tolist(), strict=True):
            self._stamp(cone, lit + bias, relief)

    def _stamp(self, cone: list[float], light: float, relief: float) -> None:
        ax, ay, az, bx, by, bz, ra, rb, part = _distinct(cone)
        x0, x1 = self._span(min(ax - ra, bx - rb), max(ax + ra, bx + rb), 1)
        y0, y1 = self._span(min(ay - ra, by - rb), max(ay + ra, by + rb), 0)
        if x0 >= x1 or y0 >= y1:
            return
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        ux, uy = np.float32((bx - ax) / length), np.float32((by - ay) / length)
        x, y = self.xs[x0:x1] - np.float32(ax), (self.ys[y0:y1] - np.float32(ay))[:, None]
        along, across = x * ux + y * uy, y * ux - x * uy
        share, radius, bulge, inside = _surface(along, across, length, ra, rb)
        share *= np.float32(bz - az)
        share += bulge
        share += np.float32(az)
        old = self.depth[y0:y1, x0:x1]
        wins = share > old
        wins &= inside
        np.copyto(old, share, where=wins)
        np.copyto(self.part[y0:y1, x0:x1], np.uint8(part), where=wins)
        across *= np.float32(relief) * (np.float32(_LIGHT_Y) * ux - np.float32(_LIGHT_X) * uy)
        bulge *= np.float32(relief * _LIGHT_Z)
        across += bulge
        across /= radius
        across += np.float32(light)
        np.copyto(self.light[y0:y1, x0:x1], across, where=wins)

    def _span(self, low: float, high: float, axis: int) -> tuple[int, int]:
        """Return the first sample within two distances and the one after the last."""
        samples = self.xs if axis else self.ys
        first, pitch = float(samples[0]), float(samples[1] - samples[0])
        begin, end = ceil((low - first) / pitch), floor((high - first) / pitch) + 1
        return max(begin, 0), min(end, len(samples))


def trunk_slant(cones: Projected) -> tuple[list[float], list[float]]:
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
    return bias.tolist(), relief.tolist()


def arm_contrast(cones: Projected, nearness: float) -> NDArray[np.float64]:
    """Return, by cone, what is added to the light of the arms: the nearer one is clearly the lighter."""
    arm = np.isin(cones[:, 8], _ARMS)
    if not arm.any():
        return np.zeros(len(cones))
    depth = (cones[:, 2] + cones[:, 5]) / 2
    apart = np.clip(_ARM_CONTRAST * nearness * (depth - depth[arm].mean()), -_ARM_MOST, _ARM_MOST)
    return np.where(arm, apart, 0.0)


def _distinct(cone: list[float]) -> list[float]:
    """Return a cone none of whose ends hides the other: a ball where one does."""
    ax, ay, az, bx, by, bz, ra, rb, part = cone
    if ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 > abs(ra - rb) + 1e-3:
        return cone
    if rb > ra:
        ax, ay, az, ra = bx, by, bz, rb
    return [ax, ay, az, ax + 1e-3, ay, az, ra, ra, part]


def _surface(along: _Samples, across: _Samples, length: float, ra: float, rb: float) -> tuple[_Samples, ...]:
    """Return, by sample, the share of the way from end a to b, the radius, the height, and whether inside.

    The nearest point of a round cone's axis lies where (along - |across| * k / sqrt(1 - k^2)) / length
    says, with k the slope of its sides, clamped to the axis.
    """
    slope = (ra - rb) / length
    share = np.abs(across)
    share *= np.float32(-slope / (1.0 - slope * slope) ** 0.5 / length)
    share += along * np.float32(1 / length)
    np.maximum(share, 0, out=share)
    np.minimum(share, 1, out=share)
    radius = share * np.float32(rb - ra)
    radius += np.float32(ra)
    along -= share * np.float32(length)
    bulge = radius * radius
    bulge -= across * across
    bulge -= along * along
    inside = bulge > 0
    np.maximum(bulge, 0, out=bulge)
    np.sqrt(bulge, out=bulge)
    return share, radius, bulge, inside
