"""The parts of the person and the chair: what each is drawn as, how it is lit, and what it belongs to."""

from enum import IntEnum

import numpy as np

from tui.core.figure.frame import Role


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
    UPPER_ARM_LEFT = 8
    UPPER_ARM_RIGHT = 9
    FOREARM_LEFT = 10
    FOREARM_RIGHT = 11
    HAND_LEFT = 12
    HAND_RIGHT = 13
    THIGH_LEFT = 14
    THIGH_RIGHT = 15
    SHANK_LEFT = 16
    SHANK_RIGHT = 17
    SHOE_LEFT = 18
    SHOE_RIGHT = 19
    SEAT = 20
    BACKREST = 21
    CHAIR_LEGS = 22
    EYE = 23
    MARK = 24


_SLEEVES = (
    Part.UPPER_ARM_LEFT,
    Part.UPPER_ARM_RIGHT,
    Part.FOREARM_LEFT,
    Part.FOREARM_RIGHT,
)

_ROLES = {
    Role.NONE: (Part.EMPTY,),
    Role.HAIR: (Part.HAIR,),
    Role.SHIRT: (Part.TRUNK,),
    Role.SLEEVE: _SLEEVES,
    Role.HAND: (Part.HAND_LEFT, Part.HAND_RIGHT),
    Role.REGION: (Part.REGION,),
    Role.STILL: (Part.STILL,),
    Role.TROUSERS: (Part.PELVIS, Part.THIGH_LEFT, Part.THIGH_RIGHT, Part.SHANK_LEFT, Part.SHANK_RIGHT),
    Role.SHOE: (Part.SHOE_LEFT, Part.SHOE_RIGHT),
    Role.CHAIR: (Part.SEAT, Part.BACKREST, Part.CHAIR_LEGS),
    Role.EYE: (Part.EYE,),
    Role.MARK: (Part.MARK,),
}
ROLE_OF = np.full(len(Part), Role.SKIN, np.uint8)
"""Role by part."""
for _role, _parts in _ROLES.items():
    ROLE_OF[list(_parts)] = _role

LIGHT_OF = np.zeros(len(Part))
"""Added to the light by part: what overlaps is kept apart by tone, and the hands stand out."""
LIGHT_OF[[Part.HAND_LEFT]] = 0.2
LIGHT_OF[[Part.HAND_RIGHT]] = -0.08
LIGHT_OF[[Part.HAIR]] = -0.3
LIGHT_OF[[Part.FACE]] = 0.32
LIGHT_OF[[Part.FOREARM_LEFT, Part.FOREARM_RIGHT]] = 0.15
LIGHT_OF[[Part.UPPER_ARM_LEFT, Part.UPPER_ARM_RIGHT]] = -0.28
LIGHT_OF[[Part.NECK]] = -0.2
LIGHT_OF[[Part.BACKREST]] = 0.15
LIGHT_OF[[Part.SEAT, Part.CHAIR_LEGS]] = -0.1

_GROUPS = (
    (Part.EMPTY,),
    (Part.HAIR, Part.FACE, Part.NECK, Part.EYE),
    (Part.TRUNK, Part.REGION, Part.STILL, Part.PELVIS),
    (Part.UPPER_ARM_LEFT, Part.FOREARM_LEFT),
    (Part.UPPER_ARM_RIGHT, Part.FOREARM_RIGHT),
    (Part.HAND_LEFT, Part.HAND_RIGHT),
    (
        Part.THIGH_LEFT,
        Part.THIGH_RIGHT,
        Part.SHANK_LEFT,
        Part.SHANK_RIGHT,
        Part.SHOE_LEFT,
        Part.SHOE_RIGHT,
    ),
    (Part.SEAT, Part.BACKREST, Part.CHAIR_LEGS, Part.MARK),
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
