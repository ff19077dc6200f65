"""Poses as joint angles, the motion between two of them, and how much of it is shown."""

from collections.abc import Mapping
from math import cos, pi
from typing import NamedTuple

START = "start"
"""The name of the pose that every exercise begins and ends in."""


class Pose(NamedTuple):
    """Joint angles of a seated person, in degrees; zero is upright, looking ahead.

    The trunk's angles are spread over the spine by the exercise's shares; the head's come on top.
    """

    twist: float = 0.0
    """Turn of the shoulder line, positive to the person's own left."""
    bend: float = 0.0
    """Bend of the trunk, positive backwards (extension)."""
    side: float = 0.0
    """Lean of the trunk, positive to the person's own left."""
    head_twist: float = 0.0
    """Turn of the head against the trunk, positive to the left."""
    head_bend: float = 0.0
    """Nod of the head against the trunk, positive backwards."""
    head_side: float = 0.0
    """Tilt of the head against the trunk, positive to the left."""
    head_slide: float = 0.0
    """Glide of the head, in hundredths of the stature, positive forwards (a chin tuck is negative)."""

    def mirrored(self) -> "Pose":
        """Return the same pose with left and right exchanged."""
        return self._replace(
            twist=-self.twist,
            side=-self.side,
            head_twist=-self.head_twist,
            head_side=-self.head_side,
        )

    def towards(self, other: "Pose", fraction: float) -> "Pose":
        """Return the pose at `fraction` (0 to 1) of the way from this one to `other`, angle by angle."""
        return Pose(*(here + (there - here) * fraction for here, there in zip(self, other, strict=True)))


class PoseAt(NamedTuple):
    """Where the body is: `amount` (0 to 1) of the way from the start pose to the pose `toward`."""

    toward: str
    amount: float


Stance = tuple[PoseAt, PoseAt | None, float | None]
"""Where the body is, where it goes next, and in a hold how much of it has passed, 0 to 1."""


class View(NamedTuple):
    """A camera: degrees round the person (0 = front, 90 = from the person's left, 180 = rear), and above."""

    name: str
    yaw: float
    pitch: float


class FigureSpec(NamedTuple):
    """What the figure needs to know of an exercise.

    `poses` maps pose names to angles and always holds `start`; `shares` are five fractions, from the
    lowest link of the spine to the highest, that sum to one.
    """

    poses: Mapping[str, Pose]
    views: tuple[View, ...]
    shares: tuple[float, ...]
    hands: str = "head"
    """Where the hands are: `head` (behind it) or `thighs`."""
    elbows: str = "forward"
    """Which way they point with the hands behind the head: a little `forward`, or out `wide`."""
    region: str = "upper back"
    """The working region's name, in the figure's legend."""
    still: str = ""
    """A region that must not work, marked "stays still"; empty for none."""
    arrow: str = ""
    """A label of at most three words beside the motion arrow."""


_REST = 0.02
_BREATH = 0.025
"""How far the body sinks back and comes again in a hold, as a share of the movement: under half a cell."""


def staged(
    pose: PoseAt, ghost: PoseAt | None, hold: float | None, motion: str, level: str = "full"
) -> Stance:
    """Return what is shown of a point of the movement.

    Args:
        pose: where the body is.
        ghost: where it goes next.
        hold: progress of a hold.
        motion: `full`; `reduced`: key poses only, changed as a movement begins; `off`: the pose to be
            in, with the start pose as its ghost.
        level: what the terminal allows of animations (`none` reduces).
    """
    if motion == "off":
        goal = ghost if ghost and hold is None else _nearest(pose)
        return goal, (PoseAt(START, 0.0) if goal.amount > 0.5 else None), hold
    if motion == "reduced" or level == "none":
        moving = _REST < pose.amount < 1.0 - _REST
        if ghost and moving:
            return ghost, None, hold
        return _nearest(pose), ghost, hold
    if hold is not None:
        return PoseAt(pose.toward, pose.amount - _BREATH * (1.0 - cos(2.0 * pi * hold)) / 2.0), ghost, hold
    return pose, ghost, hold


def _nearest(pose: PoseAt) -> PoseAt:
    return PoseAt(pose.toward, float(round(pose.amount)))
