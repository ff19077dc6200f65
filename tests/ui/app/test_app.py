"""The app's frame: opening, leaving, sizes, keys of the screen before."""

from tui.ui.app.app import UnhunchApp
from tui.ui.home.home import HomeScreen
from tui.ui.kit.services import Services


async def test_home_opens(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_q_quits(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
    assert app.return_code == 0


async def test_ctrl_c_quits(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+c")
    assert app.return_code == 0


async def test_dimmed_key_says_why(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        assert "q quits" in screen.notice.text
