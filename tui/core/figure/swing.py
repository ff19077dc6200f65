"""What a movement swings: the points whose path the arrow follows, a little outside of the body."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.skeleton import Skeleton, skeleton
from tui.core.pose import START, FigureSpec, Pose

OUTWARDS = 1.17
"""How far from the spine the arrow runs, as a multiple of what it follows."""

_STILL = 0.02
"""Statures that do not count as movement."""

Track = NDArray[np.float64]
"""Points in the room, in statures: rows of (x, y, z)."""


def tracks(spec: FigureSpec, first: Pose, last: Pose, points: int) -> list[Track]:
    """Return the paths of the left elbow, the right one and the crown between two poses.

    Where none of them moves, a point before the crown takes its place: it shows a turn of the head.
    """
    pivot = skeleton(spec, spec.poses[START]).at(3.2)
    shares = np.linspace(0.08, 1.0, points)
    swung = np.array([_tips(skeleton(spec, first.towards(last, float(share)))) for share in shares])
    outside = pivot + (swung - pivot) * OUTWARDS
    moved = np.linalg.norm(outside[-1] - outside[0], axis=1)
    head = 3 if moved[:3].max() < _STILL else 2
    return [outside[:, 0], outside[:, 1], outside[:, head]]


def _tips(bones: Skeleton) -> tuple[NDArray[np.float64], ...]:
    before = bones.on_head(0.0, 0.09, 0.09)
    return bones.arms[0].elbow, bones.arms[1].elbow, bones.on_head(0.0, 0.07, 0.0), before
