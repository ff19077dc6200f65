"""The arrow along the path of what moves most, and its label."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import Cells
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.pose import PoseAt
from tui.core.figure.stage import Size, Stage
from tui.core.figure.swing import is_turn, tracks

_POINTS = 15
_SHORTEST = 6.0
"""Columns that an arrow is long at least."""

_CORNER = 0.45
"""Columns of it that a cell has to hold."""
_BEAD = ord("=")
_ROWS_FOR_BARBS = 24
"""In smaller pictures they would look like strokes beside the label."""

Path = NDArray[np.float64]
"""Points (x, y) in columns."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """Cells of an arrow: rows, columns and characters, and where its label would best stand."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    glyphs: NDArray[np.uint8]
    head: NDArray[np.bool_]
    """Which of the cells are its head."""
    middle: tuple[float, float]

    def draw(self, cells: Cells, banded: bool) -> None:
        """Draw it over whatever is there: `banded` as a band of colour with a head, else by its glyphs."""
        place = (self.rows, self.columns)
        cells.glyph[place] = np.where(self.head | (not banded), self.glyphs, ord(" "))
        cells.ink[place] = np.where(self.head & banded, Role.LABEL, Role.ARROW)
        cells.tone[place] = LEVELS - 1
        cells.fill[place] = Role.ARROW
        cells.shade[place] = np.where(self.head, LEVELS - 1, 1)


def arrow(stage: Stage, origin: PoseAt, goal: PoseAt) -> Arrow | None:
    """Return the arrow from `origin` to `goal`, or None where nothing moves."""
    paths = _paths(stage, origin, goal)
    lengths = [_length(path) for path in paths]
    if max(lengths) < 0.3:
        return None
    path = _lengthened(paths[int(np.argmax(lengths))])
    shape = (stage.size.rows, stage.size.columns)
    codes = np.zeros(shape, np.uint8)
    heads = np.zeros(shape, np.bool_)
    _trace(path, stage.size.aspect, codes)
    _head(path, stage, codes, heads)
    rows, columns = np.nonzero(codes)
    turn = is_turn(stage.pose(origin), stage.pose(goal))
    x, y = path[-1 if turn else len(path) // 2].tolist()
    place = (rows, columns)
    return Arrow(rows, columns, codes[place], heads[place], (x, y / stage.size.aspect))


def _paths(stage: Stage, origin: PoseAt, goal: PoseAt) -> list[Path]:
    swung = tracks(stage.spec, stage.pose(origin), stage.pose(goal), _POINTS, stage.arc_above)
    return [stage.camera.points(track)[:, :2] for track in swung]


def _length(path: Path) -> float:
    return float(np.sum(np.hypot(*np.diff(path, axis=0).T)))


def _lengthened(path: Path) -> Path:
    length = _length(path)
    if length >= _SHORTEST:
        return path
    middle = path.mean(axis=0)
    longer: Path = middle + (path - middle) * (_SHORTEST / length)
    return longer


def _trace(path: Path, aspect: float, codes: NDArray[np.uint8]) -> None:
    """Mark the cells that the path runs through, but not those of which it only cuts a corner."""
    rows, columns = codes.shape
    steps = np.concatenate([np.linspace(a, b, 60, endpoint=False) for a, b in pairwise(path)])
    x, y = steps[:, 0].astype(np.intp), (steps[:, 1] / aspect).astype(np.intp)
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    length = np.zeros(codes.shape)
    np.add.at(length, (y[inside], x[inside]), _length(path) / len(steps))
    codes[length > _CORNER] = _BEAD


def _head(path: Path, stage: Stage, codes: NDArray[np.uint8], heads: NDArray[np.bool_]) -> None:
    """Mark the tip, and its two barbs where the shaft leads between them and neither hides the person."""
    way = path[-1] - path[-4]
    x, y = int(path[-1][0]), int(path[-1][1] / stage.size.aspect)
    if abs(way[0]) > abs(way[1]) * 0.9:
        tip, back = ("<", 1) if way[0] < 0 else (">", -1)
        upper, lower = ("/", "\\") if way[0] < 0 else ("\\", "/")
        shaft = [(x, y, tip), (x + back, y, tip)]
        barbs = [(x + back, y - 1, upper), (x + back, y + 1, lower)]
        behind = (x + 2 * back, y)
    else:
        tip, back = ("^", 1) if way[1] < 0 else ("v", -1)
        left, right = ("/", "\\") if way[1] < 0 else ("\\", "/")
        shaft = [(x, y, tip), (x, y + back, "|")]
        barbs = [(x - 1, y + back, left), (x + 1, y + back, right)]
        behind = (x, y + 2 * back)
    shown = [mark for mark in barbs if _within(*mark[:2], stage.size)]
    straight = _within(*behind, stage.size) and codes[behind[1], behind[0]]
    hiding = any(stage.occupied[row, column] for column, row, _ in shown)
    if hiding or not straight or stage.size.rows < _ROWS_FOR_BARBS:
        shown = []
    for column, row, glyph in shaft + shown:
        if _within(column, row, stage.size):
            codes[row, column] = ord(glyph)
            heads[row, column] = True


def _within(column: int, row: int, size: Size) -> bool:
    return 0 <= row < size.rows and 0 <= column < size.columns
