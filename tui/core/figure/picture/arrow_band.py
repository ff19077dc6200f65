"""The arrow as a smooth band with a head, drawn in samples."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.picture.arrow import Path, path_length
from tui.core.figure.scene.raster import ACROSS, DOWN
from tui.core.figure.scene.stage import Size

_HALF, _TAIL = 0.015, 0.6
"""Statures that half of the band is wide at the head, and what is left of it at its tail."""
_THINNEST = 0.5
"""Columns that half of it is wide at least."""
_HEAD_LONG, _HEAD_HALF = 6.0, 3.0
"""How long the head is, and half as wide, in halves of the band."""
_LEAST_LONG, _LEAST_HALF = 5.0, 2.4
"""Columns of both at least: a smaller head looks like a cross."""
_LONGEST_HEAD = 0.5
"""Of the path that the head takes at most."""
_FINE = 24
"""Points that the band is drawn along."""
_RIM = 1.0
"""Columns around a part of the band beyond which it covers nothing."""

Places = NDArray[np.float64]
"""Places on a line in columns, rising; or the two numbers of a point."""


def band(path: Path, size: Size, scale: float) -> NDArray[np.float64]:
    """Return how much of each sample of a picture the arrow covers, 0 to 1.

    Args:
        path: where it runs.
        size: of the picture.
        scale: columns a stature.
    """
    half = max(_THINNEST, _HALF * scale)
    long = min(max(_HEAD_LONG * half, _LEAST_LONG), _LONGEST_HEAD * path_length(path))
    wide = max(_HEAD_HALF * half, _LEAST_HALF)
    line = _evenly(path, _FINE)
    shaft, base = _cut(line, long)
    covered = np.zeros((size.rows * DOWN, size.columns * ACROSS))
    across = _box(line[:, 0], wide + 1.0, 1.0 / ACROSS, covered.shape[1])
    down = _box(line[:, 1], wide + 1.0, size.aspect / DOWN, covered.shape[0])
    x = (np.arange(across.start, across.stop) + 0.5) / ACROSS
    y = (np.arange(down.start, down.stop) + 0.5) * size.aspect / DOWN
    widths = half * np.linspace(_TAIL, 1.0, len(shaft))
    inside = np.maximum(_along(shaft, widths, x, y), _triangle(base, line[-1], wide, x, y))
    covered[down, across] = np.clip(inside * ACROSS + 0.5, 0.0, 1.0)
    return covered


def _box(places: NDArray[np.float64], around: float, pitch: float, count: int) -> slice:
    """Return the samples from around the first to around the last of some places."""
    begin, end = (places.min() - around) / pitch, (places.max() + around) / pitch
    return slice(int(np.clip(begin, 0, count)), int(np.clip(end + 1, 0, count)))


def _evenly(path: Path, count: int) -> Path:
    steps = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))))
    at = np.linspace(0.0, steps[-1], count)
    return np.stack([np.interp(at, steps, path[:, axis]) for axis in (0, 1)], axis=1)


def _cut(line: Path, long: float) -> tuple[Path, NDArray[np.float64]]:
    """Return the path up to where the head begins, and that point."""
    away = np.hypot(*(line - line[-1]).T)
    keep = max(2, int(np.count_nonzero(away > long)))
    return line[:keep], line[keep - 1]


def _along(line: Path, widths: Places, x: Places, y: Places) -> NDArray[np.float64]:
    """Return how far inside the band samples at `x` and `y` lie, in columns; below zero outside."""
    inside = np.full((len(y), len(x)), -1e3)
    for begin, end, width in zip(line, line[1:], widths.tolist(), strict=False):
        columns, rows = (
            slice(*np.searchsorted(places, (min(one, other) - width - _RIM, max(one, other) + width + _RIM)))
            for places, one, other in ((x, begin[0], end[0]), (y, begin[1], end[1]))
        )
        across, down = x[columns] - begin[0], (y[rows] - begin[1])[:, None]
        way_x, way_y = (end - begin).tolist()
        long = max(way_x * way_x + way_y * way_y, 1e-9)
        share = np.clip(across * (way_x / long) + down * (way_y / long), 0.0, 1.0)
        away = np.hypot(across - share * way_x, down - share * way_y)
        place = inside[rows, columns]
        np.maximum(place, width - away, out=place)
    return inside


def _triangle(base: Places, tip: Places, half: float, x: Places, y: Places) -> NDArray[np.float64]:
    way = tip - base
    long = float(np.hypot(*way))
    ahead_x, ahead_y = (way / long).tolist()
    beside_x, beside_y = x - base[0], (y - base[1])[:, None]
    along = beside_x * ahead_x + beside_y * ahead_y
    across = np.abs(beside_y * ahead_x - beside_x * ahead_y)
    slope = (half * (1.0 - along / long) - across) * (long / np.hypot(long, half))
    inside: NDArray[np.float64] = np.minimum(along, slope)
    return inside
