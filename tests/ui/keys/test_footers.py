"""What the last line offers: the most useful keys first, and a question its own."""

import re

import pytest

from tests.ui.session.guided import guided, request_for, undrawn  # noqa: F401
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("undrawn")

HOME = {
    (60, 18): ["enter Start", "+/- Reps", "i How to"],
    (80, 24): ["enter Start", "+/- Reps", "i How to", "h History", "s Settings"],
    (120, 36): ["enter Start", "+/- Reps", "i How to", "h History", "s Settings", "l Sounds", "space Tick"],
}


@pytest.mark.parametrize("size", HOME, ids=str)
async def test_home_shows_its_most_useful_keys_and_the_help_all(
    services: Services, size: tuple[int, int]
) -> None:
    async with guided(services, "home", size) as run:
        await run.press("down")
        line = run.text().splitlines()[-1]
        assert all(entry in line for entry in [*HOME[size], "? Keys", "q Quit", "^p"])
        await run.press("question_mark")
        text = run.text()
        assert "more lines: down or space scrolls" in text or size == (120, 36)
        await run.press("space", "space", "space")
        assert "Ctrl+c" in run.text()
        await run.press(*["pageup"] * 4)
        assert "start the highlighted exercise" in run.text()


@pytest.mark.parametrize("width", [80, 100, 140])
async def test_the_palettes_key_is_named_where_there_is_room(services: Services, width: int) -> None:
    async with guided(services, "home", (width, 30)) as run:
        for key in ("s", "h", "l"):
            await run.press(key)
            line = run.text().splitlines()[-1].rstrip()
            bare = line.removesuffix(" Commands")
            assert bare.endswith("^p")
            gap = max(map(len, re.findall(" {2,}", bare.strip())), default=2) + len(line) - len(bare)
            assert (bare != line) == (gap - 2 >= len(" Commands"))
            await run.press("escape")


async def test_a_paused_session_offers_to_go_on(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(6)
        for name in ("Pause", "Go on", "Pause"):
            assert f"space {name}" in run.text().splitlines()[-1]
            await run.press("space")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_leave_question_shows_its_own_keys(services: Services, size: tuple[int, int]) -> None:
    async with guided(services, request_for(services), size) as run:
        session = run.screen
        await run.press("escape")
        line = run.text().splitlines()[-1]
        assert line.strip() == "enter Resume  f Finish here  x/esc Discard"
        await run.pilot.click("FooterLine", offset=(20, 0))
        await run.pilot.pause()
        assert session.farewell.startswith("Nothing was counted")
