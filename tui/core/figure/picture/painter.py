"""What paints the pictures of one stage: in one of two looks, the mosaic and ASCII."""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.picture.arrow import Arrow, Ends
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import Guide

Choice = NDArray[np.uint8]
"""The glyph chosen for each cell that is looked at, which the next picture prefers to keep."""


class Body(Protocol):
    """A body as a painter keeps it."""

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""


class Painter(Protocol):
    """Paints bodies, and over and under them what leads on."""

    @property
    def chained(self) -> bool:
        """Whether a body is painted the same only after the one before it."""

    def body(self, bones: Skeleton, before: Any) -> Any:
        """Return a body in one pose, given the one before it where bodies are chained."""

    def picture(self, body: Any, guide: Guide) -> Cells:
        """Return a new picture of a body and its guides."""

    def arrow(self, ends: Ends | None) -> Arrow | None:
        """Return the arrow of a movement; None where nothing moves."""
