"""Keys that move between units and exercises, also past the last one."""

import pytest

from tests.ui.session.guided import guided, request_for, undrawn  # noqa: F401
from tui.ui.home.home import HomeScreen
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_keys_move_between_units_and_exercises(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(6)
        await run.press("n")
        assert run.word == "READY"
        await run.pass_time(3)
        assert run.word == "RIGHT"
        await run.press("p")
        await run.pass_time(3)
        assert run.word == "LEFT"
        await run.press("tab")
        assert (run.word, run.title) == ("NEXT", "Both stretches, 2 of 2: Sit and Arch")
        await run.press("tab", "f")
        assert isinstance(run.app.screen, HomeScreen) is False
        assert run.records == []


@pytest.mark.parametrize("keys", [["tab", "tab"], ["n"] * 9, ["space", "tab", "tab"]])
async def test_a_session_of_which_nothing_is_counted_is_not_skipped_to_its_end_unasked(
    services: Services, keys: list[str]
) -> None:
    async with guided(services, request_for(services)) as run:
        session = run.screen
        await run.pass_time(6)
        await run.press(*keys)
        assert "Leave the session?" in run.text()
        await run.press("escape")
        assert run.app.screen is session and not session.over


async def test_a_skip_to_the_end_keeps_what_was_counted(services: Services) -> None:
    async with guided(services, request_for(services, "rotate")) as run:
        await run.pass_time(10)
        await run.press("tab")
        assert [record.partial for record in run.records] == [True]
