"""The face in characters: an eye and a nose, which tell at a glance where somebody looks."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.frame import Role

Counts = NDArray[np.intp]
"""By cell, how many samples it has of something."""

EYE = "@"
AHEAD, LEFT, RIGHT = "^", "<", ">"
"""Noses: of a face that looks up or out of the picture, and of profiles."""
_LEAST_EYE = 4
"""Samples of an eye from which it is shown."""
_LEAST_NOSE = 8
"""Samples of a cell that the tip of a nose has at least."""
_PROFILE = 1.6
"""Columns that the nose of a profile stands aside of the head's middle, for each one above it."""
_STUBS = np.frombuffer(b".'", np.uint8)
"""What a part that has only half a cell is drawn with."""


def eyes(counts: Counts) -> NDArray[np.bool_]:
    """Return which cells show an eye, one for each, from how many samples of eyes they have."""
    padded = np.pad(counts, 1)
    most = (counts > padded[1:-1, :-2]) & (counts > padded[:-2, 1:-1])
    most &= (counts >= padded[1:-1, 2:]) & (counts >= padded[2:, 1:-1])
    return most & (counts >= _LEAST_EYE)


def draw_nose(glyph: NDArray[np.uint8], role: NDArray[np.uint8], nose: Counts, head: Counts) -> None:
    """Draw the nose: at the tip of a profile, beyond which nothing is left of it."""
    if nose.max() < _LEAST_NOSE:
        return
    aside, above = _away(nose, head)
    shape = AHEAD
    if abs(aside) >= max(_PROFILE * above, 1.0):
        shape = LEFT if aside < 0 else RIGHT
    down, right = np.indices(nose.shape)
    reach = aside * right - above * 2 * down
    tip = np.where(nose >= _LEAST_NOSE, reach, -np.inf).max()
    stub = (nose > 0) & (reach > tip) & np.isin(glyph, _STUBS)
    glyph[stub], role[stub] = ord(" "), Role.NONE
    at = (nose >= _LEAST_NOSE) & (reach == tip)
    glyph[at], role[at] = ord(shape), Role.SKIN


def _away(some: Counts, others: Counts) -> tuple[float, float]:
    """Return how far the middle of some samples lies to the right of others' and above it, in columns."""
    (y, x), (middle_y, middle_x) = _middle(some), _middle(others)
    return x - middle_x, (middle_y - y) * 2


def _middle(counts: Counts) -> tuple[float, float]:
    """Return the middle of samples, in rows and columns."""
    down, right = (counts.sum(axis=axis) for axis in (1, 0))
    total = down.sum()
    return float(down @ np.arange(len(down)) / total), float(right @ np.arange(len(right)) / total)
