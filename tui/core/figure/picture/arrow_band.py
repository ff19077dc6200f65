"""The arrow as a smooth band with a head, drawn in samples."""

from itertools import pairwise

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
_LONGEST_HEAD = 0.5
"""Of the path that the head takes at most."""
_FINE = 24
"""Points that the band is drawn along."""


def band(path: Path, size: Size, scale: float) -> NDArray[np.float64]:
    """Return how much of each sample of a picture the arrow covers, 0 to 1.

    Args:
        path: where it runs.
        size: of the picture.
        scale: columns a stature.
    """
    half = max(_THINNEST, _HALF * scale)
    long = min(_HEAD_LONG * half, _LONGEST_HEAD * path_length(path))
    line = _evenly(path, _FINE)
    shaft, base = _cut(line, long)
    covered = np.zeros((size.rows * DOWN, size.columns * ACROSS))
    across = _box(line[:, 0], half * _HEAD_HALF + 1.0, 1.0 / ACROSS, covered.shape[1])
    down = _box(line[:, 1], half * _HEAD_HALF + 1.0, size.aspect / DOWN, covered.shape[0])
    x = (np.arange(across.start, across.stop) + 0.5) / ACROSS
    y = (np.arange(down.start, down.stop) + 0.5) * size.aspect / DOWN
    spots = np.stack(np.meshgrid(x, y), axis=-1)
    widths = half * np.linspace(_TAIL, 1.0, len(shaft))
    inside = np.maximum(_along(shaft, widths, spots), _triangle(base, line[-1], half * _HEAD_HALF, spots))
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


def _along(line: Path, widths: NDArray[np.float64], spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far inside the band samples lie, in columns; below zero outside."""
    inside = np.full(spots.shape[:2], -1e3)
    for (begin, end), width in zip(pairwise(line), widths, strict=False):
        way = end - begin
        share = np.clip((spots - begin) @ way / max(float(way @ way), 1e-9), 0.0, 1.0)
        away = spots - begin - share[..., None] * way
        np.maximum(inside, width - np.hypot(away[..., 0], away[..., 1]), out=inside)
    return inside


def _triangle(
    base: NDArray[np.float64], tip: NDArray[np.float64], half: float, spots: NDArray[np.float64]
) -> NDArray[np.float64]:
    way = tip - base
    long = float(np.hypot(*way))
    ahead = way / long
    along = (spots - base) @ ahead
    across = np.abs((spots - base) @ np.array((-ahead[1], ahead[0])))
    slope = (half * (1.0 - along / long) - across) * (long / np.hypot(long, half))
    inside: NDArray[np.float64] = np.minimum(along, slope)
    return inside
