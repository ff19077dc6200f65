"""Where one can go from Home, and from everywhere by the palette."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui.ui.kit.base import AppPort
from tui.ui.kit.services import Services

PLACES = ("history", "settings", "sounds", "gallery")
"""Their verbs in Home's commands."""

Place = tuple[Screen[Any], Callable[[Any], None] | None]
"""A screen, and what becomes of what it is dismissed with."""


def place(verb: str, services: Services, port: AppPort, exercise: str = "") -> Place:
    """Return the screen of one of `PLACES`; each is loaded only now, not for the first paint.

    Args:
        verb: which one.
        services: as for every screen.
        port: the app.
        exercise: the id of the one that is highlighted; empty where none is.
    """
    if verb == "history":
        from tui.ui.history.history import HistoryScreen

        return HistoryScreen(services), None
    if verb == "settings":
        from tui.ui.settings.settings import SettingsScreen

        return SettingsScreen(services), None
    if verb == "sounds":
        from tui.ui.sounds.sounds import SoundsScreen

        return SoundsScreen(services), None
    from tui.ui.home.gallery import GalleryScreen

    return GalleryScreen(services, exercise), lambda path: port.show_own(path.stem) if path else None
