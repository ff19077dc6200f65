"""Screens use their room: a share of the cells, no large hole, no line of text too long to read."""

import re
from pathlib import Path

import pytest

from tests.ui.ink import largest_empty, share, used_cells
from tests.ui.screen_text import screen_lines
from tests.ui.views import VIEWS, shown

USED = {"home": 0.35, "holding": 0.35, "history": 0.40, "how to": 0.30}
"""The least share of the cells that is used at 100x32, while no notice is shown."""
SPACIOUS = tuple(VIEWS)
LONGEST = 90
"""Cells of a line that is read."""
APART = re.compile("[\N{BOX DRAWINGS LIGHT HORIZONTAL}-\N{BOX DRAWINGS HEAVY LEFT AND LIGHT RIGHT} ]{2,}")
"""Lines, and blanks between two things."""


@pytest.mark.parametrize("name", USED)
async def test_the_share_of_the_cells_that_is_used(name: str, tmp_path: Path) -> None:
    async with shown(name, tmp_path, (100, 32)) as place:
        place.app.say("")
        await place.pilot.pause()
        assert share(used_cells(place.app)) >= USED[name]


@pytest.mark.slow
@pytest.mark.parametrize("size", [(160, 48), (200, 60)], ids=str)
@pytest.mark.parametrize("name", SPACIOUS)
async def test_no_hole_is_larger_than_a_fifth(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with shown(name, tmp_path, size) as place:
        cells, where = largest_empty(used_cells(place.app))
        assert cells <= size[0] * size[1] / 5, where


@pytest.mark.slow
@pytest.mark.parametrize("name", SPACIOUS)
async def test_no_line_of_text_is_too_long(name: str, tmp_path: Path) -> None:
    async with shown(name, tmp_path, (200, 60)) as place:
        for line in screen_lines(place.app)[1:-1]:
            for text in APART.split(line):
                assert len(text) <= LONGEST, text
