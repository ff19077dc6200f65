"""The guides: where a movement leads, as a ghost and an arrow on one stage, each made once."""

from tui.core.figure.arrow import Arrow, arrow
from tui.core.figure.cells import Cells
from tui.core.figure.ghost import Ghost
from tui.core.figure.glyphs import Matcher
from tui.core.figure.pose import PoseAt
from tui.core.figure.stage import Stage

Ends = tuple[PoseAt, PoseAt]
"""Two key poses: where a movement begins, and where it leads."""


class Guides:
    """Draws the guides of one stage.

    Args:
        stage: whose person moves.
        dotted: chooses the glyphs of the ghost.
        banded: whether arrows are bands of colour.
    """

    def __init__(self, stage: Stage, dotted: Matcher, banded: bool) -> None:
        self._stage = stage
        self._dotted = dotted
        self._banded = banded
        self._arrows: dict[Ends, Arrow | None] = {}
        self._ghosts: dict[PoseAt, Ghost] = {}

    def draw(self, cells: Cells, ends: Ends | None, ghost: PoseAt | None, held: bool) -> None:
        """Draw what leads on: in holds no arrow, and the ghost only faintly."""
        path = self.arrow(ends)
        if path and not held:
            path.draw(cells, self._banded)
        if ghost:
            if ghost not in self._ghosts:
                self._ghosts[ghost] = Ghost(self._stage, self._dotted, self._stage.bones(ghost))
            self._ghosts[ghost].draw(cells, faint=held)

    def arrow(self, ends: Ends | None) -> Arrow | None:
        """Return the arrow of a movement; None where nothing moves."""
        if ends is None:
            return None
        if ends not in self._arrows:
            self._arrows[ends] = arrow(self._stage, *ends)
        return self._arrows[ends]
