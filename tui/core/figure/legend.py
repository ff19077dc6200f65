"""What is written into the picture: the arrow's label, the legend of the regions, the mark of a hold."""

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.arrow import Arrow
from tui.core.figure.cells import REGION_CORE, Cells
from tui.core.figure.frame import Role
from tui.core.figure.stage import Stage
from tui.core.pose import FigureSpec

_BAR = 12


def write_label(cells: Cells, stage: Stage, path: Arrow, text: str) -> None:
    """Write the label where nothing else is, as near to the middle of the arrow as can be."""
    if not text:
        return
    columns = cells.glyph.shape[1]
    width = len(text) + 2
    if width > columns:
        return
    taken = stage.occupied | ~cells.free()
    taken[-1, :] = True
    sums = np.cumsum(np.pad(taken, ((0, 0), (1, 0))), axis=1)
    open_from: NDArray[np.bool_] = (sums[:, width:] - sums[:, :-width]) == 0
    y, x = np.nonzero(open_from)
    if not len(y):
        return
    away = np.hypot(x + width / 2 - path.middle[0], (y + 0.5 - path.middle[1]) * stage.size.aspect)
    best = int(away.argmin())
    cells.write(int(x[best]) + 1, int(y[best]), text, Role.ARROW)


def write_legend(cells: Cells, spec: FigureSpec, held: float | None) -> None:
    """Write what the marked regions are called on the bottom row, and how far a hold has come."""
    rows, columns = cells.glyph.shape
    x = 1
    cells.write(x, rows - 1, REGION_CORE, Role.REGION)
    cells.write(x + 2, rows - 1, spec.region, Role.REGION)
    x += len(spec.region) + 4
    if held is not None:
        bar = min(_BAR, columns - x - 8)
        if bar > 2:
            filled = round(bar * held)
            cells.write(x, rows - 1, "hold ", Role.HOLD)
            cells.write(x + 5, rows - 1, "=" * filled, Role.HOLD)
            cells.write(x + 5 + filled, rows - 1, "-" * (bar - filled), Role.LABEL, 1)
        return
    if spec.still and x + len(spec.still) + 14 <= columns:
        cells.write(x, rows - 1, f"- {spec.still}: stays still", Role.STILL)
