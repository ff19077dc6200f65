"""Without colours the figure is drawn in ASCII, in greys, and its characters tell its parts apart."""

import pytest

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn, rows


@pytest.mark.parametrize("system", ["truecolor", "standard"])
async def test_without_colours_the_characters_carry_the_meaning(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    monkeypatch.setenv("NO_COLOR", "1")
    async with Stand(people.exercise(people.ROTATE)).run_test(size=(48, 20)) as pilot:
        figure = await drawn(pilot)
        text = "\n".join(rows(figure))
        assert text.isascii() and "##" in text and "%%" in text
        styles = [part.style for y in range(20) for part in figure.render_line(y) if part.style]
        text_color, ground = figure.styles.color, figure.background_colors[1]
        assert {style.bgcolor for style in styles} == {ground.rich_color}
        for style in styles:
            if style.color:
                red, green, blue = style.color.get_truecolor()
                assert max(red, green, blue) - min(red, green, blue) < 24, "a grey, or nearly"
        assert any(style.bold for style in styles), "the region's characters are bold"
        assert text_color
