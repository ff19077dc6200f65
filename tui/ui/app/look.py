"""Which theme and which characters the settings come to in this terminal."""

from collections.abc import Container

from textual.app import App
from textual.theme import Theme

from tui.core.settings.settings import Settings
from tui.core.terminal.questions import Answers
from tui.ui.kit.services import Surroundings
from tui.ui.kit.themes import AUTO, DARK, LIGHT


def refresh_all(app: App[None]) -> None:
    """Draw every widget of every screen anew, after the characters have changed."""
    for screen in app.screen_stack if app.is_running else ():
        for widget in screen.query("*"):
            widget.refresh(layout=True)


OWN: tuple[Theme, ...] = (DARK, LIGHT)
"""The themes of our own."""
_LIGHT_OF_16 = "ansi-light"


def theme_of(settings: Settings, themes: Container[str], answers: Answers, terminal: Surroundings) -> str:
    """Return the theme that was chosen, or the one of our own that is as light or dark as the terminal."""
    if settings.theme != AUTO:
        return settings.theme if settings.theme in themes else DARK.name
    dark = answers.dark
    light = terminal.light if dark is None else not dark
    if not light:
        return DARK.name
    return _LIGHT_OF_16 if terminal.few_colours else LIGHT.name


def is_ascii_only(settings: Settings, answers: Answers, terminal: Surroundings) -> bool:
    """Whether nothing but ASCII is drawn: also where lines and circles take two cells each."""
    able = settings.glyphs == "unicode" or (settings.glyphs == AUTO and terminal.unicode)
    return bool(answers.wide) or not able
