"""Every pair of a text's colour and its ground that the default themes really come to can be read."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from textual.color import Color

from tests.scenes.stage import OFFICE
from tests.ui.fakes import make_services
from tests.ui.ink import cells_of
from tests.ui.screen_text import screen_text
from tests.ui.views import VIEWS, shown
from tui.core.history.heatmap import DayLevel
from tui.core.text.glyphs import UNICODE
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure
from tui.ui.kit.themes import LEAST_CONTRAST, SHADES, contrast

LINES = frozenset(map(chr, (*range(0x2500, 0x2580),)))
"""Borders and tracks: no text."""
GRAPHICS = {DayLevel.PARTIAL.drawn(UNICODE): 3.0}
"""The least contrast of what is told apart by its shape: WCAG 2's ratio for graphics."""
NEIGHBOURS = 1.5
"""The least contrast of two shades of the calendar."""
QUICK = ("home", "history", "settings, days", "delete", "find", "summary")
NAMES = [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in VIEWS]


@pytest.mark.parametrize("theme", ["unhunch-dark", "unhunch-light"])
@pytest.mark.parametrize("name", NAMES)
async def test_every_text_that_is_shown_can_be_read(name: str, theme: str, tmp_path: Path) -> None:
    async with shown(name, tmp_path, (120, 36), OFFICE._replace(theme=theme)) as place:
        rows = cells_of(place.app)
        screen = place.app.screen
        figures = [figure.region for figure in screen.query(Figure)]
        boxes = [child.region for child in screen.children] if screen.is_modal else [screen.region]
        faint: Counter[tuple[str, str]] = Counter()
        for y, row in enumerate(rows):
            for x, (character, style) in enumerate(row):
                if character.strip() == "" or character in LINES or any(r.contains(x, y) for r in figures):
                    continue
                if not any(box.contains(x, y) for box in boxes):
                    continue  # behind a question: dimmed, since nothing there can be used
                assert style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet
                text, ground = Color(*style.color.triplet), Color(*style.bgcolor.triplet)
                if contrast(text, ground) < GRAPHICS.get(character, LEAST_CONTRAST):
                    faint[text.hex, ground.hex] += 1
        assert not faint, faint


@pytest.mark.parametrize("theme", ["unhunch-dark", "unhunch-light"])
def test_neighbouring_shades_of_the_calendar_can_be_told_apart(theme: str, tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    app.theme = theme
    variables = app.get_css_variables()
    colours = [Color.parse(variables[name]) for name in ("background", *(f"heat-{n}" for n in range(SHADES)))]
    for one, other in pairwise(colours):
        assert contrast(one, other) >= NEIGHBOURS


@pytest.mark.parametrize("name", ["leaving", "add"])
async def test_in_the_terminals_own_colours_a_box_hides_no_more_than_it_covers(
    name: str, tmp_path: Path
) -> None:
    async with shown(name, tmp_path, (100, 32), OFFICE._replace(theme="ansi-dark")) as place:
        text = screen_text(place.app)
        assert ("View: rear" if name == "leaving" else "Calendar") in text
