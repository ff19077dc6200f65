"""The mosaic: body, ghost and arrow as areas over each other, each cell in two colours."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.colours import GROUND, Colours, packed, split
from tui.core.figure.frame import Role
from tui.core.figure.picture.arrow import Arrow, arrow
from tui.core.figure.picture.arrow_band import band
from tui.core.figure.picture.cells import Cells, combined
from tui.core.figure.picture.guide import AWAITED, FAINT, GHOST, GHOST_SHARES, Guide
from tui.core.figure.scene.eight_bit import SHADES
from tui.core.figure.scene.shade import Areas, Grid, Shader, averaged, pack
from tui.core.figure.scene.stage import Stage

_NO_COLOUR = -1500.0
"""Stands for the ground where its colour is not known: far from every colour, so that none mixes with it."""
_WORTH = 150.0
"""Squared error, in a cell, that two colours have to spare over one."""
_HALF, _OPAQUE = 128, 255
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


class MosaicBody(NamedTuple):
    """A body in one pose: the cells that it is in, and of each of them what it is."""

    inside: NDArray[np.bool_]
    """Of the cells that the stage reaches, those that it is in."""
    areas: Areas
    codes: NDArray[np.uint64]
    """What they are where nothing else is."""
    edge: NDArray[np.bool_]
    """Which of them it does not fill."""

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""
        return self.inside.nbytes + self.areas.nbytes + self.codes.nbytes + self.edge.nbytes


class _Backdrop(NamedTuple):
    """The guides of a picture, behind and before the body."""

    cells: Cells
    """All of the picture without the body."""
    under: Areas
    """The ghost, where the stage reaches."""
    over: Areas
    """The arrow, in the same place."""
    haunted: NDArray[np.bool_]
    """Cells that the ghost is in."""
    crossed: NDArray[np.bool_]
    """Cells that the arrow is in."""


class MosaicPainter:
    """Paints the bodies of one stage.

    Args:
        stage: whose person moves.
        colours: of the roles.
        tiles: the characters.
    """

    def __init__(self, stage: Stage, colours: Colours, tiles: Tiles) -> None:
        self._stage = stage
        self._colours = colours
        self._grid = tiles.grid
        self._mosaic = Mosaic(tiles, colours)
        self._shader = Shader(colours, tiles.grid)
        tint = colours.roles[Role.GHOST]
        self._ghosts = {
            held: Shader(colours, tiles.grid, FAINT if held else GHOST, tint) for held in (False, True)
        }
        self._backdrops: dict[Guide, _Backdrop] = {}

    def body(self, bones: Skeleton) -> MosaicBody:
        """Return a body in one pose."""
        areas = self._shader.areas(self._stage.person(bones).codes)
        inside = covered(areas)
        areas = areas[inside]
        edge = areas[..., 3].min(axis=1) < _OPAQUE
        return MosaicBody(inside, areas, self._mosaic.painted(areas), edge)

    def picture(self, body: MosaicBody, guide: Guide) -> Cells:
        """Return a new picture of a body over its ghost, and the arrow over both.

        Only where they share a cell it is worked out anew; elsewhere it is one or the other.
        """
        backdrop = self._backdrop(guide)
        codes, inside = body.codes.copy(), body.inside
        mixed = np.flatnonzero(backdrop.crossed[inside] | body.edge & backdrop.haunted[inside])
        behind = laid_over(backdrop.under[inside][mixed], body.areas[mixed])
        codes[mixed] = self._mosaic.painted(laid_over(behind, backdrop.over[inside][mixed]))
        cells = backdrop.cells.copy()
        cells.codes[self._stage.rows, self._stage.columns][inside] = codes
        return cells

    def _backdrop(self, guide: Guide) -> _Backdrop:
        if guide not in self._backdrops:
            size = self._stage.size
            under = np.zeros((size.rows, size.columns, self._grid.areas, 4), np.uint8)
            over = under
            reach = (self._stage.rows, self._stage.columns)
            if guide.ghost:
                shadow = self._stage.upper_body(self._stage.bones(guide.ghost))
                under = under.copy()
                under[reach] = self._ghosts[guide.held].areas(shadow.codes)
            path = arrow(self._stage, *guide.ends) if guide.ends and not guide.held else None
            if path:
                over = self._band(path, AWAITED if guide.awaited else 1.0)
            cells = self._mosaic.paint(laid_over(under, over))
            under, over = under[reach], over[reach]
            self._backdrops[guide] = _Backdrop(cells, under, over, covered(under), covered(over))
        return self._backdrops[guide]

    def _band(self, path: Arrow, share: float) -> Areas:
        cover = band(path.path, self._stage.size, self._stage.camera.scale)
        own = np.array(self._colours.rgb(Role.ARROW), float)
        if self._colours.blends:
            cover = cover * share
        else:
            own = np.array(split(self._colours.ground)) * (1.0 - share) + own * share
        rgb = np.broadcast_to(own, (*cover.shape, 3))
        return averaged(pack(rgb, cover), self._grid)
