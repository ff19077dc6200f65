"""The colours of terminals that have 256 of them: the nearest by eye, where rounding would change the hue."""

from functools import cache, lru_cache

from rich.color import ColorSystem
from textual.color import Color, Lab, rgb_to_lab

_STEPS = (0, 95, 135, 175, 215, 255)
"""Of red, green and blue in xterm's cube; its 24 greys lie 10 apart from 8 on."""
_LIGHTNESS = 0.5
"""How much a difference in lightness counts beside one in hue."""


def xterm_color(number: int) -> Color:
    """Return colour 16 to 255 of xterm's palette."""
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return Color(grey, grey, grey)
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return Color(_STEPS[red], _STEPS[green], _STEPS[blue])


@cache
def _kept() -> tuple[tuple[Color, Lab], ...]:
    """Return the colours that Rich writes as they are, not as another grey."""
    numbered = ((number, xterm_color(number)) for number in range(16, 256))
    return tuple(
        (color, rgb_to_lab(color))
        for number, color in numbered
        if color.rich_color.downgrade(ColorSystem.EIGHT_BIT).number == number
    )


@lru_cache(maxsize=512)
def nearest(color: Color) -> Color:
    """Return the colour of xterm's palette that looks most like an opaque one."""
    wanted = rgb_to_lab(color)
    return min(
        _kept(),
        key=lambda known: (
            _LIGHTNESS * (known[1].L - wanted.L) ** 2
            + (known[1].a - wanted.a) ** 2
            + (known[1].b - wanted.b) ** 2
        ),
    )[0]
