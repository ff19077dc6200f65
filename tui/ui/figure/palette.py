"""The colours of the figure: from what a cell belongs to, and how lit it is, to a terminal style."""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from tui.ui.figure.xterm_colors import nearest

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
    "sleeve",
    "hand",
)
"""Component classes by role, in the order of `tui.core.figure.frame.Role`."""

_FILLS = (0.46, 0.56, 0.66, 0.76, 0.86)
_GLOWS = (0.34, 0.44, 0.54, 0.64, 0.76)
_FILLS_ON_LIGHT = (0.94, 0.84, 0.74, 0.66, 0.60)
_SHADOWS = (0.11, 0.14, 0.2, 0.28, 0.38)
"""How far a background is from the screen's, by level: on dark, of what glows, on light, of ghosts."""
_GREY_SHADOW = 0.7
"""How strong a shadow is where there is no colour, beside one in colour."""
_INKS = (0.5, 0.62, 0.74, 0.86, 1.0)
_BOLD = frozenset(ROLES.index(role) for role in ("region", "arrow", "mark", "hold"))
_GHOST = ROLES.index("ghost")
_FAINT = {ROLES.index("chair"): 0.66, ROLES.index("ghost"): 0.6, ROLES.index("floor"): 0.5}
"""How far the grey of some glyphs is from the background where there is no colour."""
_SOLID = {
    ROLES.index(role): share
    for role, share in {
        "hair": 0.42,
        "skin": 1.0,
        "hand": 1.0,
        "shirt": 0.64,
        "sleeve": 0.8,
        "trousers": 0.58,
        "shoe": 0.42,
        "still": 0.64,
        "chair": 0.44,
    }.items()
}
"""What stands out in reverse video, and how far its grey is from the background where there is no colour."""
_MORE_ON_LIGHT = 0.18
"""How much of what is missing to the darkest grey is added on light, where greys stand out less."""
_RELIEF = (0.62, 0.72, 0.82, 0.91, 1.0)
_GLOWING = frozenset(ROLES.index(role) for role in ("region", "arrow", "mark"))


_SIXTEEN = {
    "hair": "#aa5500",
    "skin": "#ffffff",
    "hand": "#ffffff",
    "shirt": "#555555",
    "sleeve": "#aaaaaa",
    "trousers": "#5555ff",
    "chair": "#aa5500",
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
    "hand": "#aa0000",
    "shirt": "#000000",
    "sleeve": "#555555",
    "trousers": "#0000aa",
    "chair": "#aa5500",
    "region": "#aa5500",
    "still": "#00aa00",
    "ghost": "#00aaaa",
    "arrow": "#0000aa",
    "mark": "#aa00aa",
    "hold": "#aa5500",
}
"""What terminals with sixteen colours have, in place of the nearest, which may be the background."""
_EIGHT_BIT = {"trousers": "#5868d0"}
_EIGHT_BIT_ON_LIGHT = {"trousers": "#1048c8"}
"""What is bluer where there are 256: the nearest of both shirt and trousers would be one."""


class Palette:
    """Styles for one set of role colours on one background.

    Args:
        colors: colour by component class.
        background: what the figure stands on; that of a terminal may be anything.
        dark: whether it is dark.
        tinted: whether backgrounds are used; without, the figure is drawn by its characters alone.
        solid: whether the body stands out in reverse video, as it does where there is no tint.
        colored: whether there are colours at all; without, greys and weight tell roles apart.
        few: whether there are only sixteen.
        eight_bit: whether there are 256.
    """

    def __init__(
        self,
        colors: Mapping[str, Color],
        background: Color,
        dark: bool,
        *,
        tinted: bool = True,
        solid: bool = False,
        colored: bool = True,
        few: bool = False,
        eight_bit: bool = False,
    ) -> None:
        own: dict[str, str] = {}
        if few:
            own = _SIXTEEN if dark else _SIXTEEN_ON_LIGHT
        elif eight_bit:
            own = _EIGHT_BIT if dark else _EIGHT_BIT_ON_LIGHT
        self._colors = [Color.parse(own[name]) if name in own else colors[name] for name in ROLES]
        self._fills = _FILLS if dark else _FILLS_ON_LIGHT
        self._dark = dark
        self._few = few
        self._eight_bit = eight_bit
        self._paper = background.rich_color
        self._background = _assumed(background, dark)
        self._tinted = tinted
        self._solid = solid
        self._colored = colored
        self.style = lru_cache(maxsize=2048)(self._style)
        """Return the style of a cell: role and level of its glyph, role and level of its background."""

    def _style(self, ink: int, tone: int, fill: int, shade: int) -> Style:
        if self._solid and fill in _SOLID:
            ground = self._ground(fill, shade).rich_color
            return Style(color=ground, bgcolor=self._paper, bold=ink in _BOLD, reverse=True)
        if not self._colored:
            text = self._blend(0, _FAINT.get(ink, 1.0)).rich_color
            shadowed = fill == _GHOST and self._solid and not self._few
            back = self._blend(0, _SHADOWS[shade] * _GREY_SHADOW).rich_color if shadowed else self._paper
            return Style(color=text, bgcolor=back, bold=ink in _BOLD)
        back = self._filled(fill, shade).rich_color if fill and self._tinted else self._paper
        if not ink:
            return Style(bgcolor=back)
        return Style(color=self._inked(ink, tone).rich_color, bgcolor=back, bold=ink in _BOLD)

    def _ground(self, role: int, level: int) -> Color:
        if self._colored:
            return self._colors[role]
        share = _SOLID[role] * _RELIEF[level]
        return self._blend(0, share if self._dark else share + _MORE_ON_LIGHT * (1.0 - share))

    def _filled(self, role: int, level: int) -> Color:
        if role == _GHOST:
            return self._blend(role, _SHADOWS[level])
        return self._blend(role, (_GLOWS if role in _GLOWING else self._fills)[level])

    def _inked(self, role: int, level: int) -> Color:
        if level >= len(_INKS):
            return self._filled(role, level - len(_INKS))
        return self._colors[role] if self._few else self._blend(role, _INKS[level])

    def _blend(self, role: int, share: float) -> Color:
        mixed = self._background.blend(self._colors[role], share, 1.0)
        return nearest(mixed) if self._eight_bit else mixed


def _assumed(background: Color, dark: bool) -> Color:
    """Return what is taken for the terminal's own background, which cannot be known."""
    if background.ansi is None:
        return Color(*background.rgb)
    return Color(0, 0, 0) if dark else Color(255, 255, 255)
