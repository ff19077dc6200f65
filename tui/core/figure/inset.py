"""The turn seen from above, in a corner: the same person, small, where a turn cannot be taken for a bend."""

import numpy as np

from tui.core.figure.cells import Cells
from tui.core.figure.flesh import Cones
from tui.core.figure.frame import Role
from tui.core.figure.guides import Ends, Guides
from tui.core.figure.painter import Choice, Painter, Technique
from tui.core.figure.pose import FigureSpec, PoseAt, View
from tui.core.figure.stage import Size, Stage

_LEAST_ROWS, _MOST_ROWS = 5, 18
_SHARE = 0.45
"""Of the picture's rows that it takes at most."""
_WIDTH = 1.2
"""Of the plan, as a multiple of its height."""
_ABOVE = View("from above", 180.0, 84.0)
"""Not from straight above, where chair and hands would lie under the arms."""

_NEARER = -3.0
"""From far above, where the head does not hide the legs."""


class Inset:
    """A small picture in the lower left corner of another one: what is ahead of the person is up.

    Args:
        spec: the person and their poses.
        beside: the stage of the picture that it stands in.
        room: how large it is.
        technique: as of the picture that it stands in.
    """

    def __init__(self, spec: FigureSpec, beside: Stage, room: Size, technique: Technique) -> None:
        taken = np.flatnonzero(beside.occupied.any(axis=0))
        spare = beside.size.columns - room.columns - int(taken[-1] + 1 - taken[0])
        self._place = (max(0, spare // 2), beside.size.rows - 1 - room.rows)
        self._size = room
        box = (0.5, 0.0, room.columns - 0.5, float(room.rows))
        self._stage = Stage(spec, _ABOVE, room, box, wiry=technique.style == "line", nearer=_NEARER)
        self._painter = Painter(technique, self._stage)
        self._guides = Guides(self._stage, technique.dotted, self._painter.coloured)

    @staticmethod
    def columns(size: Size) -> float:
        """Return how wide it is at most beside a picture of this size."""
        return _WIDTH * size.aspect * _most_rows(size)

    @staticmethod
    def room(beside: Stage) -> Size | None:
        """Return how large it can be in the corner of a picture, None where there is too little room."""
        size = beside.size
        for rows in range(_most_rows(size), _LEAST_ROWS - 1, -1):
            columns = max(len(_ABOVE.name), round(rows * size.aspect * _WIDTH))
            corner = beside.occupied[-rows - 2 :, :columns]
            if columns <= size.columns and not corner.any():
                return Size(columns, rows, size.aspect)
        return None

    def draw(self, cells: Cells, moving: Cones, before: Choice | None = None) -> Choice:
        """Draw the person, of whom `moving` is what moves, into a picture of the same moment.

        Returns:
            The glyphs that were chosen, given those of the picture before.
        """
        picture, chosen = self._painter.paint_small(self._stage.raster(moving), before)
        x, y = self._place
        cells.paste(picture, x, y)
        indent = max(0, (self._size.columns - len(_ABOVE.name)) // 2)
        cells.write(x + indent, y - 1, _ABOVE.name, Role.LABEL, 2)
        return chosen

    def guide(self, cells: Cells, ends: Ends | None, ghost: PoseAt | None, held: bool) -> None:
        """Draw where the movement leads, as `Guides.draw` does."""
        part = cells.part(*self._place, self._size.columns, self._size.rows)
        self._guides.draw(part, ends, ghost, held)


def _most_rows(size: Size) -> int:
    return min(_MOST_ROWS, round(size.rows * _SHARE))
