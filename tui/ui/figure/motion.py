"""How much of the movement is shown: all of it, its key poses, or only where it goes."""

from math import cos, pi

from tui.core.figure.body.pose import START, PoseAt, Stance

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
