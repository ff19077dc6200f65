"""Paints diagrams in ASCII: textures that tell parts apart, and dotted where it goes next."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.pose import PoseAt
from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.colours import BOLD, Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.arrow import Ends, arrow
from tui.core.figure.picture.arrow_glyphs import BEAD, arrow_glyphs
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import Guide
from tui.core.figure.picture.texture import Weaver, dotted
from tui.core.figure.scene.canvas import contour
from tui.core.figure.scene.stage import Stage

_BLANK = ord(" ")
Bytes = NDArray[np.uint8]


class DiagramBody(NamedTuple):
    """The characters of a body, where the stage reaches, and what each belongs to."""

    glyph: Bytes
    role: Bytes

    @property
    def size_bytes(self) -> int:
        """How much memory they take."""
        return self.glyph.nbytes + self.role.nbytes


class DiagramPainter:
    """Paints the bodies of one stage.

    Args:
        stage: whose person moves.
        colours: of the roles.
    """

    def __init__(self, stage: Stage, colours: Colours) -> None:
        self._stage = stage
        self._weaver = Weaver(*stage.reached[2:])
        self._inks = np.array([colours.ink(role) for role in Role], np.uint16)
        self._faint = np.uint16(colours.ink(Role.GHOST, 0.85))
        self._awaited = np.uint16(colours.ink(Role.ARROW, 0.6) & ~BOLD)
        self._ghosts: dict[PoseAt, Bytes] = {}
        self._strokes: dict[Ends, Bytes] = {}

    def body(self, bones: Skeleton) -> DiagramBody:
        """Return a body in one pose."""
        return DiagramBody(*self._weaver.woven(self._stage.person(bones).raster()))

    def picture(self, body: DiagramBody, guide: Guide) -> Cells:
        """Return a new picture of a body, its ghost dotted at some distance from it, and the arrow."""
        size = self._stage.size
        cells = Cells.blank(size.columns, size.rows)
        reached = cells.part(*self._stage.reached)
        reached.glyph[:], reached.ink[:] = body.glyph, self._inks[body.role]
        if guide.ghost and not guide.held:
            dots = self._ghost(guide.ghost)
            free = ~_around(reached.glyph != _BLANK) & (dots != _BLANK)
            reached.glyph[free], reached.ink[free] = dots[free], self._faint
        if guide.ends and not guide.held:
            strokes = self._arrow(guide.ends)
            where = (strokes == BEAD) & (cells.glyph == _BLANK) | ~np.isin(strokes, (0, BEAD))
            ink = self._awaited if guide.awaited else self._inks[Role.ARROW]
            cells.glyph[where], cells.ink[where] = strokes[where], ink
        return cells

    def _arrow(self, ends: Ends) -> Bytes:
        if ends not in self._strokes:
            self._strokes[ends] = arrow_glyphs(arrow(self._stage, *ends), self._stage)
        return self._strokes[ends]

    def _ghost(self, pose: PoseAt) -> Bytes:
        if pose not in self._ghosts:
            body = self._stage.upper_body(self._stage.bones(pose)).raster()
            self._ghosts[pose] = dotted(contour(body))
        return self._ghosts[pose]


def _around(where: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which cells are among some, or lie right beside one of them."""
    padded = np.pad(where, 1)
    rows, columns = where.shape
    near: NDArray[np.bool_] = np.logical_or.reduce(
        [padded[y : y + rows, x : x + columns] for y in range(3) for x in range(3)]
    )
    return near
