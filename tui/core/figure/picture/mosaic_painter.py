"""Paints mosaics: body, ghost and arrow as areas over each other, then all of them as characters."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.colours import Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.arrow import Arrow, arrow
from tui.core.figure.picture.arrow_band import band
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import FAINT, GHOST, Guide
from tui.core.figure.picture.mosaic import Mosaic, Tiles, covered, laid_over
from tui.core.figure.scene.shade import Areas, Shader, averaged, pack
from tui.core.figure.scene.stage import Stage

_OPAQUE = 255


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
                over = self._band(path)
            cells = self._mosaic.paint(laid_over(under, over))
            under, over = under[reach], over[reach]
            self._backdrops[guide] = _Backdrop(cells, under, over, covered(under), covered(over))
        return self._backdrops[guide]

    def _band(self, path: Arrow) -> Areas:
        cover = band(path.path, self._stage.size, self._stage.camera.scale)
        rgb = np.broadcast_to(np.array(self._colours.rgb(Role.ARROW), float), (*cover.shape, 3))
        return averaged(pack(rgb, cover), self._grid)
