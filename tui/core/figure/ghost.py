"""The ghost: where the body goes next, as a shadow with a dotted edge."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells, Tinter
from tui.core.figure.contour import NEIGHBOURS
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.parts import Part
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Stage

_TONES = np.full(len(Role), 2, np.uint8)
"""Shade of the shadow by what casts it: head, hair and arms can be told apart."""
_TONES[[Role.SKIN, Role.HAND]] = LEVELS - 1
_TONES[Role.SLEEVE] = 3
_TONES[Role.HAIR] = 1


class Ghost:
    """The shadow of the upper body in one pose and its outline, without what lies inside of it."""

    def __init__(self, stage: Stage, matcher: Matcher, bones: Skeleton) -> None:
        body = stage.upper_body(bones)
        inside = body.part != Part.EMPTY
        self._place = (stage.columns.start, stage.rows.start)
        shape = (stage.rows.stop - stage.rows.start, stage.columns.stop - stage.columns.start)
        self._glyph = matcher.codes[matcher.choose(_outline(inside))].reshape(shape)
        role, _ = Tinter(shape[1], shape[0]).roles(body)
        self._inside = role != Role.NONE
        self._shade = _TONES[role]

    def draw(self, cells: Cells, *, faint: bool = False) -> None:
        """Draw it where nothing else is; `faint`, by every other cell."""
        cells = cells.part(*self._place, *reversed(self._glyph.shape))
        free = cells.free()
        shadow = free & self._inside
        where = free & (self._glyph != ord(" "))
        if faint:
            where[::2, ::2] = where[1::2, 1::2] = False
        cells.fill[shadow] = Role.GHOST
        cells.shade[shadow] = 0 if faint else self._shade[shadow]
        cells.glyph[where] = self._glyph[where]
        cells.ink[where] = Role.GHOST
        cells.tone[where] = 0 if faint else LEVELS - 1


def _outline(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the samples inside at whose edge the outside begins."""
    edge = np.zeros_like(inside)
    for first, second in NEIGHBOURS:
        edge[first] |= ~inside[second]
        edge[second] |= ~inside[first]
    edge &= inside
    return edge
