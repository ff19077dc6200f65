"""The colours of the figure: from the theme and the terminal to colours of roles, and back to styles."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from tui.ui.figure.xterm_colors import nearest

if TYPE_CHECKING:
    from tui.core.figure.colours import Colours

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
    "eye",
)
"""Component classes by role, in the order of `tui.core.figure.frame.Role`."""

GROUND = _BOLD = 1 << 15
"""As in `tui.core.figure.colours`."""
_FAINT = {"chair": 0.66, "ghost": 0.6, "floor": 0.5}
"""How far the grey of some characters is from the ground where there is no colour."""
_SIXTEEN = {
    "hair": "#aa5500",
    "skin": "#ffffff",
    "hand": "#ffffff",
    "shirt": "#aaaaaa",
    "sleeve": "#aaaaaa",
    "trousers": "#5555ff",
    "shoe": "#aaaaaa",
    "chair": "#aa5500",
    "region": "#ffff55",
    "still": "#55ff55",
    "ghost": "#00aaaa",
    "arrow": "#55ffff",
    "mark": "#ff55ff",
    "hold": "#ffff55",
    "eye": "#ffffff",
    "floor": "#555555",
    "label": "#ffffff",
}
_SIXTEEN_ON_LIGHT = {
    "hair": "#aa5500",
    "skin": "#aa0000",
    "hand": "#aa0000",
    "shirt": "#555555",
    "sleeve": "#555555",
    "trousers": "#0000aa",
    "shoe": "#555555",
    "chair": "#aa5500",
    "region": "#aa5500",
    "still": "#00aa00",
    "ghost": "#00aaaa",
    "arrow": "#0000aa",
    "mark": "#aa00aa",
    "hold": "#aa5500",
    "eye": "#000000",
    "floor": "#aaaaaa",
    "label": "#000000",
}
"""What terminals with sixteen colours have, in place of the nearest, which may be the ground."""


class FigureColours:
    """The colours of one theme on one terminal.

    Args:
        colors: colour by component class.
        background: what the figure stands on; that of a terminal may be anything.
        dark: whether it is dark.
        system: `none`, or as Rich calls it: `standard`, `windows`, `256` or `truecolor`.
    """

    def __init__(self, colors: Mapping[str, Color], background: Color, dark: bool, system: str) -> None:
        self._paper = background.rich_color
        self._known = background.ansi is None
        self._ground = _assumed(background, dark)
        self._sixteen = system in ("standard", "windows")
        self._eight_bit = system == "256"
        own = (_SIXTEEN if dark else _SIXTEEN_ON_LIGHT) if self._sixteen else {}
        self._roles = tuple(
            self._grey(colors["none"], _FAINT.get(name, 1.0))
            if system == "none"
            else Color.parse(own[name])
            if name in own
            else colors[name]
            for name in ROLES
        )
        self.style = lru_cache(maxsize=4096)(self._style)
        """Return the style of a cell: by the colours of its ink and of its paper."""

    @property
    def colours(self) -> "Colours":
        """What pictures are drawn in."""
        from tui.core.figure.colours import Colours

        roles = tuple(_number(color) for color in self._roles)
        return Colours(roles, _number(self._ground), self._known, self._eight_bit)

    def _style(self, ink: int, paper: int) -> Style:
        back = self._paper if paper & GROUND else self._color(paper).rich_color
        if not ink:
            return Style(bgcolor=back)
        return Style(color=self._color(ink).rich_color, bgcolor=back, bold=bool(ink & _BOLD))

    def _color(self, code: int) -> Color:
        """Return one of the colours of `tui.core.figure.colours`, or what comes nearest."""
        parts = (code >> 10 & 31, code >> 5 & 31, code & 31)
        red, green, blue = ((part << 3) | (part >> 2) for part in parts)
        color = Color(red, green, blue)
        return nearest(color) if self._eight_bit else color

    def _grey(self, text: Color, share: float) -> Color:
        return self._ground.blend(text, share, 1.0)


def _number(color: Color) -> int:
    red, green, blue = color.rgb
    return red << 16 | green << 8 | blue


def _assumed(background: Color, dark: bool) -> Color:
    """Return what is taken for the terminal's own background, which cannot be known."""
    if background.ansi is None:
        return Color(*background.rgb)
    return Color(0, 0, 0) if dark else Color(255, 255, 255)
