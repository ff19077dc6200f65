"""The colours of the figure: from the theme and the terminal to colours of roles, and back to styles."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from tui.ui.figure.xterm_colors import nearest

if TYPE_CHECKING:
    from tui.core.figure.colours import Colours

_ = ""
_TABLE = (
    # role          mosaic     on light   ASCII      on light   sixteen    on light
    ("none",     _,         _,         _,         _,         _,         _),
    ("hair",     "#7a4a2a", _,         "#b87848", "#5a3320", "#aa5500", "#555555"),
    ("skin",     "#f4c8a4", _,         _,         "#a05a28", "#ffffff", "#000000"),
    ("shirt",    "#8fa4dc", _,         "#b6c4de", "#3e5078", "#aaaaaa", "#5555ff"),
    ("trousers", "#4a62b4", _,         "#6f8cd8", "#1c2f66", "#5555ff", "#0000aa"),
    ("shoe",     "#7a7a86", _,         _,         "#33333c", "#aaaaaa", "#555555"),
    ("chair",    "#9c8870", _,         _,         "#574a3c", "#aa5500", "#555555"),
    ("region",   "#ffa81a", _,         _,         "#b86000", "#ffff55", "#aa0000"),
    ("still",    "#5fae92", _,         _,         "#2f6f5a", "#55ff55", "#555555"),
    ("ghost",    "#7cc0e4", "#605080", _,         _,         "#00aaaa", "#aa00aa"),
    ("arrow",    "#56c8ff", "#0068a8", _,         _,         "#55ffff", "#0000aa"),
    ("label",    _,         _,         _,         _,         "#ffffff", "#000000"),
    ("mark",     "#ffe650", "#b00060", _,         _,         "#ff55ff", "#aa00aa"),
    ("floor",    "#6c6c74", "#8c8c94", _,         _,         "#555555", "#aaaaaa"),
    ("sleeve",   "#9db2ea", _,         "#b6c4de", "#3e5078", "#aaaaaa", "#5555ff"),
    ("hand",     "#f4c8a4", _,         _,         "#a05a28", "#ffffff", "#000000"),
    ("eye",      "#20242c", _,         "#d9dee4", "#20242c", "#ffffff", "#000000"),
)  # fmt: skip
"""Colours of the roles, in the order of `tui.core.figure.frame.Role`. Where there is none, ASCII has that of
the mosaic, a light ground that of a dark one, and the rest that of the text.

Terminals with sixteen colours have their own in place of the nearest, which may be the ground. It is a table
and no stylesheet: rules cost every screen with a figure ten milliseconds.
"""
ROLES = tuple(row[0] for row in _TABLE)

GROUND = BOLD = 1 << 15
"""As in `tui.core.figure.colours`."""
COLOUR = GROUND - 1
"""What is left of a number without them."""
_FAINT = {"chair": 0.66, "ghost": 0.6, "floor": 0.5}
"""How far the grey of some characters is from the ground where there is no colour."""


def _column(number: int) -> dict[str, str]:
    """Return what a column of the table has, by role."""
    return {row[0]: row[number] for row in _TABLE if row[number]}


def role_colours(*, dark: bool, ascii_only: bool) -> Mapping[str, str]:
    """Return the colour of each role that does not have the text's own, under a dark or a light theme."""
    own = _column(3 if dark else 4) if ascii_only else {}
    return {**_column(1), **({} if dark else _column(2)), **own}


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
        self._eight_bit = system == "256"
        own = _column(5 if dark else 6) if system in ("standard", "windows") else {}
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
        self._color = lru_cache(maxsize=4096)(self._nearest)

    @property
    def colours(self) -> "Colours":
        """What pictures are drawn in."""
        from tui.core.figure.colours import Colours

        roles = tuple(_number(color) for color in self._roles)
        return Colours(roles, _number(self._ground), self._known, self._eight_bit)

    def _style(self, ink: int, paper: int) -> Style:
        back = self._paper if paper & GROUND else self._color(paper)
        if not ink:
            return Style(bgcolor=back)
        return Style(color=self._color(ink & COLOUR), bgcolor=back, bold=bool(ink & BOLD))

    def _nearest(self, code: int) -> RichColor:
        """Return one of the colours of `tui.core.figure.colours`, or what comes nearest."""
        color = Color(*rgb(code))
        return (nearest(color) if self._eight_bit else color).rich_color

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
