"""The settings: each takes effect at once and is kept."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise, Side
from tui.core.settings.setting_text import defaults, with_value
from tui.core.settings.settings import ALL_DAYS, Settings
from tui.core.settings.settings_json import with_desk_days
from tui.core.streaks.days import rules_of
from tui.core.text.glyphs import ASCII, progress
from tui.core.text.limits import LOUDEST
from tui.core.timer.demo import about, set_seconds
from tui.core.timer.plan import Plan, make_plan
from tui.ui.figure.figure import Figure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import REGULAR, glyphs_of
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services
from tui.ui.kit.themes import DARK, LIGHT
from tui.ui.kit.told import Told
from tui.ui.settings.find import FindSettingScreen, places_of
from tui.ui.settings.reminders import ReminderNews, RemindersScreen, ReminderWish, ask, reminders_in_brief
from tui.ui.settings.settings_list import SettingRow, SettingsList
from tui.ui.settings.settings_table import DESK_DAYS, LOOKS, REMINDERS, Setting, settings_table
from tui.ui.settings.week_days import WeekDays
from tui.ui.sounds.sound_checking import SoundCheckScreen

TWO_COLUMNS = 120
"""From so many columns on the looks stand beside the other settings, over the figure in them."""

BOXED = 74
"""From so many cells on the ticks of the desk days stand in brackets, in ASCII."""
LOOKS_WIDTHS = ((190, 98), (140, 58), (0, 48))
"""Columns of the terminal, and from there on cells of the looks."""


class SettingsScreen(SoundCheckScreen):
    """One list of settings; nobody must open it.

    Args:
        services: as for every screen.
        field: the setting to begin with.
    """

    GROUP = "settings"
    TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings")]
    DEFAULT_CSS = """
    SettingsScreen #columns { height: 1fr; padding: 0 1; }
    SettingsScreen #list { width: 1fr; height: 1fr; }
    SettingsScreen #sets { display: none; height: auto; }
    SettingsScreen.-two.-lofty #sets { display: block; }
    SettingsScreen #help { height: auto; padding: 0 2; color: $foreground; }
    SettingsScreen #looks { display: none; height: 100%; }
    SettingsScreen #looks-framed { height: 7; }
    SettingsScreen #live { height: 1fr; }
    SettingsScreen.-two #looks { display: block; }
    SettingsScreen.-compact #columns { padding: 0; }
    SettingsScreen.-compact #list { padding: 0 1; }
    """

    def __init__(self, services: Services, field: str = "") -> None:
        super().__init__(services)
        self._first = field
        self.list = SettingsList()
        self.looks = SettingsList(id="looks-list")
        """Shows the last group beside the others, in two columns."""
        self.help_line = Told(id="help")
        self.figure = Figure(services.catalogue.exercises[0], shelf=services.shelf)
        self.table: tuple[Setting, ...] = ()
        self.days = WeekDays(ALL_DAYS)
        self._has_changed = False
        self._looked_for = ""
        self._at = 0
        self._framed = Vertical(self.list, id="list", classes="panel -lit")
        self._beside = Vertical(self.looks, classes="panel", id="looks-framed")
        live = Vertical(self.figure, id="live", classes="panel")
        live.border_title = "The figure as it is set"
        self._right = Vertical(self._beside, live, id="looks")
        self.sets = Told(id="sets-lines")
        self._reps: dict[str, int] | None = None

    def content(self) -> Iterable[Widget]:
        """Return the list, the looks beside it over the figure in them, and what a setting is for."""
        comes_to = Vertical(self.sets, id="sets", classes="panel")
        comes_to.border_title = "What a set comes to"
        yield Horizontal(Vertical(self._framed, comes_to), self._right, id="columns")
        yield self.help_line

    def on_mount(self) -> None:
        """Fill the list: our own themes stand first."""
        self._dress()
        own = (DARK.name, LIGHT.name)
        others = sorted(name for name in self.app.available_themes if name not in own)
        self.table = settings_table((*own, *others))
        self.days = WeekDays(self._weekdays())
        self.list.cursor = next((at for at, row in enumerate(self.table) if row.field == self._first), 0)
        self._show()

    @property
    def setting(self) -> Setting:
        """The highlighted setting."""
        return self.table[self.list.cursor]

    def settings_changed(self) -> None:
        """Show the values in force, also when another way changed them."""
        if self.table:
            self._dress()
            self.days.chosen = self._weekdays()
            self._show()

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        return self._why_silent() if command_id == "settings.sound" else None

    def on_resize(self, event: Resize) -> None:
        """Stand in one column or in two, and say what a setting is for in its row or below."""
        width, height = event.size
        self.set_class(width >= TWO_COLUMNS and height >= REGULAR[1], "-two")
        self._right.styles.width = next(cells for columns, cells in LOOKS_WIDTHS if width >= columns)
        if self.table:
            self.call_after_refresh(self._show)

    def action_up(self) -> None:
        """Highlight the setting above."""
        self.list.move(-1)

    def action_down(self) -> None:
        """Highlight the setting below."""
        self.list.move(1)

    def action_less(self) -> None:
        """Take the value before, or go to the weekday before."""
        self._step(-1)

    def action_more(self) -> None:
        """Take the value after, or go to the weekday after."""
        self._step(1)

    @on(SettingsList.Chosen)
    def action_choose(self) -> None:
        """Switch, tick the highlighted weekday, or open what has a form; numbers go on to the next one."""
        if self.setting.field == REMINDERS:
            self._ask_reminders()
        elif self.setting.field != DESK_DAYS:
            self._step(1)
        elif self.days.toggle():
            self._put(DESK_DAYS, with_desk_days(self.settings, self.days.chosen, self.port.today()))
        else:
            self.say("At least one weekday must be a desk day.")

    def action_find(self) -> None:
        """Go to a setting by a word of it; to the next one that answers where it is on one already."""

        def asked(words: str | None) -> None:
            if words is None:
                return
            self._looked_for = words
            found = places_of(words, self.table)
            at = self.list.cursor
            wanted = found[(found.index(at) + 1) % len(found)] if at in found else found[0]
            self.list.cursor = wanted
            self._show()
            self.say(f"{found.index(wanted) + 1} of {len(found)} settings that answer to {words}.")

        self.app.push_screen(FindSettingScreen(self.services, self.table, self._looked_for), asked)

    def action_reset(self) -> None:
        """Set the highlighted setting back to its default."""
        field = self.setting.field
        if field == REMINDERS:
            ask(self.services, self.port.today(), self, ReminderWish())
            return
        if field == DESK_DAYS:
            self._put(field, with_desk_days(self.settings, ALL_DAYS, self.port.today()))
        else:
            self._put(field, getattr(Settings(), field))
        self.say(f"{self.setting.name} is back at its default.")

    def action_reset_all(self) -> None:
        """Set everything back, after a question; desk days of the past stay what they were."""

        def reset() -> None:
            self.port.change_settings(defaults(self.settings, self.port.today()))
            self.say("All settings are back at their defaults.")

        answers = ("No, leave them", "Yes, set them back")
        confirm(self, "Set everything back to its default?", "", answers, reset)

    def _dress(self) -> None:
        self.figure.style_name = self.settings.figure_style
        self.figure.motion = self.port.motion()

    def _step(self, by: int) -> None:
        setting = self.setting
        if setting.field == DESK_DAYS:
            self.days.move(by)
            self._show()
            return
        if setting.field == REMINDERS:
            self.say("Enter sets when to be reminded, r ends it.")
            return
        value = setting.stepped(self.settings, by)
        if value == getattr(self.settings, setting.field):
            self.say("That is the most." if by > 0 else "That is the least.")
        else:
            self._put(setting.field, value)

    def _ask_reminders(self) -> None:
        def answered(wish: ReminderWish | None) -> None:
            self._show()
            if wish:
                self.say(wish.line)

        self.app.push_screen(RemindersScreen(self.services, self.port.today()), answered)

    @on(ReminderNews)
    def _hear_of_reminders(self, message: ReminderNews) -> None:
        self._show()
        if message.problem:
            self.tell(message.problem)
        else:
            self.say(message.line)

    def _put(self, field: str, value: Any) -> None:
        self.notice.dismiss()
        self.port.change_settings(with_value(self.settings, field, value))
        if not self._has_changed:
            self._has_changed = True
            self.say("Changes are kept at once.")

    def _why_silent(self) -> str | None:
        settings = self.settings
        if not settings.sounds:
            return "Sounds are switched off."
        if settings.volume == 0:
            return "At volume 0 nothing is heard."
        return "Muted: a change of the volume lets the sounds be heard again." if settings.muted else None

    def _weekdays(self) -> frozenset[int]:
        return rules_of(self.settings).weekdays(self.port.today())

    @on(SettingsList.Highlighted)
    def _turn_to(self) -> None:
        """Take back what was said of another setting."""
        if self.looks.cursor != self._at:
            self.list.cursor = self.looks.cursor
        self._at = self.list.cursor
        self.notice.dismiss()
        self._show()

    def _show(self) -> None:
        rows = [self._row(setting) for setting in self.table]
        looks = next(at for at, setting in enumerate(self.table) if setting.group == LOOKS)
        split = looks if self.has_class("-two") else len(rows)
        self.looks.cursor = self._at = self.list.cursor
        self.list.show(rows, range(split))
        if split < len(rows):
            self.looks.show(rows, range(split, len(rows)))
        self._framed.set_class(self._at < split, "-lit")
        self._beside.set_class(self._at >= split, "-lit")
        told = "" if self.list.explains else f"{self.setting.name}: {self._help(self.setting)}"
        self.help_line.tell(told)
        if self.has_class("-lofty"):
            self.sets.tell(self._sets())
        self.refresh_footer()

    def _sets(self) -> Content:
        """Return how long the stretches take by what is set."""
        if self._reps is None:
            self._reps = dict(self.services.progress.reps())
        bundled = self.services.catalogue.bundled
        lines = []
        for exercise in bundled:
            plan = self._plan((exercise,))
            planned = plan.exercises[0]
            lines.append((exercise.name, exercise.dose_line(planned.reps, planned.hold_s), plan))
        lines.append(("Both, one after the other", "", self._plan(bundled)))
        return Content("\n").join(
            Content.assemble(f"{name:<27}", (f"{dose:<24}", "$quiet"), about(set_seconds(plan)))
            for name, dose, plan in lines
        )

    def _plan(self, exercises: tuple[Exercise, ...]) -> Plan:
        reps = {
            exercise.id: (self._reps or {}).get(exercise.id, exercise.dose.reps) for exercise in exercises
        }
        return make_plan(exercises, reps, self.settings, Side.LEFT)

    def _row(self, setting: Setting) -> SettingRow:
        told = self._help(setting)
        if setting.field == DESK_DAYS:
            glyphs = glyphs_of(self)
            bare = glyphs is not ASCII or self.list.content_size.width < BOXED
            form = "{tick}{name:.1}" if bare else "[{tick}]{name:.2}"
            value = self.days.line(form, glyphs, here=self.setting is setting)
            return SettingRow(setting.group, setting.name, value, told, arrows=False)
        steps = setting.field != REMINDERS
        value = self._value(setting) if steps else Content.assemble(" ", self._value(setting))
        return SettingRow(setting.group, setting.name, value, told, arrows=steps)

    def _value(self, setting: Setting) -> Content:
        if setting.field == REMINDERS:
            return Content(reminders_in_brief(self.services, self.port.today()))
        share = setting.share(self.settings)
        text = Content(setting.text(self.settings))
        if share is None:
            return text
        passed, rest = progress(glyphs_of(self), LOUDEST, share)
        return Content.assemble((passed, "$hot"), (rest, "$rule"), "  ", text)

    def _help(self, setting: Setting) -> str:
        silent = self._why_silent() if setting.field == "volume" else None
        return silent[0].lower() + silent[1:-1] if silent else setting.help
