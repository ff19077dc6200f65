"""Cells of a picture: which part each shows, how lit, and with what texture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.contour import NEIGHBOURS
from tui.core.figure.frame import LEVELS, Frame, Line, Role
from tui.core.figure.parts import ROLE_OF
from tui.core.figure.raster import ACROSS, DARKEST, DOWN, LIGHT_STEPS, Raster

Bytes = NDArray[np.uint8]
_BLANK = ord(" ")
UPPER, LOWER = 0x80, 0x81
"""Codes of the upper and the lower half block, which stand outside ASCII."""
_BLOCKS = {UPPER: "\N{UPPER HALF BLOCK}", LOWER: "\N{LOWER HALF BLOCK}"}
_ROLES = len(Role)
_SAMPLES = ACROSS * DOWN
_LEAST = 0.5
"""Share of a cell that has to be covered for it to be filled."""
_SOFT, _CORE, _PEAK = 0.30, 0.62, 0.70
"""Shares of the working region from which a cell belongs to its soft edge and to its core.

However small the picture, the core is what has most of it: at least the third as a share of the most.
"""

TEXTURE = {
    Role.HAIR: "%",
    Role.HAND: '"',
    Role.SHIRT: ",",
    Role.SLEEVE: ".",
    Role.STILL: "-",
    Role.TROUSERS: ":",
    Role.SHOE: "=",
    Role.CHAIR: "=",
}
"""What fills the body where no tint does; skin stays open, but for the fingers."""
REGION_CORE, REGION_EDGE = "#", ":"


@dataclass(frozen=True, slots=True)
class Cells:
    """Five bytes a cell, as of `frame.Line`, in arrays of rows and columns."""

    glyph: Bytes
    ink: Bytes
    tone: Bytes
    fill: Bytes
    shade: Bytes

    @classmethod
    def blank(cls, columns: int, rows: int) -> "Cells":
        """Return a picture of nothing."""
        empty = [np.zeros((rows, columns), np.uint8) for _ in range(4)]
        return cls(np.full((rows, columns), _BLANK, np.uint8), *empty)

    def copy(self) -> "Cells":
        """Return cells that can be drawn on without changing these."""
        return Cells(
            self.glyph.copy(), self.ink.copy(), self.tone.copy(), self.fill.copy(), self.shade.copy()
        )

    @property
    def size_bytes(self) -> int:
        """How much memory they take."""
        return 5 * self.glyph.size

    def part(self, x: int, y: int, columns: int, rows: int) -> "Cells":
        """Return some of these cells, from cell (x, y) on: what is drawn on them is drawn on these."""
        place = (slice(y, y + rows), slice(x, x + columns))
        return Cells(
            self.glyph[place], self.ink[place], self.tone[place], self.fill[place], self.shade[place]
        )

    def free(self) -> NDArray[np.bool_]:
        """Return where nothing is drawn yet."""
        free: NDArray[np.bool_] = (self.glyph == _BLANK) & (self.fill == 0)
        return free

    def write(self, x: int, y: int, text: str, role: Role, tone: int = LEVELS - 1) -> None:
        """Write `text` from cell (x, y) on, as far as it fits; what lies under it keeps its background."""
        rows, columns = self.glyph.shape
        if not 0 <= y < rows or x >= columns or x < 0:
            return
        codes = np.frombuffer(text.encode("ascii", "replace"), np.uint8)[: columns - x]
        place = (y, slice(x, x + len(codes)))
        self.glyph[place], self.ink[place], self.tone[place] = codes, role, tone

    def paste(self, other: "Cells", x: int, y: int) -> None:
        """Put other cells over these from cell (x, y) on, where they show anything."""
        rows, columns = other.glyph.shape
        place = (slice(y, y + rows), slice(x, x + columns))
        shown = ~other.free()
        for mine, theirs in (
            (self.glyph, other.glyph),
            (self.ink, other.ink),
            (self.tone, other.tone),
            (self.fill, other.fill),
            (self.shade, other.shade),
        ):
            np.copyto(mine[place], theirs, where=shown)

    def tidy(self, tinted: bool) -> None:
        """Forget what cannot be seen: the ink of blanks, and without a tint all backgrounds."""
        blank = self.glyph == _BLANK
        self.ink[blank] = Role.NONE
        self.tone[blank] = 0
        if not tinted:
            self.fill[:] = Role.NONE
        self.shade[self.fill == Role.NONE] = 0

    def frame(self) -> Frame:
        """Return the picture that nobody can change."""
        return Frame(
            tuple(
                Line(
                    self.glyph[y].tobytes().decode("latin-1").translate(_BLOCKS),
                    self.ink[y].tobytes(),
                    self.tone[y].tobytes(),
                    self.fill[y].tobytes(),
                    self.shade[y].tobytes(),
                )
                for y in range(len(self.glyph))
            )
        )


class Tinter:
    """Gives each cell of a raster of one size its role and its light.

    Args:
        columns: of the raster.
        rows: of cells of the raster.
        halves: into how many parts, one above the other, each cell is divided.
    """

    def __init__(self, columns: int, rows: int, halves: int = 1) -> None:
        self.shape = (rows * halves, columns)
        self._down = DOWN // halves
        row = np.repeat(np.arange(rows * halves, dtype=np.intp), self._down)
        column = np.repeat(np.arange(columns, dtype=np.intp), ACROSS)
        self._key = (row[:, None] * columns + column) * _ROLES

    def roles(self, raster: Raster) -> tuple[Bytes, Bytes]:
        """Return the role that fills each cell (NONE where too little is covered) and its shade."""
        keys = self._key + ROLE_OF[raster.part]
        counts = np.bincount(keys.ravel(), minlength=self.shape[0] * self.shape[1] * _ROLES)
        counts = counts.reshape(*self.shape, _ROLES)
        samples = self._down * ACROSS
        cover = samples - counts[..., Role.NONE]
        counts[..., Role.NONE] = 0
        role = counts.argmax(axis=2).astype(np.uint8)
        steps = raster.light.reshape(self.shape[0], self._down, -1).sum(axis=1, dtype=np.int32)
        steps = steps.reshape(*self.shape, ACROSS).sum(axis=2)
        light = np.where(cover > 0, steps / (LIGHT_STEPS * np.maximum(cover, 1)) + DARKEST, 0.0)
        shade = quantised(smoothed(light, role))
        region = around(counts[..., Role.REGION] / samples)
        trunk = (role == Role.SHIRT) | (role == Role.REGION)
        role[trunk] = Role.SHIRT
        lit = trunk & (region >= _SOFT)
        role[lit] = Role.REGION
        core = region >= min(_CORE, _PEAK * float(region.max()))
        shade = np.where(lit, np.where(core, LEVELS - 1, 1), shade).astype(np.uint8)
        shade[role == Role.STILL] = LEVELS - 2
        role[cover < _LEAST * samples] = Role.NONE
        shade[role == Role.NONE] = 0
        return role, shade

    def outline_roles(self, raster: Raster, marks: NDArray[np.bool_]) -> Bytes:
        """Return which role the outline in each cell belongs to."""
        keys = self._key[marks] + ROLE_OF[raster.part[marks]]
        counts = np.bincount(keys, minlength=self.shape[0] * self.shape[1] * _ROLES)
        role: Bytes = counts.reshape(*self.shape, _ROLES).argmax(axis=2).astype(np.uint8)
        return role


def smoothed(light: NDArray[np.float64], role: Bytes) -> NDArray[np.float64]:
    """Return light averaged over the cells beside and above that show the same role: no checker."""
    total, count = light.copy(), np.ones_like(light)
    for first, second in NEIGHBOURS:
        same = role[first] == role[second]
        total[first] += light[second] * same
        total[second] += light[first] * same
        count[first] += same
        count[second] += same
    return total / count


def around(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return shares averaged over each cell and the four beside it: a soft edge."""
    padded = np.pad(share, 1)
    beside = padded[1:-1, :-2] + padded[1:-1, 2:] + padded[:-2, 1:-1] + padded[2:, 1:-1]
    return share * 0.5 + beside * 0.125


def quantised(light: NDArray[np.float64]) -> Bytes:
    """Return light as levels."""
    levels: Bytes = np.clip(light * LEVELS - 0.4, 0, LEVELS - 1).astype(np.uint8)
    return levels


def half_blocks(role: Bytes, shade: Bytes) -> Cells:
    """Return cells whose upper and lower halves show the even and the odd rows of `role` and `shade`."""
    upper, lower = role[0::2], role[1::2]
    glyph = np.full(upper.shape, UPPER, np.uint8)
    only_lower = (upper == Role.NONE) & (lower != Role.NONE)
    glyph[only_lower] = LOWER
    glyph[(upper == Role.NONE) & (lower == Role.NONE)] = _BLANK
    return Cells(
        glyph,
        np.where(only_lower, lower, upper),
        np.where(only_lower, shade[1::2], shade[0::2]) + np.uint8(LEVELS),
        np.where(only_lower, np.uint8(Role.NONE), lower),
        shade[1::2].copy(),
    )


def textured(cells: Cells, tinted: bool, whole: bool) -> None:
    """Fill the body with characters.

    Args:
        cells: the picture.
        tinted: whether a tint shows the body. Where none does, the region's own outline is filled too: in
            small pictures it is most of the region.
        whole: whether all of the body is filled, or only what is told apart by it.
    """
    open_cells = cells.glyph == _BLANK
    core = cells.shade == LEVELS - 1
    region = cells.fill == Role.REGION
    region &= open_cells if tinted else open_cells | (cells.ink == Role.REGION)
    _put(cells, region & core, REGION_EDGE if tinted else REGION_CORE)
    if not tinted:
        _put(cells, region & ~core, REGION_EDGE)
        for role in TEXTURE if whole else (Role.HAIR, Role.STILL):
            _put(cells, open_cells & (cells.fill == role), TEXTURE[role])


def _put(cells: Cells, where: NDArray[np.bool_], glyph: str) -> None:
    cells.glyph[where] = ord(glyph)
    cells.ink[where] = cells.fill[where]
    cells.tone[where] = cells.shade[where]
