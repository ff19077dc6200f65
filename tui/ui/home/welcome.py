"""The first start: what this is, the safety line, the desk days; Enter accepts all."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.core.settings.settings import ALL_DAYS
from tui.core.settings.settings_json import with_desk_days
from tui.ui.keys.commands import bindings
from tui.ui.kit.services import Services
from tui.ui.settings.week_days import WeekDays
from tui.ui.sounds.sound_checking import SoundCheckScreen

WHAT = (
    "Two seated stretches for an upper back that gets sore at a desk, in about a minute.",
    "The figure moves at the pace to move at; sounds, words and digits count for you.",
)
SAFETY = (
    "General information, not medical advice: move within comfort, stop if it hurts, and ask a professional."
)


class WelcomeScreen(SoundCheckScreen):
    """Shown once, before Home."""

    GROUP = "welcome"
    TITLE = "unhunch"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("welcome")]
    DEFAULT_CSS = """
    WelcomeScreen #content { align: center middle; }
    WelcomeScreen #welcome { width: 64; max-width: 100%; height: auto; padding: 0 2; }
    WelcomeScreen #welcome Static { width: 100%; margin-bottom: 1; }
    WelcomeScreen #welcome #days { margin-bottom: 1; }
    WelcomeScreen.-compact #welcome { padding: 0 1; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.days = WeekDays(ALL_DAYS)
        self.days_line = Static(id="days")

    def content(self) -> Iterable[Widget]:
        """Return one column of text around the weekdays."""
        yield Vertical(
            Static(Content.styled("Welcome.", "bold $hot")),
            Static(Content("\n".join(WHAT))),
            Static(Content.styled(SAFETY, "$quiet")),
            Static(Content("On which days are you at your desk? A set is due on those.")),
            self.days_line,
            Static(
                Content.assemble(
                    ("enter", "bold $cool"),
                    " starts with these.  ",
                    ("space", "bold $cool"),
                    " ticks.  ",
                    ("t", "bold $cool"),
                    " tries the sound.",
                )
            ),
            id="welcome",
        )

    def on_mount(self) -> None:
        """Show the weekdays."""
        self._show()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        return "Enter goes on, q quits." if command_id == "everywhere.back" else None

    def action_left(self) -> None:
        """Highlight the weekday before."""
        self.days.move(-1)
        self._show()

    def action_right(self) -> None:
        """Highlight the weekday after."""
        self.days.move(1)
        self._show()

    def action_tick(self) -> None:
        """Make the weekday a desk day, or a free one."""
        if not self.days.toggle():
            self.say("At least one day must be a desk day.")
        self._show()

    def action_accept(self) -> None:
        """Keep the desk days and go on; this screen does not come again."""
        days = self.settings.desk_days
        if self.days.chosen != ALL_DAYS:
            days = with_desk_days(self.settings, self.days.chosen, self.shell.today())
        self.shell.change_settings(replace(self.settings, desk_days=days, welcomed=True))
        self.dismiss()

    def _show(self) -> None:
        self.days_line.update(self.days.line())
