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
    """Let the figure be drawn, and then the facts be read and shown."""
    for _ in range(4):
        await pilot.pause()
        while any(worker.is_running for worker in pilot.app.workers):
            await pilot.pause(0.005)
