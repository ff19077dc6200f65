"""Light on the cones: from the upper left, brighter on what is near, and calm on the trunk."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import LIGHT_OF, BodyPart
from tui.core.figure.scene.camera import Projected

TOWARDS = (-0.46, -0.58, 0.67)
"""Towards the light: from the upper left, in front."""
_AMBIENT = 0.22
_RELIEF = 0.35
_FACING = 0.6
"""The light of a surface that faces the eye."""
_IS_ARM = np.array([part.name.startswith(("UPPER_ARM", "FOREARM")) for part in BodyPart])
_ARM_CONTRAST, _ARM_MOST = 3.0, 0.18
"""How many times as much brighter a nearer arm is than its nearness alone makes it, and how much at most."""


def cone_light(cones: Projected, nearness: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by cone, its light and how much of its own roundness shows.

    Args:
        cones: projected.
        nearness: how much brighter what is a column nearer is.
    """
    light = _AMBIENT + LIGHT_OF[cones[:, 8].astype(np.intp)] + nearness * (cones[:, 2] + cones[:, 5]) / 2
    bias, relief = trunk_slant(cones)
    return light + arm_contrast(cones, nearness) + bias, relief


def trunk_slant(cones: Projected) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by cone, what is added to its light and how much of its own roundness shows.

    The trunk is several columns: lit each by itself they would be a checker. So they share one slope
    of light from the left flank to the right, and keep a third of their own.
    """
    bias, relief = np.zeros(len(cones)), np.ones(len(cones))
    trunk = cones[:, 8] == BodyPart.TRUNK
    if trunk.any():
        middle = (cones[trunk, 0] + cones[trunk, 3]) / 2
        width = np.ptp(middle) / 2 + cones[trunk, 6].mean()
        bias[trunk] = TOWARDS[0] * (middle - middle.mean()) / width + (1 - _RELIEF) * _FACING
        relief[trunk] = _RELIEF
    return bias, relief


def arm_contrast(cones: Projected, nearness: float) -> NDArray[np.float64]:
    """Return, by cone, what is added to the light of the arms: the nearer one is clearly the lighter."""
    arm = _IS_ARM[cones[:, 8].astype(np.intp)]
    if not arm.any():
        return np.zeros(len(cones))
    depth = (cones[:, 2] + cones[:, 5]) / 2
    apart = np.clip(_ARM_CONTRAST * nearness * (depth - depth[arm].mean()), -_ARM_MOST, _ARM_MOST)
    return np.where(arm, apart, 0.0)
