"""The face in characters: an eye and a nose, which tell at a glance where somebody looks."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import BodyPart
from tui.core.figure.frame import Role
from tui.core.figure.scene.raster import ACROSS, DOWN, Raster

EYE = "@"
AHEAD, LEFT, RIGHT = "^", "<", ">"
"""Noses: of a face that looks up or out of the picture, and of profiles."""
_LEAST_EYE = 4
"""Samples of an eye from which it is shown."""
_LEAST_NOSE = 8
"""Samples of a cell that the tip of a nose has at least."""
_PROFILE = 1.4
"""Columns that the nose of a profile stands aside of the head's middle, for each one above it."""
_STUBS = np.frombuffer(b".'", np.uint8)
"""What a part that has only half a cell is drawn with."""
_HEAD = (BodyPart.HAIR, BodyPart.FACE, BodyPart.EYE, BodyPart.NOSE)


def eyes(counts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which cells show an eye, one for each, from how many samples of eyes they have."""
    padded = np.pad(counts, 1)
    most = (counts > padded[1:-1, :-2]) & (counts > padded[:-2, 1:-1])
    most &= (counts >= padded[1:-1, 2:]) & (counts >= padded[2:, 1:-1])
    return most & (counts >= _LEAST_EYE)


def draw_nose(glyph: NDArray[np.uint8], role: NDArray[np.uint8], raster: Raster) -> None:
    """Draw the nose: at the tip of a profile, beyond which nothing is left of it."""
    nose = raster.part == BodyPart.NOSE
    rows, columns = glyph.shape
    counts = nose.reshape(rows, DOWN, columns, ACROSS).sum(axis=(1, 3))
    if counts.max() < _LEAST_NOSE:
        return
    aside, above = _away(nose, np.isin(raster.part, _HEAD))
    shape = AHEAD
    if abs(aside) >= max(_PROFILE * above, 1.0):
        shape = LEFT if aside < 0 else RIGHT
    down, right = np.indices(counts.shape)
    reach = aside * right - above * 2 * down
    tip = np.where(counts >= _LEAST_NOSE, reach, -np.inf).max()
    stub = (counts > 0) & (reach > tip) & np.isin(glyph, _STUBS)
    glyph[stub], role[stub] = ord(" "), Role.NONE
    at = (counts >= _LEAST_NOSE) & (reach == tip)
    glyph[at], role[at] = ord(shape), Role.SKIN


def _away(some: NDArray[np.bool_], whole: NDArray[np.bool_]) -> tuple[float, float]:
    """Return how far the middle of some samples lies to the right of others' and above it, in columns."""
    (y, x), (middle_y, middle_x) = (np.argwhere(which).mean(axis=0) for which in (some, whole))
    return float(x - middle_x) / ACROSS, float(middle_y - y) * 2 / DOWN
