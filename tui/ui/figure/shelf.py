"""Where the figures of one app keep the engine that draws them, so that it is loaded once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.core.figure.style import AUTO, MOSAIC

if TYPE_CHECKING:
    from tui.ui.figure.engine import FigureEngine


FRAME_S = 1 / 20
"""Seconds from one picture to the next at least, on a terminal that is near."""


@dataclass(slots=True)
class FigureShelf:
    """Empty until the first figure has loaded an engine; figures that share it share its pictures."""

    engine: "FigureEngine | None" = None
    cell_aspect: Callable[[], float] = lambda: 2.0
    """Says how many times as tall as wide a cell of the terminal is now."""
    blocks: bool = True
    """Whether the terminal draws block characters."""
    best_mosaic: str = MOSAIC
    """The look that the terminal is known to draw best."""
    mosaic_style: str = AUTO
    """The style that was last chosen other than ASCII."""
    frame_s: float = FRAME_S
    """Seconds from one picture to the next at least."""
