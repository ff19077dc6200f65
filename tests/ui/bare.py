"""The app over an empty screen, for a screen of which Home and its figure are no part."""

from pathlib import Path
from typing import ClassVar

from textual.events import Mount
from textual.screen import Screen

from tui.ui.app import app as app_module
from tui.ui.app.app import UnhunchApp


class BareApp(UnhunchApp):
    """The app, without Home under what is opened."""

    CSS_PATH: ClassVar = [Path(app_module.__file__).parent / "app.tcss"]

    def get_default_screen(self) -> Screen[None]:
        """Return an empty screen."""
        return Screen(id="_default")

    def on_mount(self, event: Mount) -> None:
        """Open nothing."""
        event.prevent_default()
