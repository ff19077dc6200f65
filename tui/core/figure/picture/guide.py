"""What a picture shows besides the body: where a movement leads, and whether it is being held."""

from typing import NamedTuple

from tui.core.figure.body.pose import PoseAt
from tui.core.figure.picture.arrow import Ends

GHOST, FAINT = 0.6, 0.34
"""How opaque a ghost is, and how opaque in a hold."""
GHOST_SHARES = (0.16, 0.34, 0.52)
"""How far shades of a ghost are from the ground where there are 256 colours."""
AWAITED = 0.4
"""How opaque an arrow is while its movement has not begun."""


class Guide(NamedTuple):
    """The guides of one picture."""

    ends: Ends | None = None
    """Between which key poses a movement goes; None where there is none."""
    ghost: PoseAt | None = None
    """Where the body goes next, or where it came from."""
    held: bool = False
    """Whether the end is being held: then there is no arrow, and the ghost is faint."""
    awaited: bool = False
    """Whether the movement has not begun: a bright arrow would have one move too early."""
