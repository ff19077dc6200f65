"""What is written into the picture: the arrow's label, the legend of the regions, the mark of a hold."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import REGION_CORE, REGION_EDGE, Cells
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.marks import EDGE
from tui.core.figure.pose import FigureSpec
from tui.core.figure.stage import Stage

_BAR, _LEAST_BAR = 12, 6
"""Columns of the bar of a hold, and those that it has left where there is little room."""
_STILL = ("- {}: stays still", "- {} still")
_EDGES = (f"{EDGE} chair edge", f"{EDGE} edge")
_NEXT, _START = ". next", ". start"
_ON_TINT = {Role.REGION: REGION_EDGE, Role.STILL: " ", Role.MARK: EDGE, Role.GHOST: "."}
_TINT = {Role.REGION: LEVELS - 1, Role.STILL: LEVELS - 2, Role.MARK: LEVELS - 2, Role.GHOST: LEVELS - 1}
"""What is in the legend on a tint, and how lit that is: as it is on the body."""


def label_place(cells: Cells, stage: Stage, near: tuple[float, float], text: str) -> tuple[int, int] | None:
    """Return the cell (x, y) where a label hides nothing in any pose, as near to a cell (x, y) as can be."""
    columns = cells.glyph.shape[1]
    width = len(text) + 2
    if not text or width > columns:
        return None
    taken = stage.occupied | ~cells.free()
    taken[-1, :] = True
    sums = np.cumsum(np.pad(taken, ((0, 0), (1, 0))), axis=1)
    open_from: NDArray[np.bool_] = (sums[:, width:] - sums[:, :-width]) == 0
    y, x = np.nonzero(open_from)
    if not len(y):
        return None
    away = np.hypot(x + width / 2 - near[0], (y + 0.5 - near[1]) * stage.size.aspect)
    best = int(away.argmin())
    return int(x[best]) + 1, int(y[best])


def write_legend(cells: Cells, spec: FigureSpec, held: float | None, arrived: bool, tinted: bool) -> None:
    """Write on the bottom row what the marked places are called, and how far a hold has come.

    Args:
        cells: the picture with everything else on it.
        spec: whose person it shows.
        held: how much of a hold has passed, 0 to 1; None outside holds.
        arrived: whether the ghost is where the movement began, rather than where it goes next.
        tinted: whether tints mark the places, rather than characters.
    """
    end = cells.glyph.shape[1] - 1
    bar = _LEAST_BAR + 2 if held is not None else 0
    marked = 2 + len(_EDGES[-1]) if (cells.ink == Role.MARK).any() else 0
    name = _START if arrived else _NEXT
    ghost = 2 + len(name) if (cells.ink == Role.GHOST).any() else 0
    x = 1 + _enter(cells, 1, f"{REGION_CORE} {spec.region}", Role.REGION, tinted)
    stills = tuple(entry.format(spec.still) for entry in _STILL) if spec.still else ()
    edges = _EDGES if marked else ()
    for entries, role, kept in ((stills, Role.STILL, marked + bar), (edges, Role.MARK, bar)):
        entry = _fitting(entries, end - x - kept, ghost)
        if entry:
            x += _enter(cells, x, entry, role, tinted)
    if held is not None:
        spare = end - x - (ghost if x + _LEAST_BAR + ghost <= end else 0)
        x += _draw_bar(cells, x, min(_BAR, spare), held)
    if ghost and x + len(name) <= end:
        _enter(cells, end - len(name), name, Role.GHOST, tinted=True)


def _fitting(entries: tuple[str, ...], room: int, wish: int) -> str:
    """Return the first that leaves as much room as is wished for; the last may take that too."""
    for entry in entries:
        if len(entry) + (0 if entry == entries[-1] else wish) <= room:
            return entry
    return ""


def _enter(cells: Cells, x: int, entry: str, role: Role, tinted: bool) -> int:
    """Write an entry whose first character is what marks the place; return how much room it takes."""
    row = cells.glyph.shape[0] - 1
    cells.write(x, row, entry, role)
    if tinted:
        cells.glyph[row, x] = ord(_ON_TINT[role])
        cells.fill[row, x], cells.shade[row, x] = role, _TINT[role]
    return len(entry) + 2


def _draw_bar(cells: Cells, x: int, width: int, held: float) -> int:
    """Draw how far a hold has come where there is room; return how much it takes."""
    if width < 3:
        return 0
    row, filled = cells.glyph.shape[0] - 1, round(width * held)
    cells.write(x, row, "=" * filled, Role.HOLD)
    cells.write(x + filled, row, "-" * (width - filled), Role.LABEL, 1)
    return width + 2
