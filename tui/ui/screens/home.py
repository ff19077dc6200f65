"""Home: the menu of exercises, the figure beside it, and how things stand."""

from typing import ClassVar

from textual.binding import BindingType

from tui.ui.command import SHARED
from tui.ui.commands import bindings
from tui.ui.screens.base import BaseScreen


class HomeScreen(BaseScreen[None]):
    """The first screen."""

    GROUP = "home"
    TITLE = "unhunch"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        if command_id == f"{SHARED}.back":
            return "This is the first screen: q quits"
        return None
