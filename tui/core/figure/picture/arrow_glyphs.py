"""The arrow in characters: a shaft of beads, and a head."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.picture.arrow import Arrow, Path, path_length
from tui.core.figure.scene.stage import Stage

_CORNER = 0.45
"""Columns of it that a cell has to hold."""
BEAD = ord("=")
"""What the shaft is drawn with, which stays behind the person; the head stands before them."""
_ROWS_FOR_BARBS = 24
"""In smaller pictures they would look like strokes beside the label."""


def arrow_glyphs(arrow: Arrow | None, stage: Stage) -> NDArray[np.uint8]:
    """Return the character of each cell of a picture that the arrow takes, 0 elsewhere."""
    codes = np.zeros((stage.size.rows, stage.size.columns), np.uint8)
    if arrow:
        _trace(arrow.path, stage.size.aspect, codes)
        _head(arrow.path, stage, codes)
    return codes


def _trace(path: Path, aspect: float, codes: NDArray[np.uint8]) -> None:
    """Mark the cells that the path runs through, but not those of which it only cuts a corner."""
    rows, columns = codes.shape
    steps = np.concatenate([np.linspace(a, b, 60, endpoint=False) for a, b in pairwise(path)])
    x, y = steps[:, 0].astype(np.intp), (steps[:, 1] / aspect).astype(np.intp)
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    length = np.zeros(codes.shape)
    np.add.at(length, (y[inside], x[inside]), path_length(path) / len(steps))
    codes[length > _CORNER] = BEAD


def _head(path: Path, stage: Stage, codes: NDArray[np.uint8]) -> None:
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
    shown = [mark for mark in barbs if _within(*mark[:2], codes)]
    straight = _within(*behind, codes) and codes[behind[1], behind[0]]
    hiding = any(stage.occupied[row, column] for column, row, _ in shown)
    if hiding or not straight or len(codes) < _ROWS_FOR_BARBS:
        shown = []
    for column, row, glyph in shaft + shown:
        if _within(column, row, codes):
            codes[row, column] = ord(glyph)


def _within(column: int, row: int, codes: NDArray[np.uint8]) -> bool:
    rows, columns = codes.shape
    return bool(0 <= row < rows and 0 <= column < columns)
