"""The app's frame: opening, leaving, sizes, keys of the screen before."""

from textual._context import active_message_pump
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

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


async def test_two_sizes_under_way_at_once_end_in_the_last(services: Services) -> None:
    """A screen of textual 8.2.8 sends itself the size that it was laid out to: two would go on for ever."""
    sizes: list[Size] = []

    def note(message: Message) -> None:
        if isinstance(message, Resize) and active_message_pump.get() is app.screen:
            sizes.append(message.size)
            assert len(sizes) <= 4, "they go on"

    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24), message_hook=note) as pilot:
        await pilot.pause()
        sizes.clear()
        for height in (25, 24, 25, 24):
            app.screen.post_message(Resize(Size(80, height), Size(80, height)))
            app.screen.call_later(lambda: None)
        for _ in range(20):
            await pilot.pause()
        assert sizes[-1] == Size(80, 24)
        assert app.screen.outer_size == Size(80, 24)
