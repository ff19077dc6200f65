"""Paints mosaics: body, ghost and arrow as areas over each other, then all of them as characters."""

from dataclasses import dataclass

import numpy as np

from tui.core.figure.body.pose import PoseAt
from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.colours import Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.arrow import Arrow, Ends, arrow
from tui.core.figure.picture.arrow_band import band
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import Guide
from tui.core.figure.picture.mosaic import Mosaic, Tiles, laid_over
from tui.core.figure.scene.shade import Areas, Shader, averaged, pack
from tui.core.figure.scene.stage import Stage

GHOST, _FAINT = 0.42, 0.2
"""How opaque a ghost is, and how opaque in a hold."""


@dataclass(frozen=True, slots=True)
class MosaicBody:
    """The areas of a body, where the stage reaches."""

    areas: Areas

    @property
    def size_bytes(self) -> int:
        """How much memory they take."""
        return self.areas.nbytes


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
            held: Shader(colours, tiles.grid, _FAINT if held else GHOST, tint) for held in (False, True)
        }
        self._arrows: dict[Ends, Arrow | None] = {}
        self._under: dict[tuple[PoseAt | None, bool], Areas] = {}
        self._over: dict[Ends, Areas] = {}

    def body(self, bones: Skeleton) -> MosaicBody:
        """Return a body in one pose."""
        return MosaicBody(self._shader.areas(self._stage.person(bones).codes))

    def picture(self, body: MosaicBody, guide: Guide) -> Cells:
        """Return a new picture of a body over its ghost, and the arrow over both."""
        areas = self._below(guide).copy()
        place = areas[self._stage.rows, self._stage.columns]
        place[:] = laid_over(place, body.areas)
        path = self.arrow(guide.ends)
        if guide.ends and path and not guide.held:
            areas = laid_over(areas, self._band(guide.ends, path))
        return self._mosaic.paint(areas)

    def arrow(self, ends: Ends | None) -> Arrow | None:
        """Return the arrow of a movement; None where nothing moves."""
        if ends is None:
            return None
        if ends not in self._arrows:
            self._arrows[ends] = arrow(self._stage, *ends)
        return self._arrows[ends]

    def _below(self, guide: Guide) -> Areas:
        wanted = (guide.ghost, guide.held)
        if wanted not in self._under:
            size = self._stage.size
            areas = np.zeros((size.rows, size.columns, self._grid.areas, 4), np.uint8)
            if guide.ghost:
                shadow = self._stage.upper_body(self._stage.bones(guide.ghost))
                areas[self._stage.rows, self._stage.columns] = self._ghosts[guide.held].areas(shadow.codes)
            self._under[wanted] = areas
        return self._under[wanted]

    def _band(self, ends: Ends, path: Arrow) -> Areas:
        if ends not in self._over:
            cover = band(path.path, self._stage.size, self._stage.camera.scale)
            rgb = np.broadcast_to(np.array(self._colours.rgb(Role.ARROW), float), (*cover.shape, 3))
            self._over[ends] = averaged(pack(rgb, cover), self._grid)
        return self._over[ends]
