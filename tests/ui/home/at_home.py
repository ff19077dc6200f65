"""What the tests of Home share."""

from textual.pilot import Pilot

from tui.ui.app.app import UnhunchApp
from tui.ui.home.home import HomeScreen

SIZE = (100, 32)


def home(app: UnhunchApp) -> HomeScreen:
    screen = app.screen
    assert isinstance(screen, HomeScreen)
    return screen


async def settle(pilot: Pilot[None]) -> None:
    """Let the facts be read and shown."""
    for _ in range(3):
        await pilot.pause()
