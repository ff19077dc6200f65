"""The ghost: where the body goes next, as a shadow with dotted outlines."""

import numpy as np

from tui.core.figure.cells import Cells, Tinter
from tui.core.figure.contour import contour
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Stage

_TONES = np.full(len(Role), 2, np.uint8)
"""Shade of the shadow by what casts it: head, hair and arms can be told apart."""
_TONES[[Role.SKIN, Role.HAND]] = LEVELS - 1
_TONES[Role.SLEEVE] = 3
_TONES[Role.HAIR] = 1


class Ghost:
    """The shadow of the upper body in one pose, and its outlines."""

    def __init__(self, stage: Stage, matcher: Matcher, bones: Skeleton) -> None:
        body = stage.upper_body(bones)
        self._place = stage.reached
        role, _ = Tinter(*self._place[2:]).roles(body)
        self._glyph = matcher.codes[matcher.choose(contour(body))].reshape(role.shape)
        self._inside = role != Role.NONE
        self._shade = _TONES[role]

    def draw(self, cells: Cells, *, faint: bool = False) -> None:
        """Draw it where nothing else is; `faint`, in darker shades and with half of its outlines."""
        cells = cells.part(*self._place)
        free = cells.free()
        shadow = free & self._inside
        where = free & (self._glyph != ord(" "))
        if faint:
            where[::2, ::2] = where[1::2, 1::2] = False
        cells.fill[shadow] = Role.GHOST
        cells.shade[shadow] = self._shade[shadow] // 2 if faint else self._shade[shadow]
        cells.glyph[where] = self._glyph[where]
        cells.ink[where] = Role.GHOST
        cells.tone[where] = 0 if faint else LEVELS - 1
