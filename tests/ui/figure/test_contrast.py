"""The figure stands out from what is behind it: computed contrasts of the colours that it is drawn in."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn
from tui.core.figure.frame import Role
from tui.ui.figure.figure_colours import ROLES, FigureColours
from tui.ui.kit.themes import DARK, LIGHT, contrast

LEAST = 3.0
"""What WCAG 2 asks of graphics."""
VGA = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
"""Sixteen colours as their names have it, by which a picture asks for them."""
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
"""How xterm 379 shows them; its dark yellow is no brown."""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("style", ["auto", "ascii"])
@pytest.mark.parametrize("system", ["truecolor", "256"])
async def test_person_chair_and_region_stand_out(
    monkeypatch: pytest.MonkeyPatch, theme: Theme, style: str, system: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    async with Stand(people.exercise(people.ARCH)).run_test(size=(60, 30)) as pilot:
        pilot.app.register_theme(theme)
        pilot.app.theme = theme.name
        figure = await drawn(pilot)
        figure.style_name = style
        await pilot.pause()
        colours, paper = figure.palette.colours, figure.background_colors[1]
    for role in (Role.CHAIR, Role.SLEEVE, Role.REGION, Role.TROUSERS) if style == "ascii" else (Role.CHAIR,):
        assert contrast(Color(*colours.rgb(role)), paper) >= LEAST, role


@pytest.mark.parametrize(("dark", "ground"), [(True, "#000000"), (False, "#ffffff")])
def test_sixteen_colours_stand_out_as_xterm_shows_them(dark: bool, ground: str) -> None:
    """Bold ones too, which many terminals show as the bright colour of the same name."""
    shown = dict(zip(VGA.split(), XTERM.split(), strict=True))
    paper = Color.parse(ground)
    colours = FigureColours(dict.fromkeys(ROLES, paper), paper, dark, "standard").colours
    for role in (
        Role.HAIR,
        Role.SKIN,
        Role.SHIRT,
        Role.TROUSERS,
        Role.CHAIR,
        Role.REGION,
        Role.GHOST,
        Role.ARROW,
    ):
        name = "".join(f"{part:02x}" for part in colours.rgb(role))
        bright = VGA.split()[VGA.split().index(name) | 8]
        for color in (shown[name], shown[bright]) if role == Role.REGION else (shown[name],):
            assert contrast(Color.parse(f"#{color}"), paper) >= LEAST, role
