"""The mosaic: cells of areas in two colours each, the two that come nearest to what is to be seen."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.colours import GROUND, Colours, packed, split
from tui.core.figure.frame import Role
from tui.core.figure.picture.cells import Cells, combined
from tui.core.figure.scene.eight_bit import SHADES
from tui.core.figure.scene.shade import Areas, Grid

_NO_COLOUR = -1500.0
"""Stands for the ground where its colour is not known: far from every colour, so that none mixes with it."""
_WORTH = 150.0
"""Squared error, in a cell, that two colours have to spare over one."""
GHOST_SHARES = (0.12, 0.26, 0.4)
"""How far shades of a ghost are from the ground where there are 256 colours."""
_HALF = 128
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By areas in ink: upper left 1, upper right 2, lower left 4, lower right 8."""
_SEXTANTS = 0x1FB00
"""The first of the sextants of Unicode 13, which lack the blank, both halves and the full block."""


class Tiles(NamedTuple):
    """Areas of a cell, and the character by which of them are in ink."""

    grid: Grid
    glyphs: str


def _sextant(inked: int) -> str:
    known = {0: " ", 21: "▌", 42: "▐", 63: "█"}
    return known.get(inked) or chr(_SEXTANTS + inked - 1 - (inked > 21) - (inked > 42))


HALVES = Tiles(Grid((0,), (0, 4)), " ▀▄█")
QUADRANTS = Tiles(Grid((0, 2), (0, 4)), _QUADRANTS)
SEXTANTS = Tiles(Grid((0, 2), (0, 3, 5)), "".join(_sextant(inked) for inked in range(64)))


class Mosaic:
    """Paints areas with the characters of one set.

    Args:
        tiles: the characters.
        colours: of the ground.
    """

    def __init__(self, tiles: Tiles, colours: Colours) -> None:
        count = tiles.grid.areas
        self._known = colours.blends
        self._palette = _palette(colours) if colours.few else None
        self._colours = colours
        self._ground = np.array(split(colours.ground), np.float32)
        self._ground_code = packed(*split(colours.ground))
        self._glyphs = np.array([ord(glyph) for glyph in tiles.glyphs], np.uint32)
        self._inked = np.arange(1, 2 ** (count - 1), dtype=np.uint32) << 1
        """What may be in ink: never the first area, else every choice would be there twice."""
        bits = (self._inked[:, None] >> np.arange(count, dtype=np.uint32)) & 1
        self._split = bits.T.astype(np.float32)
        self._many = self._split.sum(axis=0)
        self._few = np.float32(count) - self._many
        self._count = np.float32(count)
        self._full = 2**count - 1

    def paint(self, areas: Areas) -> Cells:
        """Return the picture of areas that lie over the ground."""
        rows, columns = areas.shape[:2]
        cells = Cells.blank(columns, rows)
        busy = covered(areas)
        cells.codes[busy] = self.painted(areas[busy])
        return cells

    def painted(self, areas: Areas) -> NDArray[np.uint64]:
        """Return the cells of areas over the ground, of each cell one row of areas.

        Of all ways to split the areas of a cell the one is taken that errs least: the error is the spread
        of its areas less what the squared sums of both sides explain.
        """
        seen = self._seen(areas)
        total = seen.sum(axis=2)
        inked = seen @ self._split
        rest = total[:, :, None] - inked
        explained = (inked * inked).sum(axis=0) / self._many + (rest * rest).sum(axis=0) / self._few
        best = explained.argmax(axis=1)
        at = np.arange(len(best))
        flat = explained[at, best] - (total * total).sum(axis=0) / self._count < _WORTH
        sides = (inked[:, at, best] / self._many[best], rest[:, at, best] / self._few[best])
        ink, paper, whole = self._code(np.stack((*sides, total / self._count), axis=1))
        paper = np.where(flat, whole, paper)
        mask = np.where(flat | (ink == paper), np.uint32(0), self._inked[best])
        swap: NDArray[np.bool_] = (ink == GROUND) | (paper != GROUND) & (paper > ink)
        swap &= mask != 0
        ink, paper = np.where(swap, paper, ink), np.where(swap, ink, paper)
        mask ^= swap * np.uint32(self._full)
        return combined(self._glyphs[mask], ink, paper)

    def _seen(self, areas: Areas) -> NDArray[np.float32]:
        """Return reds, greens and blues over the ground; one that is not known does not mix with them."""
        planes = np.ascontiguousarray(areas.transpose(2, 0, 1), np.float32)
        colours, cover = planes[:3], planes[3]
        if self._known:
            colours += self._ground[:, None, None] * (np.float32(1.0) - cover * np.float32(1 / 255))
            return colours
        colours *= np.float32(255.0) / np.maximum(cover, np.float32(1.0))
        return np.where(cover >= _HALF, colours, np.float32(_NO_COLOUR))

    def _code(self, colours: NDArray[np.float32]) -> NDArray[np.uint16]:
        """Return the numbers of colours, given as their reds, greens and blues."""
        if self._palette is not None:
            away = ((colours[..., None] - self._palette.T[:, None, None]) ** 2).sum(axis=0)
            snapped = self._palette.T[:, away.argmin(axis=-1)]
            colours = np.where(colours[0] < 0, colours, snapped)
        steps = np.clip(colours, np.float32(0), np.float32(255)) * np.float32(31 / 255)
        red, green, blue = (steps + np.float32(0.5)).astype(np.uint16)
        code: NDArray[np.uint16] = red << 10 | green << 5 | blue
        code[code == self._ground_code if self._known else colours[0] < 0] = GROUND
        return code


def _palette(colours: Colours) -> NDArray[np.float32]:
    """Return the colours that a picture may have where there are 256."""
    under, over = np.array(split(colours.ground)), np.array(colours.rgb(Role.GHOST))
    ghosts = [tuple(under + (over - under) * share) for share in GHOST_SHARES]
    parts = [split(shade) for shades in SHADES.values() for shade in shades]
    return np.array([*dict.fromkeys(parts), colours.rgb(Role.ARROW), *ghosts], np.float32)


def covered(areas: Areas) -> NDArray[np.bool_]:
    """Return in which cells of some areas there is anything."""
    some: NDArray[np.bool_] = np.logical_or.reduce(areas[..., 3], axis=-1)
    return some


def laid_over(lower: Areas, upper: Areas) -> Areas:
    """Return areas with others over them, which hide them as far as they cover."""
    through = np.uint16(255) - upper[..., 3:].astype(np.uint16)
    left = (lower * through + np.uint16(127)) // np.uint16(255)
    return (upper + left).astype(np.uint8)
