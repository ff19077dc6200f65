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
def written() -> tuple[tuple[Color, Lab], ...]:
    """Return what Rich writes as each of the colours that it can write, with how that colour looks.

    Rich counts greys from their lightness in 25ths: it writes the palette's own light greys one too dark,
    and grey n of 24 for a lightness of n / 25.
    """
    lightnesses = ((231 + step, round(step * 10.2)) for step in range(1, 25))
    greys = {number: Color(light, light, light) for number, light in lightnesses}
    asked = ((number, greys.get(number, xterm_color(number))) for number in range(16, 256))
    return tuple(
        (color, rgb_to_lab(xterm_color(number)))
        for number, color in asked
        if color.rich_color.downgrade(ColorSystem.EIGHT_BIT).number == number
    )


@lru_cache(maxsize=512)
def nearest(color: Color) -> Color:
    """Return what Rich writes as the colour of xterm's palette that looks most like an opaque one."""
    wanted = rgb_to_lab(color)
    return min(
        written(),
        key=lambda known: (
            _LIGHTNESS * (known[1].L - wanted.L) ** 2
            + (known[1].a - wanted.a) ** 2
            + (known[1].b - wanted.b) ** 2
        ),
    )[0]
