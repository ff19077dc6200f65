"""The parts of the person and the chair: what each is drawn as, how it is lit, and what it belongs to."""

from enum import IntEnum
from typing import Self

import numpy as np

from tui.core.figure.frame import Role


class BodyPart(IntEnum):
    """What a sample of the raster belongs to."""

    role: Role
    light: float
    """Added to its light: what overlaps is kept apart by tone, and the hands stand out."""
    group: int
    """No outline is drawn between the parts of a group."""

    def __new__(cls, value: int, role: Role, light: float, group: int) -> Self:
        """Return the part with this number, its role, light and group."""
        part = int.__new__(cls, value)
        part._value_, part.role, part.light, part.group = value, role, light, group
        return part

    EMPTY = 0, Role.NONE, 0.0, 0
    HAIR = 1, Role.HAIR, -0.3, 1
    FACE = 2, Role.SKIN, 0.32, 1
    NECK = 3, Role.SKIN, -0.2, 1
    TRUNK = 4, Role.SHIRT, 0.0, 2
    REGION = 5, Role.REGION, 0.0, 2
    STILL = 6, Role.STILL, 0.0, 2
    PELVIS = 7, Role.TROUSERS, 0.0, 2
    UPPER_ARM_LEFT = 8, Role.SLEEVE, -0.28, 3
    UPPER_ARM_RIGHT = 9, Role.SLEEVE, -0.28, 5
    FOREARM_LEFT = 10, Role.SLEEVE, 0.15, 4
    FOREARM_RIGHT = 11, Role.SLEEVE, 0.15, 6
    HAND_LEFT = 12, Role.HAND, 0.2, 7
    HAND_RIGHT = 13, Role.HAND, -0.08, 7
    THIGH_LEFT = 14, Role.TROUSERS, 0.0, 8
    THIGH_RIGHT = 15, Role.TROUSERS, 0.0, 8
    SHANK_LEFT = 16, Role.TROUSERS, 0.0, 8
    SHANK_RIGHT = 17, Role.TROUSERS, 0.0, 8
    SHOE_LEFT = 18, Role.SHOE, 0.0, 8
    SHOE_RIGHT = 19, Role.SHOE, 0.0, 8
    SEAT = 20, Role.CHAIR, -0.1, 9
    BACKREST = 21, Role.CHAIR, 0.15, 9
    CHAIR_LEGS = 22, Role.CHAIR, -0.1, 9
    EYE = 23, Role.EYE, 0.0, 1
    MARK = 24, Role.MARK, 0.0, 9
    NOSE = 25, Role.SKIN, 0.32, 1


ROLE_OF = np.array([part.role for part in BodyPart], np.uint8)
LIGHT_OF = np.array([part.light for part in BodyPart])
GROUP_OF = np.array([part.group for part in BodyPart], np.uint8)
"""The same by the number of the part."""
