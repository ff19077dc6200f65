"""What a movement swings: the points whose path the arrow follows, a little outside of the body."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.skeleton import Skeleton, skeleton
from tui.core.pose import START, FigureSpec, Pose

OUTWARDS = 1.17
"""How far from the spine the arrow runs, as a multiple of what it follows."""

Track = NDArray[np.float64]
"""Points in the room, in statures: rows of (x, y, z)."""


def tracks(spec: FigureSpec, first: Pose, last: Pose, points: int) -> list[Track]:
    """Return the paths of the left elbow, the right one and the crown between two poses."""
    pivot = skeleton(spec, spec.poses[START]).at(3.2)
    shares = np.linspace(0.08, 1.0, points)
    swung = [_tips(skeleton(spec, first.towards(last, float(share)))) for share in shares]
    return [pivot + (np.array([tips[at] for tips in swung]) - pivot) * OUTWARDS for at in range(3)]


def _tips(bones: Skeleton) -> tuple[NDArray[np.float64], ...]:
    return bones.arms[0].elbow, bones.arms[1].elbow, bones.on_head(0.0, 0.07, 0.0)
