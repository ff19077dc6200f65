"""The stage: an exercise's camera for one size, and the chair and the legs, which never move."""

from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tui.core.figure.body import flesh
from tui.core.figure.body.flesh import contact
from tui.core.figure.body.pose import START, FigureSpec, Pose, PoseAt, View
from tui.core.figure.body.regions import Facing
from tui.core.figure.body.skeleton import Skeleton, skeleton
from tui.core.figure.body.swing import clearance, tracks
from tui.core.figure.scene.camera import Camera
from tui.core.figure.scene.canvas import Canvas

_SAMPLED = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where between start and end the camera looks for the figure's extent."""
_BARB = 0.045
"""Statures that the head of an arrow reaches to either side."""
_SHOWN_FROM = 0.07
"""Statures above the floor from which on the chair is shown from behind: its feet make all else smaller."""
_ASIDE = 0.7
"""Sine of the yaw from which on the person is seen from the side."""
_NEARNESS = 0.75
"""How much brighter a stature nearer is."""


class Size(NamedTuple):
    """Cells of a picture, and how many times as tall as wide one is."""

    columns: int
    rows: int
    aspect: float = 2.0


def facing(view: View) -> Facing:
    """Return from where a view sees the trunk."""
    if abs(sin(radians(view.yaw))) > _ASIDE:
        return Facing.ASIDE
    return Facing.FRONT if cos(radians(view.yaw)) > 0 else Facing.REAR


class Stage:
    """Draws the person of one exercise as one view shows them, at one size.

    Args:
        spec: the person and their poses.
        view: where the camera stands.
        size: of the whole picture.
        box: left, top, right, bottom in cells: where the figure has to stay in.
        wire: columns that half of each bar of the chair is thick, as suits outlines alone; None: as they are.
    """

    def __init__(
        self,
        spec: FigureSpec,
        view: View,
        size: Size,
        box: tuple[float, float, float, float],
        wire: float | None = None,
    ) -> None:
        self.spec = spec
        self.size = size
        self.arc_above = clearance(view)
        self.facing = facing(view)
        left, top, right, bottom = box
        frame = (left, top * size.aspect, right, bottom * size.aspect)
        self._shown_from = _SHOWN_FROM if self.facing is Facing.REAR else 0.0
        legs = flesh.above(flesh.legs(), self._shown_from)
        self.still = np.concatenate((legs, flesh.above(flesh.chair(), self._shown_from)))
        seen = np.concatenate((self.still, *self._sweep()))
        camera = Camera(view.yaw, view.pitch)
        self.camera = camera.fitted(np.concatenate((seen, *self._swings())), frame)
        self.occupied = self._occupied(seen)
        self.rows = _reached(self.occupied.any(axis=1))
        self.columns = _reached(self.occupied.any(axis=0))
        """Rows and columns of cells that the figure reaches: its canvases show no others."""
        self._static = Canvas.blank(self.columns, self.rows, size.aspect)
        self._nearness = _NEARNESS / self.camera.scale
        self._static.draw(self.camera.cones(self._chair(wire)), self._nearness * 0.4)
        self._static.draw(self.camera.cones(legs), self._nearness)

    @property
    def reached(self) -> tuple[int, int, int, int]:
        """The first column and row of cells of its canvases, and how many columns and rows they have."""
        columns, rows = self.columns, self.rows
        return columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start

    def pose(self, at: PoseAt) -> Pose:
        """Return the joint angles at a point of a movement; an unknown pose is the start."""
        start = self.spec.poses[START]
        return start.towards(self.spec.poses.get(at.toward, start), at.amount)

    def bones(self, at: PoseAt) -> Skeleton:
        """Return the joints at a point of a movement."""
        return skeleton(self.spec, self.pose(at))

    def person(self, bones: Skeleton) -> Canvas:
        """Return the whole person, the chair and the mark of their contact, drawn, where they reach."""
        canvas = self._static.copy()
        cones = np.concatenate((self._moving(bones), contact(bones, self.camera.towards)))
        canvas.draw(self.camera.cones(cones), self._nearness)
        return canvas

    def upper_body(self, bones: Skeleton) -> Canvas:
        """Return only what moves, drawn, in the same rows and columns."""
        canvas = Canvas.blank(self.columns, self.rows, self.size.aspect)
        canvas.draw(self.camera.cones(self._moving(bones)), self._nearness)
        return canvas

    def _moving(self, bones: Skeleton) -> flesh.Cones:
        return flesh.upper_body(bones, self.spec, self.facing)

    def _chair(self, wire: float | None) -> flesh.Cones:
        """Return the chair; drawn by lines, from the side, only its nearer half."""
        if wire is None:
            return flesh.above(flesh.chair(), self._shown_from)
        near = float(np.sign(self.camera.towards[0]))
        sides = (near,) if self.facing is Facing.ASIDE else (-1.0, 1.0)
        return flesh.above(flesh.chair(wire / self.camera.scale, sides), self._shown_from)

    def _sweep(self) -> list[flesh.Cones]:
        ends = [name for name in self.spec.poses if name != START]
        return [self._moving(self.bones(PoseAt(name, amount))) for name in ends for amount in _SAMPLED]

    def _swings(self) -> list[flesh.Cones]:
        start = self.spec.poses[START]
        ends = [pose for name, pose in self.spec.poses.items() if name != START]
        points = [track for end in ends for track in tracks(self.spec, start, end, 9, self.arc_above)]
        thick = (_BARB, _BARB, 0.0)
        return [np.hstack((track, track, np.tile(thick, (len(track), 1)))) for track in points]

    def _occupied(self, cones: flesh.Cones) -> NDArray[np.bool_]:
        """Return which cells the figure covers in any pose, to within a cell."""
        seen = self.camera.cones(cones)
        share = np.linspace(0.0, 1.0, 9)[:, None]
        spots = seen[:, None, 0:2] * (1 - share) + seen[:, None, 3:5] * share
        radius = seen[:, None, 6:7] * (1 - share) + seen[:, None, 7:8] * share
        ring = np.array([(x, y) for x in (-1, -0.5, 0, 0.5, 1) for y in (-1, -0.5, 0, 0.5, 1)])
        spread = (spots[:, :, None, :] + ring * radius[:, :, None, :]).reshape(-1, 2)
        x = np.clip(spread[:, 0], 0, self.size.columns - 1).astype(np.intp)
        y = np.clip(spread[:, 1] / self.size.aspect, 0, self.size.rows - 1).astype(np.intp)
        taken = np.zeros((self.size.rows, self.size.columns), np.bool_)
        taken[y, x] = True
        return taken


def _reached(taken: ArrayLike) -> slice:
    """Return the cells in a row that are taken, and one more on either side."""
    cells, count = np.flatnonzero(taken), np.size(taken)
    return slice(max(0, int(cells[0]) - 1), min(count, int(cells[-1]) + 2))
