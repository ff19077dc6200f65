"""What the last line offers: the most useful keys first, and a question its own."""

import pytest
from textual.screen import ModalScreen

from tests.ui.session.guided import guided, request_for, undrawn  # noqa: F401
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("undrawn")

HOME = {
    (60, 18): ["enter Start", "i How to", "h History"],
    (80, 24): ["enter Start", "i How to", "h History", "s Settings"],
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
        assert ("more lines: down or space scrolls" in run.text()) is (size[0] < 100)
        await run.press(*["space"] * 5)
        assert "how stiff" in run.text()
        await run.press(*["pageup"] * 4)
        assert "start what is highlighted" in run.text()


async def test_the_palettes_key_is_named_unless_one_of_the_first_keys_gives_way(services: Services) -> None:
    async with guided(services, "home", (80, 24)) as run:
        assert run.text().rstrip().endswith("s Settings         ? Keys  q Quit  ^p More")
        await run.pilot.resize_terminal(100, 32)
        assert run.text().rstrip().endswith("l Sounds         ? Keys  q Quit  ^p More")
        await run.pilot.resize_terminal(60, 18)
        assert run.text().rstrip().endswith("h History   ? Keys  q Quit  ^p More")
        await run.press("l")
        assert run.text().rstrip().endswith("^p")


@pytest.mark.parametrize("keys", ["a enter", "s slash", "h a", "space w", "ctrl+p", "l ctrl+p"])
async def test_under_a_box_that_takes_the_keys_none_are_offered(services: Services, keys: str) -> None:
    async with guided(services, "home", (80, 24)) as run:
        *way, last = keys.split()
        await run.press(*way)
        footer = run.text().splitlines()[-1]
        assert "? Keys" in footer
        await run.press(last)
        await run.pilot.pause()
        assert isinstance(run.app.screen, ModalScreen)
        assert "Keys" not in run.text().splitlines()[-1]
        await run.press("escape")
        assert run.text().splitlines()[-1] == footer


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
        assert line.strip() == "enter/esc Resume  f Finish here  x Discard"
        await run.pilot.click("FooterLine", offset=(20, 0))
        await run.pilot.pause()
        assert session.farewell.startswith("Nothing was counted")
