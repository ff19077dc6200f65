"""The surfaces of round cones as they are seen: how near and how lit they are at each sample."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.scene.camera import Projected
from tui.core.figure.scene.light import TOWARDS

_ZERO, _ONE = np.float32(0), np.float32(1)

_Samples = NDArray[Any]


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
        shine = relief * (TOWARDS[1] * ux - TOWARDS[0] * uy)
        self._numbers = np.stack(
            (skew, rb - ra, ra, length, bz - az, az, shine, relief * TOWARDS[2], light)
        ).astype(np.float32)

    def sampled(self, xs: _Samples, ys: _Samples, boxes: NDArray[np.intp]) -> tuple[_Samples, ...]:
        """Return depth and light of the samples in the boxes, and whether they are inside, box after box.

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
        inside = bulge > 0
        np.maximum(bulge, _ZERO, out=bulge)
        np.sqrt(bulge, out=bulge)
        share *= rise
        share += base
        share += bulge
        across *= shine
        bulge *= gloss
        across += bulge
        across /= radius
        across += light
        return share, across, inside

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
