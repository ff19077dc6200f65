"""The figure stands out from what is behind it: computed contrasts of the colours that it is drawn in."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn
from tui.core.figure.frame import Role
from tui.ui.kit.themes import DARK, LIGHT, contrast

LEAST = 3.0
"""What WCAG 2 asks of graphics."""


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
