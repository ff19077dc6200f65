"""The corner for a small view from above: beside the chair, under the elbow."""

from typing import NamedTuple

import numpy as np

from tui.core.figure.body.pose import START, View
from tui.core.figure.body.swing import is_turn
from tui.core.figure.scene.stage import Stage

CAPTION = "from above"
_PITCH = 88.0
_STEEP = 60.0
"""Degrees from which on a view is one from above itself."""
_LEAST, _LEAST_ASCII = 8, 10
"""Rows that a person needs to be known from above."""
_SHARE = 0.45
"""How much of the rows of the person beside it they may take."""
_WIDE = 1.15
"""How many times as wide as high a person with wide elbows is from above."""


class Corner(NamedTuple):
    """Cells for a second view, under their caption."""

    x: int
    y: int
    columns: int
    rows: int
    aside: int
    """Columns that the person has to go to the right for it."""


def from_above(view: View) -> View:
    """Return the view from above with the same side up."""
    return View(CAPTION, view.yaw, _PITCH)


def corner(stage: Stage, view: View, *, ascii_only: bool) -> Corner | None:
    """Return the largest corner at the lower left that the person can leave free; None where there is none.

    A movement that is no turn needs none, nor does a view that is from above itself.

    Args:
        stage: with the person in its middle.
        view: the one that it shows.
        ascii_only: whether what is drawn there is characters.
    """
    start, *ends = (pose for _, pose in sorted(stage.spec.poses.items(), key=lambda each: each[0] != START))
    if view.pitch > _STEEP or not any(is_turn(start, end) for end in ends):
        return None
    columns, rows, aspect = stage.size
    right = columns - 2 - int(np.flatnonzero(stage.occupied.any(axis=0))[-1])
    most, least = int(stage.reached[3] * _SHARE), _LEAST_ASCII if ascii_only else _LEAST
    for high in range(most, least - 1, -1):
        wide, top = round(high * aspect * _WIDE), rows - 2 - high
        taken = np.flatnonzero(stage.occupied[top:-1].any(axis=0))
        aside = max(0, 1 + wide - int(taken[0])) if len(taken) else 0
        if wide < columns and aside <= right:
            return Corner(1, top, wide, high, aside)
    return None
