"""The stage: an exercise's camera for one size, and the chair and the legs, which never move."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure import flesh
from tui.core.figure.camera import Camera
from tui.core.figure.raster import Raster
from tui.core.figure.skeleton import Skeleton, skeleton
from tui.core.pose import START, FigureSpec, Pose, PoseAt, View

_SAMPLED = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where between start and end the camera looks for the figure's extent."""
_NEARNESS = 0.75
"""How much brighter a stature nearer is."""


@dataclass(frozen=True, slots=True)
class Size:
    """Cells of a picture, and how many times as tall as wide one is."""

    columns: int
    rows: int
    aspect: float = 2.0


class Stage:
    """Draws the person of one exercise as one view shows them, at one size.

    Args:
        spec: the person and their poses.
        view: where the camera stands.
        size: of the whole picture.
        box: left, top, right, bottom in cells: where the figure has to stay in.
    """

    def __init__(
        self, spec: FigureSpec, view: View, size: Size, box: tuple[float, float, float, float]
    ) -> None:
        self.spec = spec
        self.size = size
        left, top, right, bottom = box
        everything = np.concatenate([flesh.legs(), flesh.chair(), *self._sweep()])
        self.camera = Camera(view.yaw, view.pitch).fitted(
            everything, (left, top * size.aspect, right, bottom * size.aspect)
        )
        self.occupied = self._occupied(everything)
        self._static = Raster.blank(size.columns, size.rows, size.aspect)
        nearness = _NEARNESS / self.camera.scale
        self._static.draw(self.camera.cones(flesh.chair()), nearness * 0.4)
        self._static.draw(self.camera.cones(flesh.legs()), nearness)
        self._nearness = nearness

    def pose(self, at: PoseAt) -> Pose:
        """Return the joint angles at a point of a movement; an unknown pose is the start."""
        start = self.spec.poses[START]
        return start.towards(self.spec.poses.get(at.toward, start), at.amount)

    def bones(self, at: PoseAt) -> Skeleton:
        """Return the joints at a point of a movement."""
        return skeleton(self.spec, self.pose(at))

    def raster(self, bones: Skeleton) -> Raster:
        """Return the whole person and the chair, drawn."""
        raster = self._static.copy()
        raster.draw(self.camera.cones(flesh.upper_body(bones, self.spec)), self._nearness)
        return raster

    def upper_body(self, bones: Skeleton) -> Raster:
        """Return only what moves, drawn."""
        raster = Raster.blank(self.size.columns, self.size.rows, self.size.aspect)
        raster.draw(self.camera.cones(flesh.upper_body(bones, self.spec)), self._nearness)
        return raster

    def _sweep(self) -> list[flesh.Cones]:
        ends = [name for name in self.spec.poses if name != START]
        return [
            flesh.upper_body(self.bones(PoseAt(name, amount)), self.spec)
            for name in ends
            for amount in _SAMPLED
        ]

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
