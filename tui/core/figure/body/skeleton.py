"""Joints of the seated person in a pose: forward kinematics of the trunk, inverse ones of the arms."""

from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body import body
from tui.core.figure.body.pose import FigureSpec, Pose

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

WRIST = {"head": (0.116, -0.020, -0.067), "thighs": (0.092, body.HIP + 0.066, 0.135)}
"""Where the left wrist is: from the centre of the head, or in the room."""
_POLE = {"forward": (0.95, -0.15, 0.2), "wide": (0.9, -0.15, -0.4)}
"""Which way the left elbow points with the hand behind the head.

From the side, arms that point forward cover the face; and of a turn seen from behind and above, the
elbow that points forward stands higher than the other, as in a bend to the side.
"""
_POLE_BELOW = (0.8, -0.2, -1.0)
"""Which way it points with the hand on the thigh."""
_PALM = {"head": (0.022, 0.022, -0.121), "thighs": (0.084, body.HIP + 0.05, 0.24)}
"""What the left hand reaches for from its wrist."""
SHRUG = 0.014
"""How far the shoulders rise with raised arms."""
_JOINTS, _FRAMES = 16, 7
BASIS = _JOINTS + 3 * _FRAMES
"""Joints of a skeleton, and axes of its frames."""


class Arm(NamedTuple):
    """Joint centres of one arm."""

    shoulder: Vector
    elbow: Vector
    wrist: Vector
    tip: Vector


class Skeleton(NamedTuple):
    """Joint centres and frames (columns: the part's own left, up and forward), in statures."""

    spine: tuple[Vector, ...]
    """From the hips to the shoulder line: six points."""
    turns: tuple[Matrix, ...]
    """The frame at each of them."""
    neck: Vector
    head: Vector
    head_turn: Matrix
    arms: tuple[Arm, Arm]
    """The left one, the right one."""

    @property
    def basis(self) -> Matrix:
        """Its joints and the axes of its frames, one a row: every point of the body is a sum of some."""
        joints = [joint for arm in self.arms for joint in (arm.shoulder, arm.elbow, arm.wrist, arm.tip)]
        axes = [turn.T.ravel() for turn in (*self.turns, self.head_turn)]
        return np.concatenate((*self.spine, self.neck, self.head, *joints, *axes)).reshape(BASIS, -1)

    def at(self, height: float, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Vector:
        """Return a point of the trunk `height` links (0 to 5) up the spine, offset in the frame there."""
        below = min(int(height), 4)
        part = height - below
        point = self.spine[below] * (1 - part) + self.spine[below + 1] * part
        turn = self.turns[below + 1] if part > 0.5 else self.turns[below]
        offset: Vector = turn @ np.array((x, y, z))
        return point + offset

    def on_head(self, x: float, y: float, z: float) -> Vector:
        """Return a point given in the frame of the head, from its centre."""
        offset: Vector = self.head_turn @ np.array((x, y, z))
        return self.head + offset


def unit_skeleton() -> Skeleton:
    """Return a skeleton whose points are what they are made of: shares of each row of a skeleton's basis."""
    units = np.eye(BASIS)
    joints, axes = list(units[:_JOINTS]), units[_JOINTS:].reshape(-1, 3, BASIS).transpose(0, 2, 1)
    spine, (neck, head, *arms) = joints[:6], joints[6:]
    return Skeleton(tuple(spine), tuple(axes[:-1]), neck, head, axes[-1], (Arm(*arms[:4]), Arm(*arms[4:])))


def rotation(twist: float, bend: float, side: float) -> Matrix:
    """Return the turn by three angles in degrees: sideways to the left, then backwards, then to the left."""
    ct, st = cos(radians(twist)), sin(radians(twist))
    cb, sb = cos(radians(bend)), sin(radians(bend))
    cs, ss = cos(radians(side)), sin(radians(side))
    return np.array(
        (
            (ct * cs + st * sb * ss, ct * ss - st * sb * cs, st * cb),
            (-cb * ss, cb * cs, sb),
            (ct * sb * ss - st * cs, -st * ss - ct * sb * cs, ct * cb),
        )
    )


def skeleton(spec: FigureSpec, pose: Pose) -> Skeleton:
    """Return the joints of the person of `spec` in `pose`."""
    turn: Matrix = np.eye(3)
    point: Vector = np.array((0.0, body.HIP, 0.0))
    spine, turns = [point], [turn]
    for link, share in zip(body.SPINE, spec.shares, strict=True):
        turn = turn @ rotation(pose.twist * share, pose.bend * share, pose.side * share)
        point = point + turn @ np.array((0.0, link, 0.0))
        spine.append(point)
        turns.append(turn)
    slide = pose.head_slide / 100.0
    neck = point + turn @ np.array((0.0, body.NECK, slide * 0.6))
    head_turn = turn @ rotation(pose.head_twist, pose.head_bend, pose.head_side)
    head = (
        neck
        + turn @ np.array((0.0, 0.0, slide * 0.4))
        + head_turn @ np.array((0.0, body.HEAD_ABOVE_NECK, 0.0))
    )
    arms = [_arm(spec, side, point, turn, head, head_turn) for side in (1.0, -1.0)]
    return Skeleton(tuple(spine), tuple(turns), neck, head, head_turn, (arms[0], arms[1]))


def _arm(spec: FigureSpec, side: float, top: Vector, turn: Matrix, head: Vector, head_turn: Matrix) -> Arm:
    mirror = np.array((side, 1.0, 1.0))
    raised = spec.hands == "head"
    rise = SHRUG if raised else -0.02
    shoulder = top + turn @ (np.array((body.SHOULDER_HALF, rise, 0.0)) * mirror)
    wrist, palm = (np.array(table[spec.hands]) * mirror for table in (WRIST, _PALM))
    pole = _upright(turn) @ (np.array(_POLE[spec.elbows] if raised else _POLE_BELOW) * mirror)
    if raised:
        wrist, palm = head + head_turn @ wrist, head + head_turn @ palm
    elbow, wrist = two_bones(shoulder, wrist, pole, body.UPPER_ARM, body.FOREARM)
    way = palm - wrist
    return Arm(shoulder, elbow, wrist, wrist + way * (body.HAND / float(np.linalg.norm(way))))


def _upright(turn: Matrix) -> Matrix:
    """Return only the twist of `turn`: elbows sink by their weight however far the trunk leans."""
    return rotation(degrees(atan2(-turn[2, 0], turn[0, 0])), 0.0, 0.0)


def two_bones(root: Vector, goal: Vector, pole: Vector, upper: float, lower: float) -> tuple[Vector, Vector]:
    """Return the middle joint and the end of two bones from `root` that reach for `goal`.

    The middle joint points towards `pole`. A goal out of reach is approached as far as the bones go.
    """
    way = goal - root
    distance = float(np.linalg.norm(way))
    ahead = way / distance
    reach = min(max(distance, abs(upper - lower) * 1.001), (upper + lower) * 0.999)
    along = (reach * reach + upper * upper - lower * lower) / (2.0 * reach)
    outwards = pole - ahead * float(pole @ ahead)
    outwards = outwards / float(np.linalg.norm(outwards))
    across = max(upper * upper - along * along, 0.0) ** 0.5
    return root + ahead * along + outwards * across, root + ahead * reach
