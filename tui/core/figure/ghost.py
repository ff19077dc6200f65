"""The ghost: a dotted outline of where the body goes next."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells
from tui.core.figure.flesh import Part
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Stage


class Ghost:
    """The outline of the upper body in one pose, without what lies inside of it."""

    def __init__(self, stage: Stage, matcher: Matcher, bones: Skeleton) -> None:
        chosen = matcher.choose(_outline(stage.upper_body(bones).part != Part.EMPTY))
        self._glyph = matcher.codes[chosen].reshape(stage.size.rows, stage.size.columns)

    def draw(self, cells: Cells, *, faint: bool = False, apart: bool = False) -> None:
        """Draw it where nothing else is.

        Args:
            cells: the picture.
            faint: whether it is only hinted at, by every other cell.
            apart: whether a cell stays open around all else, as is needed where no colour tells them apart.
        """
        free = cells.free()
        where = (_inner(free) if apart else free) & (self._glyph != ord(" "))
        if faint:
            where[::2, ::2] = where[1::2, 1::2] = False
        cells.glyph[where] = self._glyph[where]
        cells.ink[where] = Role.GHOST
        cells.tone[where] = 0 if faint else LEVELS - 1


def _inner(free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the free cells that have free cells on all sides."""
    padded = np.pad(free, 1, constant_values=True)
    inner: NDArray[np.bool_] = (
        free & padded[1:-1, :-2] & padded[1:-1, 2:] & padded[:-2, 1:-1] & padded[2:, 1:-1]
    )
    return inner


def _outline(inside: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the samples inside at whose edge the outside begins."""
    edge = np.zeros_like(inside)
    edge[1:] |= ~inside[:-1]
    edge[:-1] |= ~inside[1:]
    edge[:, 1:] |= ~inside[:, :-1]
    edge[:, :-1] |= ~inside[:, 1:]
    return (inside & edge).astype(np.float32)
