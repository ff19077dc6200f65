"""What decides a picture of the figure."""

from typing import NamedTuple

from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.colours import Colours

Shown = tuple[PoseAt, PoseAt | None, float | None, bool]
"""What `Artist.frame` is asked for."""


class Wish(NamedTuple):
    """What a picture is asked of: one artist answers all the poses of one wish."""

    exercise: Exercise
    view_index: int
    look: str
    colours: Colours
    size: tuple[int, int]
    """Columns and rows."""
    cell_aspect: float
    """How many times as tall as wide a cell of the terminal is."""
    beside: bool = False
    """Whether a turn is shown from above as well, where there is room beside the person."""

    def told(self, shown: Shown) -> str:
        """Return all that decides one picture, in words."""
        return repr((self.exercise.figure, self[1:], shown))
