"""The artist: from a point of a movement to a picture of it, each drawn once."""

from collections import OrderedDict
from dataclasses import dataclass, fields

from tui.core.figure.cells import Cells
from tui.core.figure.frame import Frame, Line, Role
from tui.core.figure.glyphs import DOTTED, OUTLINE, GlyphTable, Matcher
from tui.core.figure.guides import Ends, Guides
from tui.core.figure.inset import Inset
from tui.core.figure.legend import label_place, write_legend
from tui.core.figure.marks import draw_contact, draw_eyes, draw_floor
from tui.core.figure.painter import NO_CHOICE, Choice, Painter, Technique
from tui.core.figure.pose import START, FigureSpec, Pose, PoseAt, View
from tui.core.figure.regions import Facing
from tui.core.figure.stage import Size, Stage

SWEEP = 8
"""Every how many poses the choice of glyphs starts afresh, so that no frame depends on more than these."""
HOLD_STEPS = 16
"""Steps in which the mark of a hold grows."""
STEPS_PER_DEGREE = 1.25
"""Fine enough for 25 different pictures a second in a movement of 40 degrees and two seconds."""
LEAST_STEPS, MOST_STEPS = 12, 72
"""Poses that a movement is divided into, however far it goes."""
BASE_BYTES = 6_000_000
"""How much memory the drawn bodies of one artist may take."""
FRAME_BYTES = 3_000_000
"""How much its finished frames may take, which share the rows that they have in common."""

_SEEN = {Facing.REAR: "from behind", Facing.ASIDE: "from the side", Facing.FRONT: "from in front"}
"""What a picture is called that another one stands beside."""

_Key = tuple[str, int]
_Picture = tuple[_Key, _Key | None, int, bool]
"""Pose, ghost, step of a hold or -1, and whether the ghost is where the movement began."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A body in one pose, and the glyphs of its outlines that the next one prefers to keep."""

    cells: Cells
    outline: Choice
    plan: Choice

    @property
    def size_bytes(self) -> int:
        return self.cells.size_bytes + len(self.outline) + len(self.plan)


class Artist:
    """Draws one exercise in one view, size and style; the same request always gives the same frame.

    Args:
        spec: the person and their poses.
        glyphs: ink of the characters.
        view: where the camera stands.
        size: of the picture, in cells.
        style: `ascii` (tint and outline), `line` (outline alone) or `blocks` (half blocks).
        texture: whether the body is filled with characters, for screens without colours.
    """

    def __init__(
        self,
        spec: FigureSpec,
        glyphs: GlyphTable,
        view: View,
        size: Size,
        style: str = "ascii",
        texture: bool = False,
    ) -> None:
        self.size = size
        self.style = style
        self._texture = texture
        box = (1.0, 0.5, size.columns - 1.0, size.rows - 1.25)
        aside = Inset.columns(size) / 2 if view.inset else 0.0
        self._stage = Stage(spec, view, size, box, wiry=style == "line", aside=aside)
        technique = Technique(Matcher(glyphs, OUTLINE), Matcher(glyphs, DOTTED), style, texture)
        self._painter = Painter(technique, self._stage)
        self._guides = Guides(self._stage, technique.dotted, self._painter.coloured)
        room = Inset.room(self._stage) if view.inset else None
        self._inset = Inset(spec, self._stage, room, technique) if room else None
        self._steps = {name: _steps(spec.poses[START], end) for name, end in spec.poses.items()}
        self._name = _SEEN[self._stage.facing] if self._inset else ""
        floor = Cells.blank(size.columns, size.rows)
        draw_floor(floor, self._stage)
        self._name_place = label_place(floor, self._stage, self._stage.beside, self._name)
        self._bases: OrderedDict[_Key, _Drawn] = OrderedDict()
        self._frames: dict[_Picture, Frame] = {}
        self._lines: dict[Line, Line] = {}
        self._places: dict[tuple[Ends, bool], tuple[int, int] | None] = {}

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
            hold: how much of a hold has passed, 0 to 1.
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
        held = -1 if hold is None else round(min(1.0, max(0.0, hold)) * HOLD_STEPS)
        return self.key(pose), self.key(ghost) if ghost else None, held, arrived

    @property
    def cache_bytes(self) -> int:
        """About how much memory the kept pictures take."""
        bases = sum(drawn.size_bytes for drawn in self._bases.values())
        return bases + self._frame_bytes()

    def affordable(self, pose: PoseAt) -> PoseAt:
        """Return the nearest pose whose picture costs at most one drawing of the body."""
        toward, index = self.key(pose)
        if not index or self._cheap(toward, index):
            return pose
        steps = self.steps(toward)
        near = sorted(range(steps + 1), key=lambda other: abs(other - index))
        return next(PoseAt(toward, other / steps) for other in near if self._cheap(toward, other))

    def approach(self, pose: PoseAt) -> bool:
        """Draw one of the bodies that the picture at `pose` depends on; return whether any are left."""
        toward, index = self.key(pose)
        chain = [(toward if at else START, at) for at in range(index - index % SWEEP, index + 1)]
        missing = [key for key in chain if key not in self._bases]
        if missing:
            self._base(missing[0])
        return len(missing) > 1

    def _cheap(self, toward: str, index: int) -> bool:
        known = self._bases
        before = (toward if index > 1 else START, index - 1)
        return index % SWEEP == 0 or (toward, index) in known or before in known

    def prepare(self, toward: str, index: int) -> None:
        """Draw the body at a pose ahead of time; cheap when the pose before it is there."""
        self._base((toward if index else START, index))

    def _compose(self, here: _Key, there: _Key | None, held: int, arrived: bool) -> Frame:
        cells = self._base(here).cells.copy()
        goal = here if arrived or held >= 0 or there is None else there
        ends, ghost = self._ends(here, goal), None
        if there and there != here and not (self._texture and held >= 0):
            ghost = self._at(there)
        self._guide(cells, ends, ghost, held >= 0)
        if ends:
            self._write_label(cells, ends, _label(self._stage.spec, goal, held >= 0), held >= 0)
        share = held / HOLD_STEPS if held >= 0 else None
        write_legend(cells, self._stage.spec, share, arrived, self._painter.coloured)
        cells.tidy(self._painter.coloured or self._texture)
        frame = cells.frame()
        return Frame(tuple(self._lines.setdefault(line, line) for line in frame.lines))

    def _guide(self, cells: Cells, ends: Ends | None, ghost: PoseAt | None, held: bool) -> None:
        self._guides.draw(cells, ends, ghost, held)
        if self._inset:
            self._inset.guide(cells, ends, ghost, held)

    def _write_label(self, cells: Cells, ends: Ends, text: str, held: bool) -> None:
        """Write a label near the arrow, at a place that is free in every pose."""
        path, wanted = self._guides.arrow(ends), (ends, held)
        if wanted not in self._places:
            first = self._base((START, 0)).cells.copy()
            self._guide(first, ends, None, held)
            self._places[wanted] = label_place(first, self._stage, path.middle, text) if path else None
        place = self._places[wanted]
        if place:
            cells.write(*place, text, Role.ARROW)

    def _frame_bytes(self) -> int:
        per_line = 5 * self.size.columns + 300
        return len(self._lines) * per_line + len(self._frames) * (8 * self.size.rows + 300)

    def _trim_frames(self) -> None:
        """Begin anew when there are too many: frames are quickly composed from what is drawn."""
        if self._frame_bytes() > FRAME_BYTES:
            self._frames.clear()
            self._lines.clear()

    def _ends(self, here: _Key, goal: _Key) -> Ends | None:
        """Return the key poses between which a movement goes, None where there is none."""
        if goal[1]:
            return PoseAt(START, 0.0), PoseAt(goal[0], 1.0)
        return (PoseAt(here[0], 1.0), PoseAt(START, 0.0)) if here[1] else None

    def _at(self, key: _Key) -> PoseAt:
        return PoseAt(key[0], key[1] / self.steps(key[0]))

    def _base(self, key: _Key) -> _Drawn:
        found = self._bases.get(key)
        if found is None:
            before = None
            if key[1] % SWEEP:
                before = self._base((key[0] if key[1] > 1 else START, key[1] - 1))
            found = self._bases[key] = self._draw(key, before)
            while len(self._bases) * found.size_bytes > BASE_BYTES:
                self._bases.popitem(last=False)
        return found

    def _draw(self, key: _Key, before: _Drawn | None) -> _Drawn:
        bones = self._stage.bones(self._at(key))
        moving = self._stage.moving(bones)
        raster = self._stage.raster(moving)
        cells, chosen = self._painter.paint(raster, before.outline if before else None)
        draw_eyes(cells, self._stage, bones)
        draw_contact(cells, self._stage, bones, raster)
        draw_floor(cells, self._stage)
        plan = NO_CHOICE
        if self._inset:
            if self._name_place:
                cells.write(*self._name_place, self._name, Role.LABEL, 2)
            plan = self._inset.draw(cells, moving, before.plan if before else None)
        return _Drawn(cells, chosen, plan)


def _steps(start: Pose, end: Pose) -> int:
    widest = max(abs(getattr(end, field.name) - getattr(start, field.name)) for field in fields(Pose))
    return int(max(LEAST_STEPS, min(MOST_STEPS, round(widest * STEPS_PER_DEGREE))))


def _label(spec: FigureSpec, goal: _Key, held: bool) -> str:
    """Return what the arrow or the hold is called, in at most three words."""
    if goal[1] == 0:
        return "return"
    verb = spec.arrow.split()
    side = [goal[0]] if goal[0] in ("left", "right") else []
    if held and 1 + len(verb) + len(side) > 3:
        verb = []
    return " ".join(["hold"] * held + (verb + side)[:3])
