"""The raster: which part is nearest at each of 4x8 samples a cell, how near, and how lit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.camera import Projected
from tui.core.figure.flesh import LIGHT_OF

ACROSS = 4
"""Samples across a cell."""
DOWN = 8
"""Samples down a cell."""
FAR = np.float32(-1000.0)
"""Depth where nothing is."""

_LIGHT_X, _LIGHT_Y, _LIGHT_Z = -0.46, -0.58, 0.67
"""Towards the light: from the upper left, in front."""
_AMBIENT = 0.22


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

    def draw(self, cones: Projected, nearness: float = 0.0) -> None:
        """Draw projected cones, the nearest wins; `nearness` brightens what is near, per column."""
        for cone in cones.tolist():
            self._stamp(cone, nearness)

    def _stamp(self, cone: list[float], nearness: float) -> None:
        ax, ay, az, bx, by, bz, ra, rb, part = cone
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        if length <= abs(ra - rb) + 1e-3:  # one end hides the other: a ball
            if rb > ra:
                ax, ay, az, ra = bx, by, bz, rb
            dx, dy, length, bx, by, bz, rb = 1.0, 0.0, 1e-3, ax + 1e-3, ay, az, ra
        ux, uy = dx / length, dy / length
        x0, x1 = np.searchsorted(self.xs, (min(ax - ra, bx - rb), max(ax + ra, bx + rb)))
        y0, y1 = np.searchsorted(self.ys, (min(ay - ra, by - rb), max(ay + ra, by + rb)))
        if x0 >= x1 or y0 >= y1:
            return
        x, y = self.xs[x0:x1] - np.float32(ax), (self.ys[y0:y1] - np.float32(ay))[:, None]
        along = x * np.float32(ux) + y * np.float32(uy)
        across = y * np.float32(ux) - x * np.float32(uy)
        slope = (ra - rb) / length
        lean = slope / (1.0 - slope * slope) ** 0.5
        share = np.clip((along - np.abs(across) * np.float32(lean)) * np.float32(1 / length), 0, 1)
        radius = share * np.float32(rb - ra) + np.float32(ra)
        ahead = along - share * np.float32(length)
        rest = radius * radius - across * across - ahead * ahead
        bulge = np.sqrt(np.maximum(rest, 0))
        depth = share * np.float32(bz - az) + np.float32(az) + bulge
        old = self.depth[y0:y1, x0:x1]
        wins = (rest > 0) & (depth > old)
        np.copyto(old, depth, where=wins)
        np.copyto(self.part[y0:y1, x0:x1], np.uint8(part), where=wins)
        bias = np.float32(_AMBIENT + LIGHT_OF[int(part)] + nearness * (az + bz) / 2)
        side = np.float32(_LIGHT_Y * ux - _LIGHT_X * uy)
        light = (across * side + bulge * np.float32(_LIGHT_Z)) / radius + bias
        np.copyto(self.light[y0:y1, x0:x1], light, where=wins)
