"""The settings: each takes effect at once and is kept."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tui.core.settings.setting_text import defaults, with_value
from tui.core.settings.settings import ALL_DAYS, Settings
from tui.core.settings.settings_json import with_desk_days
from tui.core.streaks.days import rules_of
from tui.core.text.glyphs import drawn
from tui.ui.figure.figure import Figure
from tui.ui.keys.commands import bindings
from tui.ui.kit.question import Answer, QuestionScreen
from tui.ui.kit.row_list import glyphs_of
from tui.ui.kit.services import Services
from tui.ui.kit.themes import DARK, LIGHT
from tui.ui.settings.reminders import ReminderNews, RemindersScreen, ReminderWish, ask, reminders_in_brief
from tui.ui.settings.settings_list import SettingRow, SettingsList
from tui.ui.settings.settings_table import DESK_DAYS, REMINDERS, Setting, settings_table
from tui.ui.settings.week_days import WeekDays
from tui.ui.sounds.sound_checking import SoundCheckScreen


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
    SettingsScreen #list { width: 1fr; height: 100%; }
    SettingsScreen #help { height: auto; padding: 0 2; color: $foreground; }
    SettingsScreen #live { display: none; width: 46; height: 100%; }
    SettingsScreen.-wide #live { display: block; }
    SettingsScreen.-broad #live { width: 62; }
    SettingsScreen.-compact #columns { padding: 0; }
    SettingsScreen.-compact #list { padding: 0 1; }
    """

    def __init__(self, services: Services, field: str = "") -> None:
        super().__init__(services)
        self._first = field
        self.list = SettingsList()
        self.help_line = Static(id="help")
        self.figure = Figure(services.catalogue.exercises[0], shelf=services.shelf)
        self.table: tuple[Setting, ...] = ()
        self.days = WeekDays(ALL_DAYS)
        self._has_changed = False

    def content(self) -> Iterable[Widget]:
        """Return the list, and under it what the highlighted setting is for."""
        framed = Vertical(self.list, id="list", classes="panel -lit")
        live = Vertical(self.figure, id="live", classes="panel")
        live.border_title = "The figure as it is set"
        yield Horizontal(framed, live, id="columns")
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

    def on_resize(self, _: Resize) -> None:
        """Say what the settings are for beside them or below."""
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

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self.port.change_settings(defaults(self.settings, self.port.today()))
                self.say("All settings are back at their defaults.")

        answers = (Answer(("n",), "No, leave them", "no"), Answer(("y",), "Yes, set them back", "yes"))
        self.app.push_screen(
            QuestionScreen(self.services, "Set everything back to its default?", "", answers), answered
        )

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
        self.notice.dismiss()
        self._show()

    def _show(self) -> None:
        self.list.show([self._row(setting) for setting in self.table])
        self.help_line.update(Content(f"{self.setting.name}: {self._help(self.setting)}"))
        self.refresh_footer()

    def _row(self, setting: Setting) -> SettingRow:
        if setting.field == DESK_DAYS:
            form = "{tick}{name:.2}" if self.has_class("-compact") else "[{tick}]{name:.2}"
            value = self.days.line(form, here=self.setting is setting)
            return SettingRow(setting.group, setting.name, value, arrows=False)
        steps = setting.field != REMINDERS
        return SettingRow(setting.group, setting.name, Content(self._text(setting)), arrows=steps)

    def _text(self, setting: Setting) -> str:
        if setting.field == REMINDERS:
            return reminders_in_brief(self.services, self.port.today())
        text = setting.text(self.settings)
        return drawn(text, glyphs_of(self)) if setting.field == "volume" else text

    def _help(self, setting: Setting) -> str:
        silent = self._why_silent() if setting.field == "volume" else None
        return silent[0].lower() + silent[1:-1] if silent else setting.help
