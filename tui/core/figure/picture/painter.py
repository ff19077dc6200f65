"""What paints the pictures of one stage: in one of two looks, the mosaic and ASCII."""

from typing import Any, Protocol

from tui.core.figure.body.skeleton import Skeleton
from tui.core.figure.picture.arrow import Arrow, Ends
from tui.core.figure.picture.cells import Cells
from tui.core.figure.picture.guide import Guide


class Body(Protocol):
    """A body as a painter keeps it."""

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""


class Painter(Protocol):
    """Paints bodies, and over and under them what leads on."""

    def body(self, bones: Skeleton) -> Any:
        """Return a body in one pose."""

    def picture(self, body: Any, guide: Guide) -> Cells:
        """Return a new picture of a body and its guides."""

    def arrow(self, ends: Ends | None) -> Arrow | None:
        """Return the arrow of a movement; None where nothing moves."""
