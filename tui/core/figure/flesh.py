"""The body and the chair as round cones between joints, each with the part that it belongs to."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tui.core.figure import body
from tui.core.figure.frame import Role
from tui.core.figure.skeleton import Arm, Skeleton, Vector
from tui.core.pose import FigureSpec

Cones = NDArray[np.float64]
"""Rows of (ax, ay, az, bx, by, bz, radius at a, radius at b, part)."""


class Part(IntEnum):
    """What a sample of the raster belongs to."""

    EMPTY = 0
    HAIR = 1
    FACE = 2
    NECK = 3
    TRUNK = 4
    REGION = 5
    STILL = 6
    PELVIS = 7
    SLEEVE_LEFT = 8
    SLEEVE_RIGHT = 9
    ARM_LEFT = 10
    ARM_RIGHT = 11
    FOREARM_LEFT = 12
    FOREARM_RIGHT = 13
    HAND_LEFT = 14
    HAND_RIGHT = 15
    THIGH_LEFT = 16
    THIGH_RIGHT = 17
    SHANK_LEFT = 18
    SHANK_RIGHT = 19
    SHOE_LEFT = 20
    SHOE_RIGHT = 21
    SEAT = 22
    BACKREST = 23
    CHAIR_LEGS = 24


_ROLES = {
    Role.NONE: (Part.EMPTY,),
    Role.HAIR: (Part.HAIR,),
    Role.SHIRT: (Part.TRUNK, Part.SLEEVE_LEFT, Part.SLEEVE_RIGHT),
    Role.REGION: (Part.REGION,),
    Role.STILL: (Part.STILL,),
    Role.TROUSERS: (Part.PELVIS, Part.THIGH_LEFT, Part.THIGH_RIGHT, Part.SHANK_LEFT, Part.SHANK_RIGHT),
    Role.SHOE: (Part.SHOE_LEFT, Part.SHOE_RIGHT),
    Role.CHAIR: (Part.SEAT, Part.BACKREST, Part.CHAIR_LEGS),
}
ROLE_OF = np.full(len(Part), Role.SKIN, np.uint8)
"""Role by part."""
for _role, _parts in _ROLES.items():
    ROLE_OF[list(_parts)] = _role

LIGHT_OF = np.zeros(len(Part))
"""Added to the light by part: what overlaps is kept apart by tone, and the hands stand out."""
LIGHT_OF[[Part.HAND_LEFT, Part.HAND_RIGHT]] = 0.2
LIGHT_OF[[Part.HAIR]] = -0.3
LIGHT_OF[[Part.FACE]] = 0.1
LIGHT_OF[[Part.FOREARM_LEFT, Part.FOREARM_RIGHT]] = -0.3
LIGHT_OF[[Part.ARM_LEFT, Part.ARM_RIGHT]] = -0.3
LIGHT_OF[[Part.NECK]] = -0.2
LIGHT_OF[[Part.SLEEVE_LEFT, Part.SLEEVE_RIGHT]] = 0.06

_GROUPS = (
    (Part.EMPTY,),
    (Part.HAIR, Part.FACE, Part.NECK),
    (Part.TRUNK, Part.REGION, Part.STILL, Part.PELVIS),
    (Part.SLEEVE_LEFT, Part.ARM_LEFT),
    (Part.SLEEVE_RIGHT, Part.ARM_RIGHT),
    (Part.FOREARM_LEFT,),
    (Part.FOREARM_RIGHT,),
    (Part.HAND_LEFT, Part.HAND_RIGHT),
    (Part.THIGH_LEFT, Part.SHANK_LEFT, Part.SHOE_LEFT),
    (Part.THIGH_RIGHT, Part.SHANK_RIGHT, Part.SHOE_RIGHT),
    (Part.SEAT, Part.BACKREST, Part.CHAIR_LEGS),
)
GROUP_OF = np.zeros(len(Part), np.uint8)
"""Contour group by part: no outline is drawn between the parts of a group."""
for _group, _members in enumerate(_GROUPS):
    GROUP_OF[list(_members)] = _group

MIRRORED = np.arange(len(Part), dtype=np.uint8)
"""Part by part of the mirrored person."""
for _part in Part:
    if _part.name.endswith("_LEFT"):
        _other = Part[_part.name.replace("_LEFT", "_RIGHT")]
        MIRRORED[_part], MIRRORED[_other] = _other, _part

_Cone = tuple[Vector, Vector, float, float, Part]


def upper_body(bones: Skeleton, spec: FigureSpec, aside: bool = False) -> Cones:
    """Return the cones of everything that moves: trunk, head and arms.

    Seen from `aside`, marks on the back reach round its flank; else nobody would see them.
    """
    return _array([*_trunk(bones), *_marks(bones, spec, aside), *_head(bones), *_arms(bones, spec)])


def legs() -> Cones:
    """Return the cones of pelvis and legs, which never move."""
    at = np.array
    cones: list[_Cone] = [
        (at((-0.04, body.HIP, 0.0)), at((0.04, body.HIP, 0.0)), 0.066, 0.066, Part.PELVIS),
    ]
    for side, thigh, shank, shoe in (
        (1.0, Part.THIGH_LEFT, Part.SHANK_LEFT, Part.SHOE_LEFT),
        (-1.0, Part.THIGH_RIGHT, Part.SHANK_RIGHT, Part.SHOE_RIGHT),
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

    With a `thickness` it has fewer bars, and all are that thick. It has the posts and legs of `sides`.
    """
    at = np.array
    half, top, back = body.CHAIR_HALF, body.BACKREST_TOP, body.BACKREST_Z
    low = body.SEAT - 0.02
    cones: list[_Cone] = []
    for z in np.linspace(body.SEAT_BACK, body.SEAT_FRONT, 17):
        cones.append((at((-half + 0.01, low, z)), at((half - 0.01, low, z)), 0.015, 0.015, Part.SEAT))
    for side in [side * half for side in sides]:
        rear, front = at((side, low, body.SEAT_BACK)), at((side, low, body.SEAT_FRONT))
        cones += [
            (rear, at((side, top, back)), 0.015, 0.014, Part.BACKREST),
            (rear, at((side, 0.012, body.SEAT_BACK - 0.02)), 0.015, 0.011, Part.CHAIR_LEGS),
            (front, at((side, 0.012, body.SEAT_FRONT)), 0.015, 0.011, Part.CHAIR_LEGS),
        ]
    for share, thick in ((1.0, 0.020), (0.45, 0.017))[: 1 if thickness else 2]:
        y, z = low + (top - low) * share, body.SEAT_BACK + (back - body.SEAT_BACK) * share
        cones.append((at((-half, y, z)), at((half, y, z)), thick, thick, Part.BACKREST))
    every = _array(cones)
    if thickness is not None:
        every[every[:, 8] != Part.SEAT, 6:8] = thickness
    return every


def _trunk(bones: Skeleton) -> list[_Cone]:
    cones: list[_Cone] = [(bones.at(0.0), bones.at(2.2), 0.068, 0.060, Part.TRUNK)]
    for side in (1.0, -1.0):
        waist = bones.at(1.6, side * 0.026, 0.0, 0.004)
        chest = bones.at(3.6, side * 0.050, 0.0, 0.004)
        yoke = bones.at(4.55, side * 0.056)
        cones += [
            (bones.at(0.3, side * 0.03), waist, 0.058, 0.055, Part.TRUNK),
            (waist, chest, 0.055, 0.059, Part.TRUNK),
            (chest, yoke, 0.059, 0.046, Part.TRUNK),
            (bones.at(4.9), bones.arms[0 if side > 0 else 1].shoulder, 0.042, 0.036, Part.TRUNK),
        ]
    return cones


def _marks(bones: Skeleton, spec: FigureSpec, aside: bool) -> list[_Cone]:
    cones = _patch(bones, spec.region, Part.REGION, aside)
    return cones + (_patch(bones, spec.still, Part.STILL, aside) if spec.still else [])


def _patch(bones: Skeleton, place: str, part: Part, aside: bool) -> list[_Cone]:
    out = 0.025 if aside else 0.0
    if place == "low back":
        return [
            (bones.at(0.35, x, 0.0, -0.026), bones.at(1.7, x, 0.0, -0.022), 0.046, 0.043, part)
            for x in (-0.028 - out, 0.028 + out)
        ]
    if place == "neck":
        return [(bones.at(5.0), bones.neck, 0.040, 0.038, part)]
    if place == "chest":
        return [
            (bones.at(3.0, x, 0.0, 0.03), bones.at(4.5, x, 0.0, 0.022), 0.046, 0.04, part)
            for x in (-0.03, 0.03)
        ]
    if place == "sides":
        return [(bones.at(1.8, x * 0.5), bones.at(3.8, x), 0.052, 0.052, part) for x in (-0.064, 0.064)]
    return [
        (
            bones.at(3.3 if aside else 3.45, x, 0.0, -0.028 + out * 0.6),
            bones.at(4.6, x, 0.0, -0.030),
            0.044 + out / 5,
            0.043,
            part,
        )
        for x in (-0.030 - out * 1.4, 0.030 + out * 1.4)
    ]


def _head(bones: Skeleton) -> list[_Cone]:
    on = bones.on_head
    cones: list[_Cone] = [
        (bones.at(5.0), bones.neck, 0.036, 0.034, Part.NECK),
        (bones.neck, on(0.0, -0.02, -0.004), 0.034, 0.036, Part.NECK),
        (on(0.0, 0.008, 0.020), on(0.0, -0.038, 0.032), 0.057, 0.036, Part.FACE),
        (on(0.0, 0.004, 0.064), on(0.0, -0.010, 0.096), 0.010, 0.015, Part.FACE),
        (on(0.0, 0.015, -0.008), on(0.0, -0.002, -0.024), 0.064, 0.057, Part.HAIR),
        (on(0.0, 0.028, -0.002), on(0.0, 0.024, -0.006), 0.046, 0.052, Part.HAIR),
        (on(0.0, 0.0, -0.034), on(0.0, -0.018, -0.036), 0.052, 0.042, Part.HAIR),
    ]
    cones += [(on(x, -0.004, 0.006), on(x, -0.016, 0.008), 0.011, 0.010, Part.FACE) for x in (-0.061, 0.061)]
    return cones


def _arms(bones: Skeleton, spec: FigureSpec) -> list[_Cone]:
    left = (Part.SLEEVE_LEFT, Part.ARM_LEFT, Part.FOREARM_LEFT, Part.HAND_LEFT)
    right = (Part.SLEEVE_RIGHT, Part.ARM_RIGHT, Part.FOREARM_RIGHT, Part.HAND_RIGHT)
    return _limb(bones.arms[0], left) + _limb(bones.arms[1], right)


def _limb(arm: Arm, parts: tuple[Part, Part, Part, Part]) -> list[_Cone]:
    sleeve, upper, fore, hand = parts
    cuff = arm.shoulder * 0.1 + arm.elbow * 0.9
    return [
        (arm.shoulder, cuff, 0.036, 0.029, sleeve),
        (cuff, arm.elbow, 0.024, 0.022, upper),
        (arm.elbow, arm.wrist, 0.023, 0.017, fore),
        (arm.wrist, arm.tip, 0.019, 0.021, hand),
    ]


def _array(cones: list[_Cone]) -> Cones:
    return np.array([(*a, *b, ra, rb, part) for a, b, ra, rb, part in cones], np.float64)
