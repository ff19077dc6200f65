"""Texture: the character that shows to which part of the person or the chair a cell belongs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import ROLE_OF, BodyPart
from tui.core.figure.frame import Role
from tui.core.figure.picture.face import EYE, draw_nose, eyes
from tui.core.figure.scene.raster import ACROSS, DOWN, Raster, by_cell

Bytes = NDArray[np.uint8]
Counts = NDArray[np.intp]
Shares = NDArray[np.float64]
Where = NDArray[np.bool_]


class Texture(NamedTuple):
    """Characters of a part: where it fills a cell, and where it has only the upper or the lower half."""

    full: str
    upper: str
    lower: str


TEXTURES = {
    Role.HAIR: Texture("%", '"', ","),
    Role.SKIN: Texture("~", "'", "."),
    Role.HAND: Texture("/", "'", "."),
    Role.SLEEVE: Texture("+", "'", "."),
    Role.SHIRT: Texture(":", "'", "."),
    Role.REGION: Texture("#", '"', ","),
    Role.STILL: Texture("-", "'", "."),
    Role.TROUSERS: Texture(";", "'", ","),
    Role.SHOE: Texture("=", '"', "_"),
}
"""What lies beside each other differs in how dense it is, so that it needs no colour and no outline."""
LEFT_HAND = "\\"
"""What fills the left hand: with the right one it makes clasped fingers."""
BOARD, POST = "=", "|"
"""What the chair is made of: the only thing that is drawn by lines."""
CONTACT = "*"
"""Marks the edge of the backrest."""
_SAMPLES = ACROSS * DOWN
_HALF = _SAMPLES // 4
"""Samples of half a cell that have to be covered."""
_CORE, _PEAK = 0.50, 0.60
"""Share of the working region from which a cell shows it, however small the picture: or of the most."""
_BOARD, _POST = 0.42, 0.3
"""Shares of the chair from which a cell shows a board, and from which it and those beside show a post."""
_SPECK = 0.12
"""Share of a cell from which a mark is shown."""
_DOTS = np.frombuffer(b" '.:", np.uint8)
"""Dots of an outline that runs through the upper half of a cell (1), the lower (2) or both."""
_LINE = 3
"""Samples of an outline from which half a cell is dotted."""
_HEAD = [Role.HAIR, Role.SKIN, Role.EYE]
_BLANK = ord(" ")
_GLYPHS = np.full((len(Role), 4), _BLANK, np.uint8)
"""Characters by role, and by whether the upper half of a cell is covered (1) and the lower (2)."""
for _role, _texture in TEXTURES.items():
    _GLYPHS[_role, 1:] = [ord(glyph) for glyph in (_texture.upper, _texture.lower, _texture.full)]


class Weaver:
    """Fills rasters of one size with textures.

    Args:
        columns: of cells.
        rows: of cells.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._shape = (rows, columns)
        half = np.repeat(np.arange(2 * rows, dtype=np.intp), DOWN // 2)
        column = np.repeat(np.arange(columns, dtype=np.intp), ACROSS)
        self._key = (half[:, None] * columns + column) * len(Role)

    def woven(self, raster: Raster) -> tuple[Bytes, Bytes]:
        """Return the character of each cell, and which role it belongs to."""
        halves = self._halves(raster)
        counts = halves.sum(axis=1)
        upper, lower = (halves[:, at, :, Role.NONE] < _HALF for at in range(2))
        most = _most(counts)
        glyph = _GLYPHS[most, upper + 2 * lower]
        role = np.where(glyph == _BLANK, np.uint8(Role.NONE), most)
        left = by_cell(raster.part == BodyPart.HAND_LEFT) > by_cell(raster.part == BodyPart.HAND_RIGHT)
        _put(glyph, role, (glyph == ord(TEXTURES[Role.HAND].full)) & left, LEFT_HAND, Role.HAND)
        _put(glyph, role, eyes(counts[..., Role.EYE]), EYE, Role.EYE)
        draw_nose(glyph, role, by_cell(raster.part == BodyPart.NOSE), counts[..., _HEAD].sum(axis=2))
        wood = counts[..., Role.CHAIR] / _SAMPLES
        boards = (most == Role.CHAIR) & (wood >= _BOARD)
        _put(glyph, role, (most == Role.CHAIR) & _posts(wood), POST, Role.CHAIR)
        _put(glyph, role, boards & _beside(boards), BOARD, Role.CHAIR)
        _put(glyph, role, counts[..., Role.MARK] > _SPECK * _SAMPLES, CONTACT, Role.MARK)
        return glyph, role

    def _halves(self, raster: Raster) -> Counts:
        """Return how many samples of each role the upper and the lower half of each cell have."""
        rows, columns = self._shape
        keys = (self._key + ROLE_OF[raster.part]).ravel()
        found: Counts = np.bincount(keys, minlength=2 * rows * columns * len(Role))
        return found.reshape(rows, 2, columns, len(Role))


def dotted(marks: Where) -> Bytes:
    """Return the characters of an outline, whose samples are marked."""
    rows, columns = marks.shape[0] // DOWN, marks.shape[1] // ACROSS
    halves = marks.reshape(rows, 2, DOWN // 2, columns, ACROSS).sum(axis=(2, 4)) >= _LINE
    dots: Bytes = _DOTS[halves[:, 0] + 2 * halves[:, 1]]
    return dots


def _most(counts: Counts) -> Bytes:
    """Return the role that has most of each cell, the ground left out."""
    most: Bytes = counts[..., 1:].argmax(axis=2).astype(np.uint8) + np.uint8(1)
    region = _around(counts[..., Role.REGION] / _SAMPLES)
    core = region >= min(_CORE, _PEAK * float(region.max()))
    most[(most == Role.REGION) & ~core] = Role.SHIRT
    most[most == Role.EYE] = Role.SKIN
    return most


def _posts(share: Shares) -> Where:
    """Return which cells show a post, two or more of them under each other.

    They are those with most of one, and of two with as much the outer one.
    """
    padded = np.pad(share, ((0, 0), (1, 1)))
    left, right = padded[:, :-2], padded[:, 2:]
    leftmost = np.arange(share.shape[1]) < share.shape[1] / 2
    most = np.where(leftmost, (share > left) & (share >= right), (share >= left) & (share > right))
    posts: Where = most & (left + share + right >= _POST) & (np.minimum(left, right) <= share / 2)
    near = np.pad(posts | _beside(posts), ((1, 1), (0, 0)))
    return posts & (near[:-2] | near[2:])


def _beside(where: Where) -> Where:
    """Return which cells lie right beside one of some in its row."""
    padded = np.pad(where, ((0, 0), (1, 1)))
    return padded[:, :-2] | padded[:, 2:]


def _around(share: Shares) -> Shares:
    """Return shares averaged over each cell and the four beside it: a soft edge."""
    padded = np.pad(share, 1)
    beside = padded[1:-1, :-2] + padded[1:-1, 2:] + padded[:-2, 1:-1] + padded[2:, 1:-1]
    return share * 0.5 + beside * 0.125


def _put(glyph: Bytes, role: Bytes, where: Where, texture: str, kind: Role) -> None:
    glyph[where], role[where] = ord(texture), kind
