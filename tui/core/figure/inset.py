"""The view from above that stands in a corner: how far the shoulders have turned."""

from tui.core.figure.cells import Cells, miniature
from tui.core.figure.frame import Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.painter import Painter
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Size, Stage
from tui.core.pose import FigureSpec, View

_SMALLEST = (44, 16)
"""Columns and rows of a picture that has room for it."""
_TITLE = "from above"


class Inset:
    """A small picture from above in the lower left corner."""

    def __init__(self, spec: FigureSpec, matcher: Matcher, size: Size, style: str, texture: bool) -> None:
        rows = max(7, min(14, round(size.rows * 0.36)))
        columns = min(round(rows * size.aspect * 1.1), round(size.columns * 0.32))
        self._size = Size(columns, rows, size.aspect)
        self._place = (0, size.rows - 1 - rows)
        box = (0.5, 0.25, columns - 0.5, rows - 0.25)
        self._stage = Stage(spec, View("from above", 180.0, 90.0), self._size, box, whole=False)
        self._painter = Painter(matcher, self._stage, style, texture)

    @staticmethod
    def fits(size: Size) -> bool:
        """Whether a picture of this size has room for it."""
        return size.columns >= _SMALLEST[0] and size.rows >= _SMALLEST[1]

    def draw(self, cells: Cells, bones: Skeleton) -> None:
        """Draw it into a picture of the same moment."""
        x, y = self._place
        picture = self._painter.paint(self._stage.raster(bones))[0]
        if not self._painter.blocks:
            miniature(picture, self._painter.tinted)
        cells.paste(picture, x, y)
        cells.write(x + (self._size.columns - len(_TITLE)) // 2, y - 1, _TITLE, Role.LABEL, 2)
