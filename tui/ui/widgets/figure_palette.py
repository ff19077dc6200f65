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
_FILLS_ON_LIGHT = (0.92, 0.80, 0.68, 0.58, 0.50)
_INKS = (0.5, 0.62, 0.74, 0.86, 1.0)
_BOLD = frozenset(ROLES.index(role) for role in ("region", "arrow", "mark", "hold"))
_DIM = frozenset(ROLES.index(role) for role in ("chair", "ghost", "floor"))
_GLOWING = frozenset(ROLES.index(role) for role in ("region", "arrow", "mark"))


_SIXTEEN = {
    "hair": "#aa5500",
    "skin": "#ffffff",
    "shirt": "#aaaaaa",
    "trousers": "#5555ff",
    "region": "#ffff55",
    "still": "#55ff55",
    "ghost": "#00aaaa",
    "arrow": "#55ffff",
    "mark": "#ff55ff",
    "hold": "#ffff55",
}
_SIXTEEN_ON_LIGHT = {
    "hair": "#aa5500",
    "skin": "#aa0000",
    "shirt": "#555555",
    "trousers": "#0000aa",
    "region": "#aa5500",
    "still": "#00aa00",
    "ghost": "#00aaaa",
    "arrow": "#0000aa",
    "mark": "#aa00aa",
    "hold": "#aa5500",
}
"""What terminals with sixteen colours have, in place of the nearest, which may be the background."""


class Palette:
    """Styles for one set of role colours on one background.

    Args:
        colors: colour by component class.
        background: what the figure stands on.
        tinted: whether backgrounds are used; without, the figure is drawn by its characters alone.
        colored: whether there are colours at all; without, weight alone tells roles apart.
        few: whether there are only sixteen.
    """

    def __init__(
        self,
        colors: Mapping[str, Color],
        background: Color,
        *,
        tinted: bool = True,
        colored: bool = True,
        few: bool = False,
    ) -> None:
        light = background.brightness > 0.5
        plain = (_SIXTEEN_ON_LIGHT if light else _SIXTEEN) if few else {}
        self._colors = [Color.parse(plain[name]) if name in plain else colors[name] for name in ROLES]
        self._fills = _FILLS_ON_LIGHT if light else _FILLS
        self._few = few
        self._background = background
        self._tinted = tinted
        self._colored = colored
        self.style = lru_cache(maxsize=2048)(self._style)
        """Return the style of a cell: role and level of its glyph, role and level of its background."""

    def _style(self, ink: int, tone: int, fill: int, shade: int) -> Style:
        if not self._colored:
            return Style(bold=ink in _BOLD, dim=ink in _DIM)
        back = self._filled(fill, shade) if fill and self._tinted else self._background
        if not ink:
            return Style(bgcolor=_rich(back))
        return Style(color=_rich(self._inked(ink, tone)), bgcolor=_rich(back), bold=ink in _BOLD)

    def _filled(self, role: int, level: int) -> Color:
        return self._blend(role, (_FILLS if role in _GLOWING else self._fills)[level])

    def _inked(self, role: int, level: int) -> Color:
        if level >= len(_INKS):
            return self._filled(role, level - len(_INKS))
        return self._colors[role] if self._few else self._blend(role, _INKS[level])

    def _blend(self, role: int, share: float) -> Color:
        return self._background.blend(self._colors[role], share, 1.0)


def _rich(color: Color) -> RichColor:
    return RichColor.from_rgb(color.r, color.g, color.b)
