"""Without colours the body stands out in reverse video, and characters tell its parts apart."""

import pytest

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn, rows
from tui.core.figure.frame import SOLID, Role
from tui.core.figure.pose import PoseAt
from tui.ui.figure.figure import Figure
from tui.ui.figure.palette import ROLES


def solid(figure: Figure, role: str) -> bool:
    """Whether cells of this role are in reverse video."""
    assert figure._palette and figure._frame
    number = ROLES.index(role)
    return any(
        figure._palette.style(line.ink[x], line.tone[x], fill, line.shade[x]).reverse
        for line in figure._frame.lines
        for x, fill in enumerate(line.fill)
        if fill == number
    )


async def test_without_colours_the_characters_carry_the_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    monkeypatch.setenv("NO_COLOR", "1")
    async with Stand(people.exercise(people.ROTATE)).run_test(size=(48, 20)) as pilot:
        figure = await drawn(pilot)
        text = "\n".join(rows(figure))
        assert "##" in text and ".." in text and "%%" in text
        styles = [part.style for y in range(20) for part in figure.render_line(y) if part.style]
        text_color, ground = figure.get_component_styles("figure--none").color, figure.background_colors[1]
        assert {style.bgcolor for style in styles} == {ground.rich_color}
        greys = {style.color for style in styles if style.color}
        assert greys <= {ground.blend(text_color, share / 1000, 1.0).rich_color for share in range(1001)}
        assert any(style.bold for style in styles), "the region's characters are bold"
        for role in ("skin", "shirt", "hair", "trousers", "region", "chair"):
            assert solid(figure, role) == (Role[role.upper()] in SOLID), role


@pytest.mark.parametrize(("system", "shades"), [("truecolor", True), ("standard", False)])
async def test_the_ghost_is_a_grey_shadow_where_there_are_greys(
    monkeypatch: pytest.MonkeyPatch, system: str, shades: bool
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    monkeypatch.setenv("NO_COLOR", "1")
    async with Stand(people.exercise(people.ARCH)).run_test(size=(60, 28)) as pilot:
        figure = await drawn(pilot)
        figure.show_pose(PoseAt("end", 0.0), PoseAt("end", 1.0))
        styles = [part.style for y in range(27) for part in figure.render_line(y) if part.style]
        paper = figure.background_colors[1].rich_color
        assert (len({style.bgcolor for style in styles} - {paper}) >= 2) == shades
