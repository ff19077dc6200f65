"""The surfaces of round cones as they are seen: how near and how lit they are at each sample."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import LIGHT_OF, BodyPart
from tui.core.figure.scene.camera import Projected

TOWARDS = (-0.46, -0.58, 0.67)
"""Towards the light: from the upper left, in front."""
_AMBIENT = 0.22
_RELIEF = 0.35
_FACING = 0.6
"""The light of a surface that faces the eye."""
_IS_ARM = np.array([part.name.startswith(("UPPER_ARM", "FOREARM")) for part in BodyPart])
_ARM_CONTRAST, _ARM_MOST = 3.0, 0.18
"""How many times as much brighter a nearer arm is than its nearness alone makes it, and how much at most."""


def cone_light(cones: Projected, nearness: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by cone, its light and how much of its own roundness shows.

    Args:
        cones: projected.
        nearness: how much brighter what is a column nearer is.
    """
    light = _AMBIENT + LIGHT_OF[cones[:, 8].astype(np.intp)] + nearness * (cones[:, 2] + cones[:, 5]) / 2
    bias, relief = trunk_slant(cones)
    return light + arm_contrast(cones, nearness) + bias, relief


def trunk_slant(cones: Projected) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by cone, what is added to its light and how much of its own roundness shows.

    The trunk is several columns: lit each by itself they would be a checker. So they share one slope
    of light from the left flank to the right, and keep a third of their own.
    """
    bias, relief = np.zeros(len(cones)), np.ones(len(cones))
    trunk = cones[:, 8] == BodyPart.TRUNK
    if trunk.any():
        middle = (cones[trunk, 0] + cones[trunk, 3]) / 2
        width = np.ptp(middle) / 2 + cones[trunk, 6].mean()
        bias[trunk] = TOWARDS[0] * (middle - middle.mean()) / width + (1 - _RELIEF) * _FACING
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
