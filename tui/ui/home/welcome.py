"""The first start: what this is, the safety line, desk days, sound and picture; Enter accepts all."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.widget import Widget
from textual.widgets import Static

from tui.core.exercises.exercise import Exercise
from tui.core.figure.style import ASCII, NO_MOSAIC, STYLE_NAMES
from tui.core.settings.settings import ALL_DAYS, FROM_THE_FIRST, WORKDAYS, DeskDays
from tui.core.settings.settings_json import with_desk_days
from tui.core.sound.cue import Way
from tui.core.text.glyphs import UNICODE
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import glyphs_of, size_class
from tui.ui.kit.services import Services
from tui.ui.settings.week_days import WeekDays
from tui.ui.sounds.sound_checking import SoundCheckScreen

WHAT = (
    "Two seated stretches for an upper back that gets sore at a desk. "
    "The figure shows the pace, sounds count for you: about a minute a set."
)
SAFETY = "Not medical advice: move within comfort, stop if it hurts, and ask a professional."
SOUNDS = {Way.BOTH: "words and tones", Way.WORDS: "words only", Way.TONES: "tones only", None: "silent"}
"""What is heard in a session, by the way of its cues; None where nothing is."""


class WelcomeScreen(SoundCheckScreen):
    """Shown once, before Home."""

    GROUP = "welcome"
    TITLE = "unhunch"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("welcome")]
    DEFAULT_CSS = """
    WelcomeScreen #content { align: center middle; }
    WelcomeScreen #columns { height: 100%; padding: 0 1; }
    WelcomeScreen #middle { width: 58; height: 100%; align: center middle; }
    WelcomeScreen #welcome { height: auto; }
    WelcomeScreen #welcome Static { margin-bottom: 1; }
    WelcomeScreen #welcome #asked, WelcomeScreen #welcome #go-on { margin-bottom: 0; }
    WelcomeScreen #safety { color: $quiet; }
    WelcomeScreen Static { link-color: $cool; link-style: bold; link-background-hover: $bar; }
    WelcomeScreen LoopedFigure { display: none; height: 100%; }
    WelcomeScreen LoopedFigure > #caption { text-align: left; padding-left: 1; }
    WelcomeScreen LoopedFigure.-chosen { display: block; }
    WelcomeScreen.-wide #columns { max-height: 26; }
    WelcomeScreen.-broad #columns { max-height: 44; max-width: 180; }
    WelcomeScreen.-wide LoopedFigure { display: block; }
    WelcomeScreen.-wide LoopedFigure.-plain { display: none; }
    WelcomeScreen.-compact #middle { width: 100%; }
    WelcomeScreen.-compact #welcome { width: 56; }
    WelcomeScreen.-compact LoopedFigure { display: none; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.days = WeekDays(ALL_DAYS)
        self.days_line = Static(id="days")
        self.way: Way | None = Way.BOTH
        self.sound_line = Static(id="sound")
        self.looks = [
            LoopedFigure(services.clock.monotonic, partial(self._caption, n), services.shelf)
            for n in range(2)
        ]
        """The picture in ASCII, and as a mosaic."""
        self._is_new = False

    def content(self) -> Iterable[Widget]:
        """Return the text, and the picture in both looks on its sides."""
        text = Vertical(
            Static(WHAT),
            Static(SAFETY, id="safety"),
            Static("Days at your desk, on which a set is due:", id="asked"),
            self.days_line,
            self.sound_line,
            Static(Content.assemble(self._key("accept"), " accepts all: to Home"), id="go-on"),
            id="welcome",
            classes="panel -lit",
        )
        text.border_title = "Welcome"
        text.styles.padding = 1, 3
        yield Horizontal(self.looks[0], Vertical(text, id="middle"), self.looks[1], id="columns")

    def on_mount(self) -> None:
        """Show the weekdays: those of most desks, unless something was done already by other rules."""
        self._is_new = not self.services.history.days() and not self.settings.desk_days
        self.days.chosen = WORKDAYS if self._is_new else ALL_DAYS
        self._show()
        self.settings_changed()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move."""
        for look in self.looks:
            look.go_on()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        for look in self.looks:
            look.halt()

    def settings_changed(self) -> None:
        """Show the picture in both looks, and which is chosen."""
        mosaic = self.settings.mosaic_style if self._is_plain else self.settings.figure_style
        for look, style in zip(self.looks, (ASCII, mosaic), strict=True):
            shown = self.settings._replace(figure_style=style)
            look.perform(self.services.catalogue.bundled, shown, self.port.motion())
        plain = self._is_plain or not self._has_mosaic
        self.looks[0].set_class(plain, "-chosen")
        self.looks[1].set_class(not plain, "-chosen")
        self.looks[1].set_class(not self._has_mosaic, "-plain")

    def on_resize(self, _: Resize) -> None:
        """Tell the key beside the picture that it takes."""
        for look in self.looks:
            look.recaption()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        match command_id.partition(".")[2]:
            case "style" if size_class(*self.app.size) == "-compact":
                return "A larger window shows the picture."
            case "sound" if self.way is None:
                return "Silent is chosen: nothing is heard."
            case "back":
                return "Enter goes on, q quits."
        return None

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
        """Have the cues given in words and tones, in words, in tones, or not at all."""
        ways = list(SOUNDS)
        self.way = ways[(ways.index(self.way) + 1) % len(ways)]
        self._show()

    def action_style(self) -> None:
        """Draw the figure in its other look."""
        if self._has_mosaic:
            style = self.settings.mosaic_style if self._is_plain else ASCII
            self.port.change_settings(self.settings._replace(figure_style=style))
        else:
            self.say(NO_MOSAIC)

    def action_accept(self) -> None:
        """Keep the desk days and the sound and go on; this screen does not come again."""
        days = self.settings.desk_days
        if self._is_new:
            days = (DeskDays(FROM_THE_FIRST, self.days.chosen),)
        elif self.days.chosen != ALL_DAYS:
            days = with_desk_days(self.settings, self.days.chosen, self.port.today())
        chosen = self.settings._replace(desk_days=days, welcomed=True, voice_offered=True)
        heard = {"cues": self.way} if self.way else {"sounds": False}
        self.port.change_settings(chosen._replace(**heard))
        self.dismiss()

    @property
    def _is_plain(self) -> bool:
        return self.settings.figure_style == ASCII

    @property
    def _has_mosaic(self) -> bool:
        return self.looks[1].figure.look != ASCII

    def _caption(self, at: int, exercise: Exercise) -> Content:
        """Return the exercise over the look that it is shown in, and the key that takes the other one."""
        look, other = self.looks[at], self.looks[1 - at]
        chosen = look.has_class("-chosen")
        mark = glyphs_of(self).counted if chosen else glyphs_of(self).open
        told = Content.styled(f"{mark} {STYLE_NAMES[look.figure.look]}", "bold $hot" if chosen else "")
        if self._has_mosaic and not (chosen and self.has_class("-wide")):
            does = STYLE_NAMES[other.figure.look] if chosen else "takes it"
            told = Content.assemble(told, "   ", self._key("style"), f" {does}")
        return Content.assemble(exercise.name, "\n", told)

    def _show(self) -> None:
        glyphs = glyphs_of(self)
        self.days_line.update(
            self.days.line("{tick} {name:.3} " if glyphs is UNICODE else "[{tick}]{name:.3}", glyphs)
        )
        keys = self._key("cues"), " changes it   ", self._key("sound"), " plays it"
        self.sound_line.update(Content.assemble(f"Sound: {SOUNDS[self.way]:<18}", *keys))

    def _key(self, verb: str) -> Content:
        """Return the key of a command; a click on it is as good."""
        command = next(each for each in self.commands if each.verb == verb)
        return Content.from_markup(f"[@click=screen.command('{command.id}')]$key[/]", key=command.key)
