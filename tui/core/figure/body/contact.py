"""The contact: the point of the backrest's edge that the trunk bends over, once it does."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body import body
from tui.core.figure.body.flesh import Cones
from tui.core.figure.body.parts import BodyPart
from tui.core.figure.body.skeleton import Skeleton

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
