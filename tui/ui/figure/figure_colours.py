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
"""Roles, in the order of `tui.core.figure.frame.Role`."""

_MOSAIC = {
    "hair": "#7a4a2a",
    "skin": "#f4c8a4",
    "hand": "#f4c8a4",
    "shirt": "#8fa4dc",
    "sleeve": "#9db2ea",
    "trousers": "#4a62b4",
    "shoe": "#7a7a86",
    "chair": "#9c8870",
    "region": "#ffa81a",
    "still": "#5fae92",
    "ghost": "#7cc0e4",
    "arrow": "#56c8ff",
    "mark": "#ffe650",
    "floor": "#6c6c74",
    "hold": "#f5a014",
    "eye": "#20242c",
}
_ON_LIGHT = {
    "ghost": "#605080",
    "arrow": "#0068a8",
    "mark": "#b00060",
    "floor": "#8c8c94",
    "hold": "#b86000",
}
_ASCII = {
    "hair": "#b87848",
    "shirt": "#b6c4de",
    "sleeve": "#b6c4de",
    "trousers": "#6f8cd8",
    "eye": "#d9dee4",
}
_ASCII_ON_LIGHT = {
    "hair": "#5a3320",
    "skin": "#a05a28",
    "hand": "#a05a28",
    "shirt": "#3e5078",
    "sleeve": "#3e5078",
    "trousers": "#1c2f66",
    "shoe": "#33333c",
    "chair": "#574a3c",
    "region": "#b86000",
    "still": "#2f6f5a",
    "eye": "#20242c",
}
"""A table, not rules of a stylesheet: those cost every screen with a figure ten milliseconds."""

GROUND = BOLD = 1 << 15
"""As in `tui.core.figure.colours`."""
COLOUR = GROUND - 1
"""What is left of a number without them."""
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
    "hair": "#555555",
    "skin": "#000000",
    "hand": "#000000",
    "shirt": "#5555ff",
    "sleeve": "#5555ff",
    "trousers": "#0000aa",
    "shoe": "#555555",
    "chair": "#555555",
    "region": "#aa0000",
    "still": "#555555",
    "ghost": "#aa00aa",
    "arrow": "#0000aa",
    "mark": "#aa00aa",
    "hold": "#aa0000",
    "eye": "#000000",
    "floor": "#aaaaaa",
    "label": "#000000",
}
"""What terminals with sixteen colours have, in place of the nearest, which may be the ground."""


def role_colours(*, dark: bool, ascii_only: bool) -> Mapping[str, str]:
    """Return the colour of each role that does not have the text's own, under a dark or a light theme."""
    ascii_own = (_ASCII if dark else _ASCII_ON_LIGHT) if ascii_only else {}
    return {**_MOSAIC, **({} if dark else _ON_LIGHT), **ascii_own}


class FigureColours:
    """The colours of one theme on one terminal.

    Args:
        colors: colour by role.
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
        return Style(color=self._color(ink).rich_color, bgcolor=back, bold=bool(ink & BOLD))

    def _color(self, code: int) -> Color:
        """Return one of the colours of `tui.core.figure.colours`, or what comes nearest."""
        color = Color(*rgb(code))
        return nearest(color) if self._eight_bit else color

    def _grey(self, text: Color, share: float) -> Color:
        return self._ground.blend(text, share, 1.0)


def rgb(code: int) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of one of the colours of `tui.core.figure.colours`."""
    from tui.core.figure.colours import unpacked  # only now: a screen is painted before its figure

    return unpacked(code)


def _number(color: Color) -> int:
    red, green, blue = color.rgb
    return red << 16 | green << 8 | blue


def _assumed(background: Color, dark: bool) -> Color:
    """Return what is taken for the terminal's own background, which cannot be known."""
    if background.ansi is None:
        return Color(*background.rgb)
    return Color(0, 0, 0) if dark else Color(255, 255, 255)
