"""The camera: from statures in the room to columns on the screen."""

from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.flesh import Cones

Projected = NDArray[np.float64]
"""Rows of (x, y, depth) or of cones (ax, ay, az, bx, by, bz, ra, rb, part), lengths in columns.

x runs right and y down from the upper left corner; depth grows towards the viewer.
"""

_DISTANCE, NEARER = 2.3, 0.7
"""From the middle of the person to the eye, in statures: at eye level, and how much less from above.

From there a closer eye makes what is near larger: the head stands out before the knees.
"""
MIDDLE = np.array((0.0, 0.42, 0.03))


class Camera(NamedTuple):
    """A perspective view; `scale` columns a stature, the middle of the person at (`x`, `y`) columns.

    Seen from above the eye is `nearer` by so many statures.
    """

    yaw: float
    pitch: float
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    nearer: float = NEARER

    @property
    def towards(self) -> NDArray[np.float64]:
        """The direction from the person to the eye, of length 1."""
        return _axes(self.yaw, self.pitch)[:, 2]

    def points(self, points: NDArray[np.float64]) -> Projected:
        """Return where points (rows of x, y, z in statures) fall."""
        seen = (points - MIDDLE) @ _axes(self.yaw, self.pitch)
        near = self._distance / (self._distance - seen[:, 2])
        out: Projected = np.empty_like(seen)
        out[:, 0] = self.x + self.scale * near * seen[:, 0]
        out[:, 1] = self.y - self.scale * near * seen[:, 1]
        out[:, 2] = self.scale * seen[:, 2]
        return out

    def cones(self, cones: Cones) -> Projected:
        """Return where cones fall; their radii grow with nearness."""
        out = np.array(cones)
        ends = self.points(np.concatenate((cones[:, 0:3], cones[:, 3:6])))
        count = len(cones)
        out[:, 0:3], out[:, 3:6] = ends[:count], ends[count:]
        for at, radius in ((2, 6), (5, 7)):
            depth = out[:, at] / self.scale
            out[:, radius] = cones[:, radius] * self.scale * self._distance / (self._distance - depth)
        return out

    def fitted(self, cones: Cones, box: tuple[float, float, float, float]) -> "Camera":
        """Return this camera with all `cones` in the middle of a box: left, top, right and bottom columns."""
        unit = self._replace(scale=1.0, x=0.0, y=0.0)
        left, top, right, bottom = bounds(unit.cones(cones))
        scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (bottom - top))
        return self._replace(
            scale=scale,
            x=(box[0] + box[2]) / 2 - scale * (left + right) / 2,
            y=(box[1] + box[3]) / 2 - scale * (top + bottom) / 2,
        )

    @property
    def _distance(self) -> float:
        return _DISTANCE - self.nearer * sin(radians(self.pitch)) ** 2


@lru_cache(maxsize=64)
def _axes(yaw: float, pitch: float) -> NDArray[np.float64]:
    """Return, as columns, where the picture's right, its up and the eye lie; all at right angles."""
    across, above = radians(yaw), radians(pitch)
    right = np.array((cos(across), 0.0, -sin(across)))
    towards = np.array((sin(across) * cos(above), sin(above), cos(across) * cos(above)))
    axes = np.stack((right, np.cross(towards, right), towards), axis=1)
    axes.setflags(write=False)
    return axes


def bounds(cones: Projected) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of projected cones."""
    x = np.concatenate((cones[:, 0], cones[:, 3]))
    y = np.concatenate((cones[:, 1], cones[:, 4]))
    r = np.concatenate((cones[:, 6], cones[:, 7]))
    return float((x - r).min()), float((y - r).min()), float((x + r).max()), float((y + r).max())
