"""The first start: what this is, the safety line, the desk days, the picture; Enter accepts all."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.widget import Widget
from textual.widgets import Static

from tui.adapters.content.shipped import read_letters
from tui.core.figure.style import NO_MOSAIC, STYLE_NAMES
from tui.core.settings.settings import ALL_DAYS, FROM_THE_FIRST, WORKDAYS, DeskDays
from tui.core.settings.settings_json import with_desk_days
from tui.core.sound.cue import Way
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import size_class
from tui.ui.kit.big_word import BigWord
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
KEYS = (
    ("enter", "accepts all: to Home"),
    ("space", "ticks a day"),
    ("a", "ticks them all"),
    ("f", "the other picture"),
)
WAYS = {Way.BOTH: "words and tones", Way.WORDS: "words", Way.TONES: "tones"}


class WelcomeScreen(SoundCheckScreen):
    """Shown once, before Home."""

    GROUP = "welcome"
    TITLE = "unhunch"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("welcome")]
    DEFAULT_CSS = """
    WelcomeScreen #columns { height: 1fr; padding: 0 1; }
    WelcomeScreen #welcome { width: 1fr; height: 100%; padding: 1 3; align-vertical: middle; }
    WelcomeScreen #welcome Static { width: 100%; max-width: 72; margin-bottom: 1; }
    WelcomeScreen #framed { width: 46%; height: 100%; }
    WelcomeScreen #name-drawn { display: none; width: 72; margin-bottom: 2; }
    WelcomeScreen #name-drawn > .big-word--ink { color: $hot; background: $hot; }
    WelcomeScreen #stretches { display: none; }
    WelcomeScreen.-high #stretches { display: block; }
    WelcomeScreen.-high.-wide #name-drawn { display: block; }
    WelcomeScreen #framed #caption { display: none; }
    WelcomeScreen.-regular #framed { display: none; }
    WelcomeScreen.-compact #framed { display: none; }
    WelcomeScreen.-compact #columns { padding: 0; }
    WelcomeScreen.-compact #welcome { padding: 0 1; }
    WelcomeScreen.-compact #welcome Static { margin-bottom: 0; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.days = WeekDays(ALL_DAYS)
        self.days_line = Static(id="days")
        self.cues = Way.BOTH
        self.keys_line = Static(id="keys")
        self.name_drawn = BigWord(read_letters(), ("UNHUNCH",), id="name-drawn")
        self.demo = LoopedFigure(services.clock.monotonic, lambda _: Content(""), services.shelf)
        self._is_new = False
        self._framed = Container(self.demo, id="framed", classes="panel")

    def content(self) -> Iterable[Widget]:
        """Return the text around the weekdays, and the picture beside it."""
        stretches = "\n".join(f"{each.name}: {each.tagline}." for each in self.services.catalogue.bundled)
        self.name_drawn.show("UNHUNCH")
        text = Vertical(
            self.name_drawn,
            Static(Content("\n".join(WHAT))),
            Static(Content(stretches), id="stretches"),
            Static(Content.styled(SAFETY, "$quiet")),
            Static(Content("On which days are you at your desk? A set is due on those.")),
            self.days_line,
            self.keys_line,
            id="welcome",
            classes="panel -lit",
        )
        text.border_title = "Welcome"
        yield Horizontal(text, self._framed, id="columns")

    def on_mount(self) -> None:
        """Show the weekdays: those of most desks, unless something was done already by other rules."""
        self._is_new = not self.services.history.days() and not self.settings.desk_days
        self.days.chosen = WORKDAYS if self._is_new else ALL_DAYS
        self._show()
        self.settings_changed()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move."""
        self.demo.go_on()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        self.demo.halt()

    def settings_changed(self) -> None:
        """Show the picture as it was chosen."""
        self.demo.perform(self.services.catalogue.bundled, self.settings, self.port.motion())
        self._framed.border_title = f"Picture: {STYLE_NAMES[self.demo.figure.look]}"

    def on_resize(self, _: Resize) -> None:
        """Tell the key of the picture only where there is one."""
        self._show()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        if command_id == "welcome.style" and not self._is_pictured:
            return "A wider window shows the picture."
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

    def action_all(self) -> None:
        """Make every weekday a desk day."""
        self.days.chosen = ALL_DAYS
        self._show()

    def action_cues(self) -> None:
        """Have the cues given in words and tones, in words, or in tones."""
        ways = list(Way)
        self.cues = ways[(ways.index(self.cues) + 1) % len(ways)]
        self._show()

    def action_style(self) -> None:
        """Draw the figure in its other look."""
        figure = self.demo.figure
        if figure.switch_look():
            self.port.change_settings(figure.kept_in(self.settings))
        else:
            self.say(NO_MOSAIC)

    def action_accept(self) -> None:
        """Keep the desk days and the cues and go on; this screen does not come again."""
        days = self.settings.desk_days
        if self._is_new:
            days = (DeskDays(FROM_THE_FIRST, self.days.chosen),)
        elif self.days.chosen != ALL_DAYS:
            days = with_desk_days(self.settings, self.days.chosen, self.port.today())
        chosen = replace(self.settings, desk_days=days, cues=self.cues, welcomed=True, voice_offered=True)
        self.port.change_settings(chosen)
        self.dismiss()

    @property
    def _is_pictured(self) -> bool:
        return size_class(*self.app.size) == "-wide"

    def _show(self) -> None:
        self.days_line.update(self.days.line())
        pictured = self._is_pictured
        keys = [
            Content.assemble((key, "bold $cool"), f" {does}") for key, does in KEYS if pictured or key != "f"
        ]
        heard = Content.assemble(
            ("c", "bold $cool"), f" sound: {WAYS[self.cues]}   ", ("t", "bold $cool"), " try it"
        )
        self.keys_line.update(Content("\n").join([*keys, heard]))
