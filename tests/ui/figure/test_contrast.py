"""The figure stands out from what is behind it: computed contrasts of what is drawn."""

from collections import defaultdict
from statistics import median

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn
from tui.core.figure.frame import Role
from tui.ui.figure.figure import Figure
from tui.ui.kit.themes import DARK, LIGHT, contrast

LEAST = 3.0
"""What WCAG 2 asks of graphics."""


def contrasts(figure: Figure) -> dict[Role, list[float]]:
    """Return, by role, the contrasts of the cells that it fills."""
    assert figure._palette and figure._frame
    paper, found = figure.background_colors[1], defaultdict(list)
    for line in figure._frame.lines:
        for ink, tone, fill, shade in zip(line.ink, line.tone, line.fill, line.shade, strict=True):
            style = figure._palette.style(ink, tone, fill, shade)
            ground = style.color if style.reverse else style.bgcolor
            if fill and ground:
                found[Role(fill)].append(contrast(Color(*ground.get_truecolor()), paper))
    return found


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colors", [True, False])
@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
async def test_the_chair_stands_out_and_the_arms_do_more_where_it_is_dark(
    monkeypatch: pytest.MonkeyPatch, theme: Theme, colors: bool, id: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    if not colors:
        monkeypatch.setenv("NO_COLOR", "1")
    async with Stand(people.exercise(id)).run_test(size=(60, 30)) as pilot:
        pilot.app.register_theme(theme)
        pilot.app.theme = theme.name
        figure = await drawn(pilot)
        await pilot.pause()
        figure.render_line(0)
        found = contrasts(figure)
    chair = median(found[Role.CHAIR])
    assert chair >= LEAST, chair
    if theme is DARK:
        assert median(found[Role.SLEEVE]) > chair and median(found[Role.HAND]) > chair
