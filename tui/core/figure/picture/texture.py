"""Texture: the character that shows which part of the person or the chair a cell belongs to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import ROLE_OF, BodyPart
from tui.core.figure.frame import Role
from tui.core.figure.scene.raster import ACROSS, DOWN, Raster

Bytes = NDArray[np.uint8]
Counts = NDArray[np.intp]
Cells = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Texture:
    """Characters of a part: where it fills a cell, and where it ends in the middle of one."""

    full: str
    upper: str
    lower: str


TEXTURES = {
    Role.HAIR: Texture("%", '"', ","),
    Role.SKIN: Texture("~", "'", "."),
    Role.HAND: Texture('"', "'", "."),
    Role.SLEEVE: Texture("+", "'", "."),
    Role.SHIRT: Texture(":", "'", "."),
    Role.REGION: Texture("#", '"', ","),
    Role.STILL: Texture("-", "'", "."),
    Role.TROUSERS: Texture(";", "'", ","),
    Role.SHOE: Texture("=", '"', "_"),
}
"""From dark hair to light skin: what lies beside each other differs in how dense it is, not by colour alone."""
BOARD, POST = "=", "|"
"""What the chair is made of: nothing else is drawn by lines."""
EYE, CONTACT = "@", "*"
AHEAD, TO_LEFT, TO_RIGHT = "^", "<", ">"
"""Noses: of a face that looks up or out of the picture, and of a profile."""
_SAMPLES = ACROSS * DOWN
_HALF = _SAMPLES // 4
"""Samples of half a cell that have to be covered."""
_PEAK, _CORE = 0.70, 0.62
"""However small the picture, the working region is what has most of it: the first as a share of the most."""
_WOOD, _THIN = 0.42, 0.3
"""Shares from which a cell shows a board, and from which it and the two beside it show a post."""
_SPECK = 0.12
"""Share of a cell from which a mark, and of an eye from which the eye is shown."""
_TIP = 0.25
"""Share of a cell that the tip of a nose fills at least."""
_PROFILE = 0.6
"""Columns that a nose stands aside of the head's middle, for each one above it, where it is a profile's."""
_BLANK = ord(" ")
_HEAD = (BodyPart.HAIR, BodyPart.FACE, BodyPart.EYE, BodyPart.NOSE)


class Weaver:
    """Fills rasters of one size with textures.

    Args:
        columns: of cells.
        rows: of cells.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.shape = (rows, columns)
        half = np.repeat(np.arange(2 * rows, dtype=np.intp), DOWN // 2)
        column = np.repeat(np.arange(columns, dtype=np.intp), ACROSS)
        self._key = (half[:, None] * columns + column) * len(Role)

    def woven(self, raster: Raster) -> tuple[Bytes, Bytes]:
        """Return the character of each cell, and which role it belongs to."""
        halves = self._halves(raster)
        counts = halves.sum(axis=1)
        glyph = np.full(self.shape, _BLANK, np.uint8)
        role = np.zeros(self.shape, np.uint8)
        upper, lower = (halves[:, at, :, Role.NONE] < _HALF for at in range(2))
        most = _most(counts)
        for kind, texture in TEXTURES.items():
            here = most == kind
            _put(glyph, role, here & upper & lower, texture.full, kind)
            _put(glyph, role, here & upper & ~lower, texture.upper, kind)
            _put(glyph, role, here & lower & ~upper, texture.lower, kind)
        self._face(glyph, role, raster, counts)
        wood = counts[..., Role.CHAIR] / _SAMPLES
        _put(glyph, role, (most == Role.CHAIR) & _posts(wood), POST, Role.CHAIR)
        boards = (most == Role.CHAIR) & (wood >= _WOOD)
        _put(glyph, role, boards & _beside(boards), BOARD, Role.CHAIR)
        _put(glyph, role, counts[..., Role.MARK] > _SPECK * _SAMPLES, CONTACT, Role.MARK)
        return glyph, role

    def _halves(self, raster: Raster) -> Counts:
        """Return how many samples of each role the upper and the lower half of each cell have."""
        rows, columns = self.shape
        keys = (self._key + ROLE_OF[raster.part]).ravel()
        found = np.bincount(keys, minlength=2 * rows * columns * len(Role))
        return found.reshape(rows, 2, columns, len(Role))

    def _face(self, glyph: Bytes, role: Bytes, raster: Raster, counts: Counts) -> None:
        """Draw eyes and nose: what tells where somebody looks."""
        eye = counts[..., Role.EYE]
        _put(glyph, role, (eye > _SPECK * _SAMPLES) & _peaks(eye), EYE, Role.EYE)
        nose = raster.part == BodyPart.NOSE
        rows, columns = self.shape
        share = nose.reshape(rows, DOWN, columns, ACROSS).sum(axis=(1, 3)) / _SAMPLES
        if share.max() < _TIP:
            return
        y, x = np.unravel_index(share.argmax(), share.shape)
        aside, above = _away(nose, np.isin(raster.part, _HEAD))
        if abs(aside) < max(_PROFILE * above, 1.0):
            glyph[y, x], role[y, x] = ord(AHEAD), Role.SKIN
            return
        tips = np.flatnonzero(share[y] >= _TIP)
        x, beyond = (tips[0], slice(None, tips[0])) if aside < 0 else (tips[-1], slice(tips[-1] + 1, None))
        stub = (slice(None), beyond)
        _put(glyph[stub], role[stub], share[stub] > 0, " ", Role.NONE)
        glyph[y, x], role[y, x] = ord(TO_LEFT if aside < 0 else TO_RIGHT), Role.SKIN


def _most(counts: Counts) -> Bytes:
    """Return the role that has most of each cell, the ground left out."""
    most = counts[..., 1:].argmax(axis=2).astype(np.uint8) + 1
    region = _around(counts[..., Role.REGION] / _SAMPLES)
    core = region >= min(_CORE, _PEAK * float(region.max()))
    most[(most == Role.REGION) & ~core] = Role.SHIRT
    most[most == Role.EYE] = Role.SKIN
    return most


def _away(some: Cells, whole: Cells) -> tuple[float, float]:
    """Return how far the middle of some samples lies to the right of that of others and above it, in columns."""
    (y, x), (middle_y, middle_x) = (np.argwhere(which).mean(axis=0) for which in (some, whole))
    return float(x - middle_x) / ACROSS, float(middle_y - y) * 2 / DOWN


def _peaks(counts: Counts) -> Cells:
    """Return which cells have more than those beside them: of two that have as many the first."""
    padded = np.pad(counts, 1)
    peaks: Cells = (counts > padded[1:-1, :-2]) & (counts > padded[:-2, 1:-1])
    return peaks & (counts >= padded[1:-1, 2:]) & (counts >= padded[2:, 1:-1])


def _posts(share: NDArray[np.float64]) -> Cells:
    """Return which cells show a post: those with most of one, which of two with as much the outer one."""
    padded = np.pad(share, ((0, 0), (1, 1)))
    left, right = padded[:, :-2], padded[:, 2:]
    outer = np.arange(share.shape[1]) < share.shape[1] / 2
    most = np.where(outer, (share > left) & (share >= right), (share >= left) & (share > right))
    posts: Cells = most & (left + share + right >= _THIN) & (np.minimum(left, right) <= share / 3)
    return posts


def _beside(where: Cells) -> Cells:
    """Return which cells lie right beside one of some in its row."""
    padded = np.pad(where, ((0, 0), (1, 1)))
    beside: Cells = padded[:, :-2] | padded[:, 2:]
    return beside


def _around(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return shares averaged over each cell and the four beside it: a soft edge."""
    padded = np.pad(share, 1)
    beside = padded[1:-1, :-2] + padded[1:-1, 2:] + padded[:-2, 1:-1] + padded[2:, 1:-1]
    return share * 0.5 + beside * 0.125


def _put(glyph: Bytes, role: Bytes, where: Cells, texture: str, kind: Role) -> None:
    glyph[where], role[where] = ord(texture), kind
