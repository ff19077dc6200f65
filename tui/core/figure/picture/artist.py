"""The artist: from a point of a movement to a picture of it, each drawn once."""

from collections import OrderedDict
from math import radians
from typing import Any, NamedTuple, Protocol

import numpy as np

from tui.core.figure.body.flesh import touches
from tui.core.figure.body.pose import START, FigureSpec, Pose, PoseAt, Stance, View
from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.colours import BOLD, Colours
from tui.core.figure.frame import Frame, Role
from tui.core.figure.picture.arrow import Ends, arrow
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.corner import CAPTION, corner, from_above
from tui.core.figure.picture.diagram_painter import DiagramPainter
from tui.core.figure.picture.guide import Guide
from tui.core.figure.picture.legend import Legend, LegendWriter, label_place
from tui.core.figure.picture.mosaic import HALVES, QUADRANTS, SEXTANTS, MosaicPainter
from tui.core.figure.scene.stage import Size, Stage


class Body(Protocol):
    """A body as a painter keeps it."""

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""


class Painter(Protocol):
    """Paints bodies, and over and under them what leads on."""

    def body(self, bones: Skeleton) -> Any:
        """Return a body in one pose."""

    def picture(self, body: Any, guide: Guide) -> Cells:
        """Return a new picture of a body and its guides."""


MOSAICS = {"mosaic": QUADRANTS, "coarse": HALVES, "fine": SEXTANTS}
"""The tiles of each mosaic; every other look is ASCII."""
_LEVER, _FINEST = 0.3, 0.35
"""Statures from the spine to what moves most, and the columns by which a pose moves that on from the last."""
LEAST_STEPS, MOST_STEPS = 12, 48
"""Poses that a movement is divided into, however far it goes."""
SEEN = 1 / 16
"""The share of a movement by which a body has to go on before it is seen to: about a column at 100x32."""
GUIDED = 14
"""Rows of a view from above from which on its arrow and its ghost are told from the body."""
BASE_BYTES = 6_000_000
"""How much memory the drawn bodies of one artist may take."""
FRAME_BYTES = 3_000_000
"""How much its finished frames may take."""
WIRE = 0.3
"""Columns that half of a bar of the chair is thick in ASCII: what one character shows."""

Box = tuple[float, float, float, float]
_Key = tuple[str, int]
_Picture = tuple[_Key, _Key | None, bool, bool, bool]
"""Pose, ghost, whether it is held, whether the ghost is where the movement began, whether it has begun."""


class _Drawn(NamedTuple):
    """A body in one pose."""

    body: Body
    touches: bool


class _Sight:
    """A person as one view shows them, each pose drawn once."""

    def __init__(self, stage: Stage, painter: Painter) -> None:
        self.stage = stage
        self._painter = painter
        self._drawn: OrderedDict[PoseAt, _Drawn] = OrderedDict()

    @property
    def size_bytes(self) -> int:
        """How much memory the drawn bodies take."""
        return sum(drawn.body.size_bytes for drawn in self._drawn.values())

    def picture(self, at: PoseAt, guide: Guide) -> Cells:
        """Return a new picture of a pose and its guides."""
        return self._painter.picture(self.drawn(at).body, guide)

    def drawn(self, at: PoseAt) -> _Drawn:
        """Return the body in a pose."""
        found = self._drawn.get(at)
        if found is None:
            bones = self.stage.bones(at)
            body = self._painter.body(bones)
            found = self._drawn[at] = _Drawn(body, touches(bones))
            while len(self._drawn) * body.size_bytes > BASE_BYTES:
                self._drawn.popitem(last=False)
        return found


class Artist:
    """Draws one exercise in one view, size and look; the same request always gives the same frame.

    Args:
        spec: the person and their poses.
        view: where the camera stands.
        size: of the picture, in cells.
        colours: of what is drawn.
        look: `ascii`, or one of MOSAICS.
        beside: whether a turn is shown from above as well, where there is room beside the person.
    """

    def __init__(
        self, spec: FigureSpec, view: View, size: Size, colours: Colours, look: str, *, beside: bool = False
    ) -> None:
        self.size = size
        self._colours, self._tiles = colours, MOSAICS.get(look)
        box = (1.0, 0.5, size.columns - 1.0, size.rows - 1.25)
        stage = self._stage_of(spec, view, size, box)
        self._corner = corner(stage, view, ascii_only=self._tiles is None) if beside else None
        self._above: _Sight | None = None
        if self._corner:
            _, _, columns, rows, aside = self._corner
            inset = Size(columns, rows, size.aspect)
            self._above = self._sight(
                self._stage_of(spec, from_above(view), inset, (0.0, 0.0, columns, rows))
            )
            stage = self._stage_of(spec, view, size, (1.0 + 2 * aside, *box[1:])) if aside else stage
        self._stage = stage
        self._main = self._sight(stage)
        self._legend = LegendWriter(colours, swatches=self._tiles is not None)
        self._steps = {
            name: _steps(spec.poses[START], end, stage.camera.scale) for name, end in spec.poses.items()
        }
        self._frames: dict[_Picture, Frame] = {}
        self._labels: dict[tuple[Ends, bool], tuple[int, int, str] | None] = {}

    def steps(self, toward: str) -> int:
        """Return into how many poses the movement to `toward` is divided."""
        return self._steps.get(toward, LEAST_STEPS)

    def key(self, at: PoseAt) -> _Key:
        """Return the quantised pose: its name and index; index 0 is the start pose whatever the name."""
        index = round(min(1.0, max(0.0, at.amount)) * self.steps(at.toward))
        return (at.toward if index else START, index)

    def frame(
        self,
        pose: PoseAt,
        ghost: PoseAt | None = None,
        hold: float | None = None,
        arrived: bool = False,
    ) -> Frame:
        """Return the picture at `pose`.

        Args:
            pose: where the body is.
            ghost: another pose, drawn dotted.
            hold: how much of a hold has passed; a picture shows no more than that it is one.
            arrived: whether the ghost is where the movement began, and the arrow leads here.
        """
        wanted = self.picture(pose, ghost, hold, arrived)
        found = self._frames.get(wanted)
        if found is None:
            found = self._frames[wanted] = self._compose(*wanted)
            self._trim_frames()
        return found

    def picture(
        self, pose: PoseAt, ghost: PoseAt | None = None, hold: float | None = None, arrived: bool = False
    ) -> _Picture:
        """Return what tells the picture that `frame` gives from the others."""
        begun = ghost is None or pose.amount > 0.0
        return self.key(pose), self.key(ghost) if ghost else None, hold is not None, arrived, begun

    def differ(self, one: Stance, other: Stance) -> bool:
        """Whether the eye tells the pictures of two stances apart: all but a step of the body is seen."""
        (here, *beside), (there, *beside_it) = self.picture(*one), self.picture(*other)
        was, now = self._at(here).amount, self._at(there).amount
        gone = abs(was - now) if here[0] == there[0] else was + now
        return beside != beside_it or gone >= SEEN

    @property
    def cache_bytes(self) -> int:
        """About how much memory the kept pictures take."""
        above = self._above.size_bytes if self._above else 0
        return self._main.size_bytes + above + self._frame_bytes()

    def prepare(self, toward: str, index: int) -> None:
        """Draw a pose ahead of time: the body, and while there is room the picture on its way to the end."""
        here, there = (toward if index else START, index), (toward, self.steps(toward))
        self._main.drawn(self._at(here))
        if self._above:
            self._above.drawn(_coarse(self._at(here)))
        wanted = (here, there, False, False, True)
        if wanted not in self._frames and self._frame_bytes() < FRAME_BYTES // 2:
            self._frames[wanted] = self._compose(*wanted)

    def _compose(self, here: _Key, there: _Key | None, held: bool, arrived: bool, begun: bool) -> Frame:
        at = self._at(here)
        goal = here if arrived or held or there is None else there
        ends = self._ends(here, goal)
        guide = Guide(ends, self._at(there) if there and there != here else None, held, not begun)
        cells = self._picture(at, guide)
        label = self._label(ends, goal, held) if ends else None
        if label:
            ink = self._colours.ink(Role.ARROW)
            cells.write(*label, ink if begun else ink & ~BOLD)
        spec = self._stage.spec
        touched = self._main.drawn(at).touches
        self._legend.write(cells, Legend(spec.region, spec.still, touched, guide.ghost is not None, arrived))
        return cells.frame()

    def _picture(self, at: PoseAt, guide: Guide) -> Cells:
        """Return a pose and its guides, with the view from above where there is one."""
        cells = self._main.picture(at, guide)
        if self._above and self._corner:
            x, y, columns, rows, _ = self._corner
            above = self._above.picture(_coarse(at), guide if rows >= GUIDED else Guide())
            np.copyto(cells.part(x, y + 1, columns, rows).codes, above.codes, where=~above.free())
            cells.write(x, y, CAPTION, self._colours.ink(Role.LABEL))
        return cells

    def _label(self, ends: Ends, goal: _Key, held: bool) -> tuple[int, int, str] | None:
        """Return a label near the arrow, behind the cell from which on it is free in every pose."""
        wanted = (ends, held)
        if wanted not in self._labels:
            path, text = arrow(self._stage, *ends), _label(self._stage.spec, goal, held)
            first = self._picture(PoseAt(START, 0.0), Guide(ends, None, held))
            place = label_place(first, self._stage, path.beside, text) if path else None
            self._labels[wanted] = (*place, text) if place else None
        return self._labels[wanted]

    def _frame_bytes(self) -> int:
        return len(self._frames) * (8 * self.size.columns * self.size.rows + 300)

    def _trim_frames(self) -> None:
        """Begin anew when there are too many: frames are quickly composed from what is drawn."""
        if self._frame_bytes() > FRAME_BYTES:
            self._frames.clear()

    def _ends(self, here: _Key, goal: _Key) -> Ends | None:
        """Return the key poses between which a movement goes, None where there is none."""
        if goal[1]:
            return PoseAt(START, 0.0), PoseAt(goal[0], 1.0)
        return (PoseAt(here[0], 1.0), PoseAt(START, 0.0)) if here[1] else None

    def _at(self, key: _Key) -> PoseAt:
        return PoseAt(key[0], key[1] / self.steps(key[0]))

    def _stage_of(self, spec: FigureSpec, view: View, size: Size, box: Box) -> Stage:
        return Stage(spec, view, size, box, None if self._tiles else WIRE)

    def _sight(self, stage: Stage) -> _Sight:
        if self._tiles:
            return _Sight(stage, MosaicPainter(stage, self._colours, self._tiles))
        return _Sight(stage, DiagramPainter(stage, self._colours))


def _coarse(at: PoseAt) -> PoseAt:
    """Return the pose in a small view: each one more would cost the terminal more than the eye sees of it."""
    return PoseAt(at.toward, round(at.amount * LEAST_STEPS) / LEAST_STEPS)


def _steps(start: Pose, end: Pose, scale: float) -> int:
    """Return as many poses as the eye can tell apart: in a large picture it sees more of them."""
    widest = max(abs(there - here) for here, there in zip(start, end, strict=True))
    return int(max(LEAST_STEPS, min(MOST_STEPS, round(radians(widest) * _LEVER * scale / _FINEST))))


def _label(spec: FigureSpec, goal: _Key, held: bool) -> str:
    """Return what the arrow is called in at most three words, or of a hold its side."""
    if goal[1] == 0:
        return "return"
    side = [goal[0]] if goal[0] in ("left", "right") else []
    return " ".join([*(["hold"] if held else spec.arrow.split()), *side][:3])
