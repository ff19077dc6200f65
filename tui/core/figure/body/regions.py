"""The regions of the body that work or must stay still, as patches on the trunk."""

from enum import Enum

from tui.core.figure.body.parts import BodyPart
from tui.core.figure.body.skeleton import Skeleton, Vector

Cone = tuple[Vector, Vector, float, float, BodyPart]
"""Both ends, the radius at each, and what it belongs to."""


class Facing(Enum):
    """From where the trunk is seen."""

    REAR = "rear"
    ASIDE = "aside"
    FRONT = "front"


_REACH = {Facing.REAR: 0.0, Facing.ASIDE: 0.025, Facing.FRONT: 0.038}
"""Statures that what is on the back reaches round the flanks: else nobody would see it from there."""


def regions(bones: Skeleton, region: str, still: str, facing: Facing) -> list[Cone]:
    """Return the patches of the working region, and of the one that must stay still, if any must."""
    reach = _REACH[facing]
    cones = _patch(bones, region, BodyPart.REGION, reach)
    return cones + (_patch(bones, still, BodyPart.STILL, reach) if still else [])


def _patch(bones: Skeleton, place: str, part: BodyPart, reach: float) -> list[Cone]:
    if place == "low back":
        return [
            (bones.at(0.35, x, 0.0, -0.026), bones.at(1.7, x, 0.0, -0.022), 0.046, 0.043, part)
            for x in (-0.028 - reach, 0.028 + reach)
        ]
    if place == "neck":
        return [(bones.at(4.8, 0.0, 0.0, -0.012), bones.neck, 0.044, 0.039, part)]
    if place == "chest":
        return [
            (bones.at(3.0, x, 0.0, 0.03), bones.at(4.5, x, 0.0, 0.022), 0.046, 0.04, part)
            for x in (-0.03, 0.03)
        ]
    if place == "sides":
        return [(bones.at(1.8, x * 0.5), bones.at(3.8, x), 0.052, 0.052, part) for x in (-0.064, 0.064)]
    begin, out = (3.0 if reach else 3.45), 0.030 + reach * 1.4
    return [
        (
            bones.at(begin, x, 0.0, -0.028 + reach * 0.3),
            bones.at(4.6, x, 0.0, -0.030),
            0.041 + reach / 3,
            0.042,
            part,
        )
        for x in (-out, out)
    ]
