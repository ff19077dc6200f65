"""Small marks on the picture: the eyes, the floor, and where the backrest's edge meets the back."""

import numpy as np

from tui.core.figure import body
from tui.core.figure.cells import Cells
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.raster import ACROSS, DOWN, Raster
from tui.core.figure.skeleton import Skeleton, Vector
from tui.core.figure.stage import Stage

EDGE = "*"
"""Marks the edge of the backrest."""
_EDGE_LENGTH = 0.036
_FLOOR_BELOW = 12.0
"""Degrees of pitch from which on a line no longer reads as the floor."""
_HIDDEN = 0.15
"""Statures that something may be in front of the mark: half of the trunk, seen from the side."""
_FLANK = 0.06
"""Statures from the spine to where the edge leaves the back, seen from the side."""
_TOUCH = 12.0
"""Degrees of bend from which on the back rests on the backrest's edge."""


def draw_floor(cells: Cells, stage: Stage) -> None:
    """Draw a line under the feet in views from about eye level."""
    if abs(stage.camera.pitch) > _FLOOR_BELOW:
        return
    row = cells.glyph.shape[0] - 2
    free = cells.free()[row]
    cells.glyph[row, free], cells.ink[row, free], cells.tone[row, free] = ord("_"), Role.FLOOR, LEVELS - 1


def draw_eyes(cells: Cells, stage: Stage, bones: Skeleton) -> None:
    """Draw the eyes that look this way."""
    for side in (1.0, -1.0):
        way = bones.head_turn @ np.array((side * 0.5, 0.0, 0.87))
        if float(way @ stage.camera.towards) > 0.2:
            _spot(cells, stage, bones.on_head(side * 0.026, 0.002, 0.062), "o", Role.HAIR)


def draw_contact(cells: Cells, stage: Stage, bones: Skeleton, raster: Raster) -> None:
    """Mark the point that the trunk bends over, once it does: it is the point of the exercise."""
    lean = float(np.degrees(np.arctan2(bones.turns[4][2, 1], bones.turns[4][1, 1])))
    if lean < -_TOUCH:
        near = _FLANK * stage.camera.towards[0]
        point = np.array((near, body.BACKREST_TOP + 0.012, body.BACKREST_Z + 0.02))
        x, y, depth = stage.camera.points(point[None, :])[0]
        row = int(y * DOWN / stage.size.aspect) - stage.rows.start * DOWN
        nearest = raster.columns()[row, int(x * ACROSS) - stage.columns.start * ACROSS]
        aside = stage.camera.towards[0] ** 2
        if nearest - depth < _HIDDEN * aside * stage.camera.scale:
            length = max(1, round(_EDGE_LENGTH * stage.camera.scale))
            _spot(cells, stage, point, EDGE * length, Role.MARK, fill=Role.MARK)


def _spot(
    cells: Cells, stage: Stage, point: Vector, glyph: str, role: Role, fill: Role | None = None
) -> None:
    x, y, _ = stage.camera.points(point[None, :])[0]
    column, row = int(x), int(y / stage.size.aspect)
    cells.write(column, row, glyph, role, 0 if role == Role.HAIR else LEVELS - 1)
    if fill is not None:
        place = (row, slice(column, column + len(glyph)))
        cells.fill[place], cells.shade[place] = fill, 3
