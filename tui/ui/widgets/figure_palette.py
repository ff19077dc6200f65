"""The colours of the figure: from what a cell belongs to, and how lit it is, to a terminal style."""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

ROLES = (
    "none",
    "hair",
    "skin",
    "shirt",
    "trousers",
    "shoe",
    "chair",
    "region",
    "still",
    "ghost",
    "arrow",
    "label",
    "mark",
    "floor",
    "hold",
)
"""Component classes by role, in the order of `tui.core.figure.frame.Role`."""

_FILLS = (0.34, 0.44, 0.54, 0.64, 0.76)
_INKS = (0.5, 0.62, 0.74, 0.86, 1.0)
_BOLD = frozenset((10, 12, 14))


class Palette:
    """Styles for one set of role colours on one background.

    Args:
        colors: colour by component class.
        background: what the figure stands on.
        tinted: whether backgrounds are used; without, the figure is drawn by its characters alone.
        colored: whether there are colours at all.
    """

    def __init__(
        self, colors: Mapping[str, Color], background: Color, *, tinted: bool = True, colored: bool = True
    ) -> None:
        self._colors = [colors[name] for name in ROLES]
        self._background = background
        self._tinted = tinted
        self._colored = colored
        self.style = lru_cache(maxsize=2048)(self._style)
        """Return the style of a cell: role and level of its glyph, role and level of its background."""

    def _style(self, ink: int, tone: int, fill: int, shade: int) -> Style:
        if not self._colored:
            return Style(bold=ink in _BOLD)
        back = self._blend(fill, _FILLS[shade]) if fill and self._tinted else self._background
        front = self._blend(ink, _INKS[tone]) if ink else back
        return Style(color=_rich(front), bgcolor=_rich(back), bold=ink in _BOLD)

    def _blend(self, role: int, share: float) -> Color:
        return self._background.blend(self._colors[role], share, 1.0)


def _rich(color: Color) -> RichColor:
    return RichColor.from_rgb(color.r, color.g, color.b)
