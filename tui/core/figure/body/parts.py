"""The parts of the person and the chair: what each is drawn as, how it is lit, and what it belongs to."""

from enum import IntEnum

import numpy as np

from tui.core.figure.frame import Role


class BodyPart(IntEnum):
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
    NOSE = 25


_SLEEVES = (
    BodyPart.UPPER_ARM_LEFT,
    BodyPart.UPPER_ARM_RIGHT,
    BodyPart.FOREARM_LEFT,
    BodyPart.FOREARM_RIGHT,
)

_LEGS = (BodyPart.THIGH_LEFT, BodyPart.THIGH_RIGHT, BodyPart.SHANK_LEFT, BodyPart.SHANK_RIGHT)
_SHOES = (BodyPart.SHOE_LEFT, BodyPart.SHOE_RIGHT)
_HANDS = (BodyPart.HAND_LEFT, BodyPart.HAND_RIGHT)
_CHAIR = (BodyPart.SEAT, BodyPart.BACKREST, BodyPart.CHAIR_LEGS)
_ROLES = {
    Role.NONE: (BodyPart.EMPTY,),
    Role.HAIR: (BodyPart.HAIR,),
    Role.SHIRT: (BodyPart.TRUNK,),
    Role.SLEEVE: _SLEEVES,
    Role.HAND: _HANDS,
    Role.REGION: (BodyPart.REGION,),
    Role.STILL: (BodyPart.STILL,),
    Role.TROUSERS: (BodyPart.PELVIS, *_LEGS),
    Role.SHOE: _SHOES,
    Role.CHAIR: _CHAIR,
    Role.EYE: (BodyPart.EYE,),
    Role.MARK: (BodyPart.MARK,),
}
ROLE_OF = np.full(len(BodyPart), Role.SKIN, np.uint8)
"""Role by part."""
for _role, _parts in _ROLES.items():
    ROLE_OF[list(_parts)] = _role

LIGHT_OF = np.zeros(len(BodyPart))
"""Added to the light by part: what overlaps is kept apart by tone, and the hands stand out."""
LIGHT_OF[[BodyPart.HAND_LEFT]] = 0.2
LIGHT_OF[[BodyPart.HAND_RIGHT]] = -0.08
LIGHT_OF[[BodyPart.HAIR]] = -0.3
LIGHT_OF[[BodyPart.FACE, BodyPart.NOSE]] = 0.32
LIGHT_OF[[BodyPart.FOREARM_LEFT, BodyPart.FOREARM_RIGHT]] = 0.15
LIGHT_OF[[BodyPart.UPPER_ARM_LEFT, BodyPart.UPPER_ARM_RIGHT]] = -0.28
LIGHT_OF[[BodyPart.NECK]] = -0.2
LIGHT_OF[[BodyPart.BACKREST]] = 0.15
LIGHT_OF[[BodyPart.SEAT, BodyPart.CHAIR_LEGS]] = -0.1

_GROUPS = (
    (BodyPart.EMPTY,),
    (BodyPart.HAIR, BodyPart.FACE, BodyPart.NECK, BodyPart.EYE, BodyPart.NOSE),
    (BodyPart.TRUNK, BodyPart.REGION, BodyPart.STILL, BodyPart.PELVIS),
    (BodyPart.UPPER_ARM_LEFT,),
    (BodyPart.FOREARM_LEFT,),
    (BodyPart.UPPER_ARM_RIGHT,),
    (BodyPart.FOREARM_RIGHT,),
    _HANDS,
    (*_LEGS, *_SHOES),
    (*_CHAIR, BodyPart.MARK),
)
GROUP_OF = np.zeros(len(BodyPart), np.uint8)
"""Contour group by part: no outline is drawn between the parts of a group."""
for _group, _members in enumerate(_GROUPS):
    GROUP_OF[list(_members)] = _group

MIRRORED = np.arange(len(BodyPart), dtype=np.uint8)
"""Part by part of the mirrored person."""
for _part in BodyPart:
    if _part.name.endswith("_LEFT"):
        _other = BodyPart[_part.name.replace("_LEFT", "_RIGHT")]
        MIRRORED[_part], MIRRORED[_other] = _other, _part
