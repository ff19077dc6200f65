"""Colours that can be read: the two themes of our own, and text colours derived for every other one."""

from bisect import bisect_left
from collections.abc import Sequence

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

AUTO = "auto"
"""Stands for whichever of our own themes is as light or dark as the terminal."""
ACCENT = "#E69F00"
"""Okabe and Ito's orange: the working region and whatever is highlighted."""
CALM = "#56B4E9"
"""Okabe and Ito's sky blue: the ghost, the arrows and the keys."""
SHADES = 3
"""Of a day in the calendar."""
LEAST_CONTRAST = 4.5
"""WCAG 2's ratio for text, level AA."""

DARK = Theme(
    name="unhunch-dark",
    dark=True,
    primary=CALM,
    secondary=CALM,
    accent=ACCENT,
    warning="#E8B04A",
    error="#F08A80",
    success="#7CC79A",
    foreground="#D9DEE4",
    background="#12161B",
    surface="#171C22",
    panel="#222931",
    text_alpha=1.0,
)
LIGHT = Theme(
    name="unhunch-light",
    dark=False,
    primary="#0B6699",
    secondary="#0B6699",
    accent="#A65200",
    warning="#7A4F00",
    error="#B3261E",
    success="#1E6B3C",
    foreground="#20262D",
    background="#FAF8F4",
    surface="#F2F1EF",
    panel="#E8E8E4",
    text_alpha=1.0,
)


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes, our own first."""
    return (DARK.name, LIGHT.name, *sorted(BUILTIN_THEMES))


def text_colours(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """Return the variables of our own for `theme`: text that is `$hot`, `$cool` or `$quiet`, lines and bars.

    Args:
        theme: the theme in force.
        variables: what it comes to, by name, as Textual generates them.
    """
    if theme.ansi:
        return {
            "hot": "ansi_yellow" if theme.dark else "ansi_red",
            "cool": "ansi_cyan" if theme.dark else "ansi_blue",
            "quiet": variables["foreground"],
            "rule": "ansi_bright_black",
            "bar": variables["ansi-background"],
            **{f"heat-{shade}": ("ansi_yellow" if theme.dark else "ansi_red") for shade in range(SHADES)},
        }
    grounds = tuple(Color.parse(variables[name]) for name in ("background", "surface", "panel"))
    foreground = Color.parse(variables["foreground"])
    hot = readable(Color.parse(variables["accent"]), grounds, foreground)
    heat = shades(grounds[0], hot, SHADES)
    return {
        "hot": hot.hex,
        **{f"heat-{shade}": colour.hex for shade, colour in enumerate(heat)},
        "cool": readable(Color.parse(variables["primary"]), grounds, foreground).hex,
        "quiet": readable(grounds[0].blend(foreground, 0.55), grounds, foreground).hex,
        "rule": grounds[0].blend(foreground, 0.28).hex,
        "bar": grounds[-1].hex,
    }


def shades(ground: Color, brightest: Color, steps: int) -> list[Color]:
    """Return colours from little to `brightest`, each with the same contrast to the one before it."""
    ratio = contrast(brightest, ground) ** (1 / steps)
    percents = range(100)

    def reached(percent: int) -> float:
        return contrast(ground.blend(brightest, percent / 100), ground)

    places = (bisect_left(percents, ratio**step, key=reached) for step in range(1, steps + 1))
    return [ground.blend(brightest, place / 100) for place in places]


def readable(colour: Color, grounds: Sequence[Color], foreground: Color) -> Color:
    """Return `colour`, moved as little towards `foreground` as its contrast on every ground asks for."""
    for percent in range(0, 101, 4):
        mixed = colour.blend(foreground, percent / 100)
        if min(contrast(mixed, ground) for ground in grounds) >= LEAST_CONTRAST:
            return mixed
    return foreground


def contrast(one: Color, other: Color) -> float:
    """Return WCAG 2's contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Return WCAG 2's relative luminance, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
