"""What a movement swings: the path that the arrow follows, a little outside of the body."""

from math import cos, radians, tan

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.pose import START, FigureSpec, Pose, View
from tui.core.figure.body.skeleton import Skeleton, rotation, skeleton

OUTWARDS = 1.3
"""How far from the spine the arrow runs, as a multiple of what it follows."""

_BEFORE = -0.25
"""From where on the path of a bend is drawn, as a share of the movement: the longer, the rounder."""
_STILL = 0.02
"""Statures that do not count as movement."""
_RADIUS = 0.235
"""Of the arc before the face that shows a turn: between the elbows, outside of the head."""
_SPAN = 88.0
"""Degrees that the arc of a turn is long, unless it ends ahead."""
_REACH = 42.0
"""Degrees from straight ahead at which it ends at most: farther on it would point backwards."""
_LEAST_ABOVE, _CLEAR = 0.04, 0.29
"""Statures above the shoulders that it runs: at least, and where the eye is at its height."""

Track = NDArray[np.float64]
"""Points in the room, in statures: rows of (x, y, z)."""


def is_turn(first: Pose, last: Pose) -> bool:
    """Return whether a movement is most of all a turn about the upright axis."""
    bent = abs(last.bend + last.head_bend - first.bend - first.head_bend)
    leaned = abs(last.side + last.head_side - first.side - first.head_side)
    return abs(_facing(last) - _facing(first)) > max(bent, leaned, 1.0)


def tracks(spec: FigureSpec, first: Pose, last: Pose, points: int, above: float) -> list[Track]:
    """Return the paths that tell a movement between two poses.

    For a turn that is one flat arc before the face. Else it is the paths of the left elbow, the right
    one and the crown; where none of them moves, a point before the crown takes its place.

    Args:
        spec: the person.
        first: where the movement begins.
        last: where it ends.
        points: how many each path has.
        above: statures above the shoulders at which the arc of a turn clears the head (`clearance`).
    """
    if is_turn(first, last):
        return [_arc(spec, first, last, points, above)]
    pivot = skeleton(spec, spec.poses[START]).at(3.2)
    shares = np.linspace(_BEFORE, 1.0, points)
    swung = np.array([_tips(skeleton(spec, first.towards(last, float(share)))) for share in shares])
    outside = pivot + (swung - pivot) * OUTWARDS
    moved = np.linalg.norm(outside[-1] - outside[0], axis=1)
    head = 3 if moved[:3].max() < _STILL else 2
    return [outside[:, 0], outside[:, 1], outside[:, head]]


def clearance(view: View) -> float:
    """Return how many statures above the shoulders a flat arc before the face is seen above the head.

    Seen from behind it rises behind the head by itself, the more so the steeper the view; from the front
    it sinks before the face.
    """
    steepness = min(tan(radians(view.pitch)), 10.0)
    return max(_LEAST_ABOVE, _CLEAR + _RADIUS * steepness * cos(radians(view.yaw)))


def _arc(spec: FigureSpec, first: Pose, last: Pose, points: int, above: float) -> Track:
    top = skeleton(spec, spec.poses[START]).spine[5]
    way = 1.0 if _facing(last) > _facing(first) else -1.0
    end = max(-_REACH, min(_REACH, _facing(last)))
    begin = max(-_REACH - 4.0, min(_REACH + 4.0, end - way * _SPAN))
    ahead = np.array((0.0, above, _RADIUS))
    return np.array([top + rotation(float(at), 0, 0) @ ahead for at in np.linspace(begin, end, points)])


def _facing(pose: Pose) -> float:
    return pose.twist + pose.head_twist


def _tips(bones: Skeleton) -> tuple[NDArray[np.float64], ...]:
    before = bones.on_head(0.0, 0.09, 0.09)
    return bones.arms[0].elbow, bones.arms[1].elbow, bones.on_head(0.0, 0.07, 0.0), before
