"""Texture: characters that fill the parts of a body, so that each can be told from the next."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import ROLE_OF
from tui.core.figure.frame import Role
from tui.core.figure.scene.raster import ACROSS, DOWN, Raster

Bytes = NDArray[np.uint8]
TEXTURE = {
    Role.HAIR: "%",
    Role.STILL: "-",
    Role.HAND: "@",
    Role.TROUSERS: ":",
    Role.SHIRT: ".",
    Role.CHAIR: "=",
}
"""What fills a part; the others stay open inside of their outlines."""
CORE, EDGE = "#", ":"
"""What fills the working region: where it has most of a cell, and around that."""
EYE = "."
CONTACT = "*"
"""Marks the edge of the backrest."""
_SAMPLES = ACROSS * DOWN
_HALF = 0.5
_SOFT, _CORE, _PEAK = 0.30, 0.62, 0.70
"""Shares of the working region from which a cell belongs to its edge and to its core.

However small the picture, the core is what has most of it: at least the third as a share of the most.
"""
_WOOD = 0.42
"""Share of a cell from which it is seat or backrest, whose outlines would say less than their texture."""
_SPECK = 0.12
"""Share of a cell from which a mark is shown."""
_BLANK = ord(" ")


class RoleCounter:
    """Counts, by cell, the samples of each role in rasters of one size.

    Args:
        columns: of cells.
        rows: of cells.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.shape = (rows, columns)
        row = np.repeat(np.arange(rows, dtype=np.intp), DOWN)
        column = np.repeat(np.arange(columns, dtype=np.intp), ACROSS)
        self._key = (row[:, None] * columns + column) * len(Role)

    def counts(self, raster: Raster, marks: NDArray[np.bool_] | None = None) -> NDArray[np.intp]:
        """Return how many samples of a cell show each role, of all or of those that are marked."""
        where = slice(None) if marks is None else marks
        keys = self._key[where] + ROLE_OF[raster.part[where]]
        counts = np.bincount(keys.ravel(), minlength=self._key.size // _SAMPLES * len(Role))
        return counts.reshape(*self.shape, len(Role))


def textured(glyph: Bytes, role: Bytes, counts: NDArray[np.intp]) -> None:
    """Fill the body with characters.

    Args:
        glyph: the characters of the outlines.
        role: what each belongs to.
        counts: samples by role.
    """
    most = counts[..., 1:].argmax(axis=2).astype(np.uint8) + 1
    covered = counts[..., Role.NONE] <= _HALF * _SAMPLES
    wood = counts[..., Role.CHAIR] >= _WOOD * _SAMPLES
    _put(glyph, role, covered & _beside(wood) & (role == Role.CHAIR), " ", Role.NONE)
    _put(glyph, role, wood, TEXTURE[Role.CHAIR], Role.CHAIR)
    region = _around(counts[..., Role.REGION] / _SAMPLES)
    open_cells = (glyph == _BLANK) | (role == Role.REGION)
    trunk = ((most == Role.SHIRT) | (most == Role.REGION)) & covered & open_cells
    core = region >= min(_CORE, _PEAK * float(region.max()))
    _put(glyph, role, trunk & (region >= _SOFT) & ~core, EDGE, Role.REGION)
    _put(glyph, role, trunk & (region >= _SOFT) & core, CORE, Role.REGION)
    _put(glyph, role, open_cells & (counts[..., Role.EYE] > _SPECK * _SAMPLES), EYE, Role.EYE)
    _put(glyph, role, counts[..., Role.HAND] > _HALF * _SAMPLES, TEXTURE[Role.HAND], Role.HAND)
    for kind, texture in TEXTURE.items():
        _put(glyph, role, covered & (glyph == _BLANK) & (most == kind), texture, kind)
    _put(glyph, role, counts[..., Role.MARK] > _SPECK * _SAMPLES, CONTACT, Role.MARK)


def _beside(where: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which cells lie right above or below of some."""
    beside = np.zeros_like(where)
    beside[:-1] |= where[1:]
    beside[1:] |= where[:-1]
    return beside


def _around(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return shares averaged over each cell and the four beside it: a soft edge."""
    padded = np.pad(share, 1)
    beside = padded[1:-1, :-2] + padded[1:-1, 2:] + padded[:-2, 1:-1] + padded[2:, 1:-1]
    return share * 0.5 + beside * 0.125


def _put(glyph: Bytes, role: Bytes, where: NDArray[np.bool_], texture: str, kind: Role) -> None:
    glyph[where], role[where] = ord(texture), kind
