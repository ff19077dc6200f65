"""Where the figures of one app keep the engine that draws them, so that it is loaded once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ui.widgets.figure_engine import FigureEngine


@dataclass(slots=True)
class FigureShelf:
    """Empty until the first figure has loaded an engine; figures that share it share its pictures."""

    engine: "FigureEngine | None" = None
