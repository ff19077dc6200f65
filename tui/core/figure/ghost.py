"""The ghost: a dotted outline of where the body goes next."""

import numpy as np

from tui.core.figure.cells import Cells
from tui.core.figure.contour import contour
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.glyphs import Matcher
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Stage


class Ghost:
    """The outline of the upper body in one pose."""

    def __init__(self, stage: Stage, matcher: Matcher, bones: Skeleton) -> None:
        chosen = matcher.choose(contour(stage.upper_body(bones)).astype(np.float32))
        self._glyph = matcher.codes[chosen].reshape(stage.size.rows, stage.size.columns)

    def draw(self, cells: Cells) -> None:
        """Draw it where nothing else is."""
        where = cells.free() & (self._glyph != ord(" "))
        cells.glyph[where] = self._glyph[where]
        cells.ink[where] = Role.GHOST
        cells.tone[where] = LEVELS - 1
