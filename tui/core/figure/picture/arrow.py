"""The arrow's path: along what moves most, in columns of the picture."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.pose import PoseAt
from tui.core.figure.body.swing import is_turn, tracks
from tui.core.figure.scene.stage import Stage

_POINTS = 15
_SHORTEST = 8.0
"""Columns that an arrow is long at least."""

Path = NDArray[np.float64]
"""Points (x, y) in columns."""
Ends = tuple[PoseAt, PoseAt]
"""Two key poses: where a movement begins, and where it leads."""


class Arrow(NamedTuple):
    """Where an arrow runs."""

    path: Path
    beside: tuple[float, float]
    """The cell (x, y) at which its label would best stand."""


def arrow(stage: Stage, origin: PoseAt, goal: PoseAt) -> Arrow | None:
    """Return the arrow from `origin` to `goal`, or None where nothing moves."""
    paths = _paths(stage, origin, goal)
    lengths = [path_length(path) for path in paths]
    if max(lengths) < 0.3:
        return None
    path = _lengthened(paths[int(np.argmax(lengths))])
    turn = is_turn(stage.pose(origin), stage.pose(goal))
    x, y = path[-1 if turn else len(path) // 2].tolist()
    return Arrow(path, (x, y / stage.size.aspect))


def path_length(path: Path) -> float:
    """Return how long a path is, in columns."""
    return float(np.sum(np.hypot(*np.diff(path, axis=0).T)))


def _paths(stage: Stage, origin: PoseAt, goal: PoseAt) -> list[Path]:
    swung = tracks(stage.spec, stage.pose(origin), stage.pose(goal), _POINTS, stage.arc_above)
    return [stage.camera.points(track)[:, :2] for track in swung]


def _lengthened(path: Path) -> Path:
    length = path_length(path)
    if length >= _SHORTEST:
        return path
    middle = path.mean(axis=0)
    longer: Path = middle + (path - middle) * (_SHORTEST / length)
    return longer
