"""What is written into the picture: the arrow's label, the legend of the regions, the mark of a hold."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.cells import REGION_CORE, Cells
from tui.core.figure.frame import Role
from tui.core.figure.marks import EDGE
from tui.core.figure.stage import Stage
from tui.core.pose import FigureSpec

_BAR = 12
_HOLD = len("hold ")
_EDGES = (f"{EDGE} chair edge", f"{EDGE} edge")


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


def write_legend(cells: Cells, spec: FigureSpec, held: float | None) -> None:
    """Write what the marked regions are called on the bottom row, and how far a hold has come."""
    rows, end = cells.glyph.shape
    x = 1
    cells.write(x, rows - 1, f"{REGION_CORE} {spec.region}", Role.REGION)
    x += len(spec.region) + 4
    bar = 2 + _HOLD + _BAR if held is not None else 0
    marked = 2 + len(_EDGES[-1]) if (cells.ink == Role.MARK).any() else 0
    for still in (f"- {spec.still}: stays still", f"- {spec.still} still") if spec.still else ():
        if x + len(still) + marked + bar < end:
            cells.write(x, rows - 1, still, Role.STILL)
            x += len(still) + 2
            break
    for edge in _EDGES if marked else ():
        if x + len(edge) + bar < end:
            cells.write(x, rows - 1, edge, Role.MARK)
            x += len(edge) + 2
            break
    if held is not None:
        _write_hold(cells, x, min(_BAR, end - x - _HOLD - 1), held)


def _write_hold(cells: Cells, x: int, width: int, held: float) -> None:
    if width < 3:
        return
    row, filled = cells.glyph.shape[0] - 1, round(width * held)
    cells.write(x, row, "hold ", Role.HOLD)
    cells.write(x + _HOLD, row, "=" * filled, Role.HOLD)
    cells.write(x + _HOLD + filled, row, "-" * (width - filled), Role.LABEL, 1)
