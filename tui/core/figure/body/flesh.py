"""The body and the chair as round cones between joints, each with its part, and where they touch."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body import body
from tui.core.figure.body.parts import BodyPart
from tui.core.figure.body.pose import FigureSpec
from tui.core.figure.body.regions import Cone, Facing, regions
from tui.core.figure.body.skeleton import Arm, Matrix, Skeleton, unit_skeleton

Cones = NDArray[np.float64]
"""Rows of (ax, ay, az, bx, by, bz, radius at a, radius at b, part)."""

_EYES_ASIDE = (0.064, 0.034)
_EYES = {Facing.FRONT: (0.030, 0.081)}
"""How far an eye lies aside of the head's middle and before it.

Seen from behind or aside it has to lie within the cheek, else a profile shows it only at its edge.
"""


def upper_body(bones: Skeleton, spec: FigureSpec, facing: Facing = Facing.REAR) -> Cones:
    """Return the cones of everything that moves: trunk with its marks, head and arms."""
    ends, rest = _shares(spec.region, spec.still, facing)
    return np.hstack(((ends @ bones.basis).reshape(-1, 6), rest))


@lru_cache(maxsize=8)
def _shares(region: str, still: str, facing: Facing) -> tuple[Matrix, Matrix]:
    """Return what both ends of each cone are made of (`unit_skeleton`), and its radii and its part."""
    unit = unit_skeleton()
    cones = [*_trunk(unit), *regions(unit, region, still, facing), *_head(unit, facing), *_arms(unit)]
    ends = np.array([end for cone in cones for end in cone[:2]])
    return ends, np.array([cone[2:] for cone in cones], np.float64)


def legs() -> Cones:
    """Return the cones of pelvis and legs, which never move."""
    at = np.array
    high = body.HIP + 0.004
    cones: list[Cone] = [
        (at((-0.036, high, -0.004)), at((0.036, high, -0.004)), 0.071, 0.071, BodyPart.PELVIS)
    ]
    for side, thigh, shank, shoe in (
        (1.0, BodyPart.THIGH_LEFT, BodyPart.SHANK_LEFT, BodyPart.SHOE_LEFT),
        (-1.0, BodyPart.THIGH_RIGHT, BodyPart.SHANK_RIGHT, BodyPart.SHOE_RIGHT),
    ):
        hip = at((side * body.HIP_HALF, body.HIP, 0.0))
        out = side * body.KNEE_HALF
        knee = at((out, body.ANKLE + body.SHANK, body.THIGH - 0.003))
        ankle = at((out, body.ANKLE, body.THIGH - 0.003))
        toe = at((out * 1.1, 0.022, body.THIGH - 0.003 + body.FOOT * 0.72))
        cones += [
            (hip, knee, 0.060, 0.042, thigh),
            (knee, ankle, 0.041, 0.025, shank),
            (ankle - at((0.0, 0.012, 0.022)), toe, 0.026, 0.021, shoe),
        ]
    return _array(cones)


def chair(thickness: float | None = None, sides: tuple[float, ...] = (-1.0, 1.0)) -> Cones:
    """Return the cones of a plain chair whose open back lets seat and trunk show from behind.

    With a `thickness` its posts and legs are that thick. It has those of `sides`.
    """
    at = np.array
    half, top, back = body.CHAIR_HALF, body.BACKREST_TOP, body.BACKREST_Z
    low = body.SEAT - 0.02
    cones: list[Cone] = []
    for z in np.linspace(body.SEAT_BACK, body.SEAT_FRONT, 17):
        cones.append((at((-half + 0.01, low, z)), at((half - 0.01, low, z)), 0.015, 0.015, BodyPart.SEAT))
    for side in [side * half for side in sides]:
        rear, front = at((side, low, body.SEAT_BACK)), at((side, low, body.SEAT_FRONT))
        cones += [
            (rear, at((side, top, back)), 0.015, 0.014, BodyPart.BACKREST),
            (rear, at((side, 0.012, body.SEAT_BACK - 0.02)), 0.015, 0.011, BodyPart.CHAIR_LEGS),
            (front, at((side, 0.012, body.SEAT_FRONT)), 0.015, 0.011, BodyPart.CHAIR_LEGS),
        ]
    bar: Cone = (at((-half, top, back)), at((half, top, back)), 0.026, 0.026, BodyPart.BACKREST)
    every = _array([*cones, bar])
    if thickness is not None:
        every[:-1][every[:-1, 8] != BodyPart.SEAT, 6:8] = thickness
    return every


def above(cones: Cones, height: float) -> Cones:
    """Return what of upright or level cones lies above a height, in statures."""
    out = cones[np.maximum(cones[:, 1], cones[:, 4]) > height]
    for end, other in ((slice(0, 3), slice(3, 6)), (slice(3, 6), slice(0, 3))):
        low, high = out[:, end], out[:, other]
        cut = low[:, 1] < height
        share = (height - low[cut, 1]) / (high[cut, 1] - low[cut, 1])
        out[cut, end] = low[cut] + (high[cut] - low[cut]) * share[:, None]
    return out


def _trunk(bones: Skeleton) -> list[Cone]:
    cones: list[Cone] = [(bones.at(0.6), bones.at(2.2), 0.064, 0.060, BodyPart.TRUNK)]
    for side in (1.0, -1.0):
        waist = bones.at(1.6, side * 0.026, 0.0, 0.004)
        chest = bones.at(3.6, side * 0.050, 0.0, 0.004)
        yoke = bones.at(4.55, side * 0.056)
        cones += [
            (bones.at(0.6, side * 0.03), waist, 0.058, 0.055, BodyPart.TRUNK),
            (waist, chest, 0.055, 0.059, BodyPart.TRUNK),
            (chest, yoke, 0.059, 0.046, BodyPart.TRUNK),
            (bones.at(4.9), bones.arms[0 if side > 0 else 1].shoulder, 0.042, 0.036, BodyPart.TRUNK),
        ]
    return cones


def _head(bones: Skeleton, facing: Facing) -> list[Cone]:
    on = bones.on_head
    cones: list[Cone] = [
        (bones.at(5.0), bones.neck, 0.036, 0.034, BodyPart.NECK),
        (bones.neck, on(0.0, -0.025, -0.004), 0.034, 0.036, BodyPart.NECK),
        (on(0.0, 0.013, 0.025), on(0.0, -0.047, 0.038), 0.069, 0.047, BodyPart.FACE),
        (on(0.0, 0.000, 0.081), on(0.0, -0.018, 0.114), 0.020, 0.015, BodyPart.NOSE),
        (on(0.0, -0.040, 0.040), on(0.0, -0.056, 0.054), 0.040, 0.034, BodyPart.FACE),
        (on(0.0, 0.022, -0.029), on(0.0, -0.002, -0.038), 0.081, 0.074, BodyPart.HAIR),
        (on(0.0, 0.045, 0.013), on(0.0, 0.037, -0.008), 0.056, 0.067, BodyPart.HAIR),
        (on(0.0, 0.000, -0.043), on(0.0, -0.022, -0.045), 0.067, 0.054, BodyPart.HAIR),
        (on(0.0, -0.034, -0.034), on(0.0, -0.065, -0.038), 0.052, 0.039, BodyPart.HAIR),
    ]
    cones += [
        (on(x, -0.004, 0.000), on(x, -0.020, 0.003), 0.016, 0.013, BodyPart.FACE) for x in (-0.076, 0.076)
    ]
    aside, ahead = _EYES.get(facing, _EYES_ASIDE)
    cones += [
        (on(x, 0.018, ahead), on(x, 0.009, ahead), 0.0125, 0.0125, BodyPart.EYE) for x in (-aside, aside)
    ]
    return cones


def _arms(bones: Skeleton) -> list[Cone]:
    left = (BodyPart.UPPER_ARM_LEFT, BodyPart.FOREARM_LEFT, BodyPart.HAND_LEFT)
    right = (BodyPart.UPPER_ARM_RIGHT, BodyPart.FOREARM_RIGHT, BodyPart.HAND_RIGHT)
    return _limb(bones.arms[0], left) + _limb(bones.arms[1], right)


def _limb(arm: Arm, parts: tuple[BodyPart, BodyPart, BodyPart]) -> list[Cone]:
    upper, fore, hand = parts
    return [
        (arm.shoulder, arm.elbow, 0.031, 0.023, upper),
        (arm.elbow, arm.wrist, 0.022, 0.018, fore),
        (arm.wrist, arm.tip, 0.022, 0.025, hand),
    ]


def _array(cones: list[Cone]) -> Cones:
    return np.array([(*a, *b, ra, rb, part) for a, b, ra, rb, part in cones], np.float64)


_TOUCH = 12.0
"""Degrees of bend from which on the back rests on the backrest's edge."""
_HALF, _RADIUS = 0.022, 0.017
"""Statures of the mark: half its length across the back, and its thickness."""
_FLANK = 0.06
"""Statures from the spine to where the edge leaves the back, seen from the side."""
_BEFORE = 0.04
"""Statures that the mark stands out towards the eye."""


def touches(bones: Skeleton) -> bool:
    """Return whether the back rests on the edge of the backrest."""
    return float(np.degrees(np.arctan2(bones.turns[4][2, 1], bones.turns[4][1, 1]))) < -_TOUCH


def contact(bones: Skeleton, towards: NDArray[np.float64]) -> Cones:
    """Return the mark of the contact; nothing before there is one.

    Args:
        bones: the person.
        towards: the direction from them to the eye.
    """
    if not touches(bones):
        return np.empty((0, 9))
    aside = _FLANK * towards[0]
    middle = np.array((aside, body.BACKREST_TOP + 0.012, body.BACKREST_Z + 0.02)) + towards * _BEFORE
    half = np.array((_HALF * (1.0 - towards[0] ** 2), 0.0, 0.0))
    return np.array([(*(middle - half), *(middle + half), _RADIUS, _RADIUS, BodyPart.MARK)])
