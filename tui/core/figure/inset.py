"""The view from above that stands in a corner: how far the shoulders have turned."""

import numpy as np

from tui.core.figure.cells import Cells, miniature
from tui.core.figure.frame import Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.painter import Painter
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Size, Stage
from tui.core.pose import View

_SMALLEST = Size(12, 7)
_LEAST = 0.34
"""Thin arms have to show even where they run between two rows."""
_TITLE = "from above"


class Inset:
    """A small picture from above in the lower left corner."""

    def __init__(self, beside: Stage, matcher: Matcher, size: Size, style: str, texture: bool) -> None:
        self._place = (0, beside.size.rows - 1 - size.rows)
        self._size = size
        box = (0.5, 0.25, size.columns - 0.5, size.rows - 0.25)
        self._stage = Stage(beside.spec, View("from above", 180.0, 90.0), size, box, whole=False)
        self._painter = Painter(matcher, self._stage, style, texture, _LEAST)

    @staticmethod
    def room(beside: Stage) -> Size | None:
        """Return how large it can be in the corner of a picture, None where there is too little room."""
        size = beside.size
        rows = max(_SMALLEST.rows, min(14, round(size.rows * 0.36)))
        taken = np.flatnonzero(beside.occupied[-rows - 1 :].any(axis=0))
        free = int(taken[0]) - 1 if len(taken) else size.columns
        columns = min(round(rows * size.aspect * 1.1), free)
        if columns < _SMALLEST.columns or size.rows < 2 * rows:
            return None
        return Size(columns, rows, size.aspect)

    def draw(self, cells: Cells, bones: Skeleton) -> None:
        """Draw it into a picture of the same moment."""
        x, y = self._place
        picture = self._painter.paint(self._stage.raster(bones))[0]
        if not self._painter.blocks:
            miniature(picture, self._painter.tinted)
        cells.paste(picture, x, y)
        cells.write(x + (self._size.columns - len(_TITLE)) // 2, y - 1, _TITLE, Role.LABEL, 2)
