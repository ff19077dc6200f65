"""Help: all keys of the screen it was opened from."""

import pytest

from tests.ui.screen_text import screen_text
from tui.ui.app.app import UnhunchApp
from tui.ui.help.help import HelpScreen
from tui.ui.home.home import HomeScreen
from tui.ui.keys.commands import commands_of
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("no_drawing")


async def test_every_command_is_told_with_its_keys(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = screen_text(app)
        for command in commands_of("home"):
            assert command.help in text and command.all_keys in text
        assert text.index("Everywhere") < text.index("Not now") < text.index("(Nothing is offered now)")
        assert "On other screens" in text and "order the list by its next column" in text


async def test_it_scrolls_where_it_does_not_fit_and_goes_back(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        first = screen_text(app)
        assert "more lines" in first and "start the highlighted exercise" in first
        await pilot.press("down", "j")
        assert screen_text(app) != first
        await pilot.press("up", "k")
        assert screen_text(app) == first
        await pilot.press("pagedown")
        assert "^c" in screen_text(app)
        await pilot.press(*["space"] * 4)
        assert "This is the first screen" in screen_text(app) and "more lines" not in screen_text(app)
        await pilot.press(*["pageup"] * 6)
        assert screen_text(app) == first
        for key in ("escape", "question_mark", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)
            await pilot.press("question_mark")
            await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (100, 32), (100, 30), (120, 34)])
async def test_rows_are_used_before_more_are_told_of(services: Services, size: tuple[int, int]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        *lines, last = [line.plain for line in app.screen.list.draw(app.screen.list.size)]
        assert "more lines" in last and len(lines) + 1 == app.screen.list.size.height
        assert lines[-1] or lines[-2]
