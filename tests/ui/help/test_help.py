"""Help: all keys of the screen it was opened from."""

import pytest

from tests.ui.screen_text import screen_text
from tui.ui.app.app import UnhunchApp
from tui.ui.help.help import SCREENS, HelpScreen
from tui.ui.home.home import HomeScreen
from tui.ui.keys.commands import TITLES, commands_in, commands_of
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("no_drawing")


async def test_every_command_is_told_with_its_keys(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        text = screen_text(app)
        for command in commands_of("home"):
            assert command.help in text or f"{command.name}: " in text
            assert command.all_keys in text
        assert text.index("Everywhere") < text.index("Not now") < text.index("Yes: Nothing is offered now")


async def test_tab_goes_round_the_keys_of_the_other_screens(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        first = screen_text(app)
        await pilot.press("tab")
        second = screen_text(app)
        assert "skip to the next movement" in second and "start what is highlighted" not in second
        assert "Not now" not in second
        await pilot.press(*["tab"] * (len(SCREENS) - 1))
        assert screen_text(app) == first


@pytest.mark.parametrize("group", SCREENS)
@pytest.mark.parametrize("size", [(100, 32), (160, 48)])
async def test_two_columns_hold_all_keys_of_a_screen(
    services: Services, group: str, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        app.push_screen(HelpScreen(services, group))
        await pilot.pause()
        text = screen_text(app)
        assert "more lines" not in text
        title, everywhere = (
            next(line for line in text.splitlines() if word in line) for word in (TITLES[group], "Everywhere")
        )
        assert title == everywhere
        others = [other for other in SCREENS if other != group and f" {TITLES[other]} " in text]
        assert bool(others) is (size[1] > 40)
        assert all(command.help in text for other in others for command in commands_in(other))


async def test_it_scrolls_where_it_does_not_fit_and_goes_back(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        first = screen_text(app)
        assert "more lines" in first and "start what is highlighted" in first
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


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (92, 18)])
async def test_no_command_is_cut_and_none_is_left_out(services: Services, size: tuple[int, int]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        keys = app.screen.list
        seen: set[str] = set()
        for _ in range(60):
            *lines, last = [line.plain for line in keys.draw(keys.size)]
            if "more lines" in last:
                assert len(lines) + 1 == keys.size.height
            seen |= {part.strip() for line in (*lines, last) for part in line.split("  ")}
            keys.scroll_rows(1)
        assert {"find a command by name (^ is Ctrl)", "learn the sounds", "Not now"} <= seen
