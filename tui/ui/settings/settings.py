"""The settings: each takes effect at once and is kept."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from tui.core.settings.setting_text import defaults, with_value
from tui.core.settings.settings import ALL_DAYS, Settings
from tui.core.settings.settings_json import with_desk_days
from tui.core.streaks.days import rules_of
from tui.core.text.glyphs import ASCII, progress
from tui.core.text.limits import LOUDEST
from tui.core.text.weekdays import weekday_of_region, weekday_words
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services
from tui.ui.kit.themes import DARK, LIGHT
from tui.ui.kit.told import Told
from tui.ui.settings.find import FindSettingScreen, places_of
from tui.ui.settings.reminders import ReminderNews, RemindersScreen, ReminderWish, ask, reminders_in_brief
from tui.ui.settings.set_length import SetLength
from tui.ui.settings.setting_told import SettingTold, SettingWords
from tui.ui.settings.settings_list import SettingRow, SettingsList
from tui.ui.settings.settings_table import (
    DESK_DAYS,
    GROUPS,
    LOOKS,
    NOT_CHOSEN,
    REMINDERS,
    SESSION,
    SOUND,
    Setting,
    settings_table,
)
from tui.ui.settings.week_days import WeekDays
from tui.ui.sounds.sound_checking import SoundCheckScreen

WHOLE = (100, 32)
"""From so many columns and rows on all settings are in sight, and what is told of one stands beside them."""
BESIDE = 80
"""From so many columns on there is room for the figure beside a list of groups."""
BOXED = 74
"""From so many cells on the ticks of the desk days stand in brackets, in ASCII."""


class SettingsScreen(SoundCheckScreen):
    """One list of settings; nobody must open it.

    Args:
        services: as for every screen.
        field: the setting to begin with.
    """

    GROUP = "settings"
    TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings")]
    CSS_PATH: ClassVar = "settings.tcss"

    def __init__(self, services: Services, field: str = "") -> None:
        super().__init__(services)
        self._first = field
        self.told = SettingTold()
        self.demo = LoopedFigure(services.clock.monotonic, lambda _: Content(""), services.shelf)
        self.table: tuple[Setting, ...] = ()
        self.days = WeekDays(ALL_DAYS)
        self._has_changed = False
        self._looked_for = ""
        self._at = 0
        self.list = SettingsList()
        self.sets = Told(id="sets-lines")
        self._length = SetLength(services)

    def content(self) -> Iterable[Widget]:
        """Return the list, what the highlighted setting does, the figure as it is set, what a set takes."""
        live = Vertical(self.demo, id="live", classes="panel")
        live.border_title = "The figure as it is set"
        comes_to = Vertical(self.sets, id="sets", classes="panel")
        comes_to.border_title = "What a set comes to"
        yield Container(
            Vertical(self.list, id="listed", classes="panel -lit"),
            Vertical(self.told, id="told-framed", classes="panel"),
            live,
            comes_to,
            id="arranged",
        )

    def on_mount(self) -> None:
        """Fill the list: our own themes stand first."""
        own = (DARK.name, LIGHT.name)
        others = sorted(name for name in self.app.available_themes if name not in own)
        self.table = settings_table((*own, *others), weekday_of_region(self.services.surroundings.environ))
        self.days = WeekDays(self._weekdays())
        self._dress()
        self.go_to(self._first)

    def go_to(self, field: str) -> None:
        """Highlight a setting; the first one where there is none of that name."""
        self.list.cursor = next((at for at, row in enumerate(self.table) if row.field == field), 0)
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
        """Show all settings at once, or some of them."""
        width, height = event.size
        self.set_class(width >= WHOLE[0] and height >= WHOLE[1], "-whole")
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
    async def _choose_clicked(self) -> None:
        await self.action_command("settings.choose")

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

    def action_next_group(self) -> None:
        """Highlight the first setting of the next group."""
        self._go_to_group(1)

    def action_previous_group(self) -> None:
        """Highlight the first setting of the group before."""
        self._go_to_group(-1)

    def _go_to_group(self, by: int) -> None:
        at = (GROUPS.index(self.setting.group) + by) % len(GROUPS)
        self.list.move(self._part(GROUPS[at]).start - self.list.cursor)

    def _part(self, group: str) -> range:
        """Return the rows of a group."""
        rows = [at for at, setting in enumerate(self.table) if setting.group == group]
        return range(rows[0], rows[-1] + 1)

    def _dress(self) -> None:
        """Have the figure move as it is set."""
        self.demo.perform(self.services.catalogue.bundled, self.settings, self.port.motion())

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
        """Tell of another setting, and take back what was said of the one before."""
        before, self._at = self.table[self._at], self.list.cursor
        self.notice.dismiss()
        if DESK_DAYS in (before.field, self.setting.field):
            self._show()
        else:
            self._tell()

    def _show(self) -> None:
        """Show all rows, and what there is to say of the highlighted one."""
        self._at = self.list.cursor
        self.list.show([self._row(setting) for setting in self.table])
        if self.has_class("-lofty"):
            self.sets.tell(self._length.lines(self.settings))
        self._tell()
        self.refresh_footer()

    def _tell(self) -> None:
        """Tell of the highlighted setting; the figure moves beside those that it shows."""
        setting = self.setting
        looks = setting.group == LOOKS
        self.set_class(looks and self.size.width >= BESIDE, "-looks")
        if looks:
            self.demo.go_on()
        else:
            self.demo.halt()
        values = tuple(choice.text for choice in setting.choices)
        self.told.tell(
            SettingWords(
                setting.name,
                setting.help,
                self._beside(setting),
                values,
                setting.at(self.settings) if values else 0,
                self._default(setting),
                counted=not setting.around,
            )
        )

    def _beside(self, setting: Setting) -> str:
        """Return what there is to say of a setting as things are now."""
        if setting.group == SOUND:
            return self._why_silent() or f"{self._sound_key} plays two seconds of it."
        if setting.field == REMINDERS:
            return f"Now: {self._text(setting)}."
        if setting.group != SESSION:
            return ""
        return f"A set then takes {self._length.both(self.settings)}."

    @property
    def _sound_key(self) -> str:
        return next(command.key for command in self.commands if command.id == "settings.sound")

    def _default(self, setting: Setting) -> str:
        if setting.field == REMINDERS:
            return "off"
        return NOT_CHOSEN if setting.field == DESK_DAYS else setting.text(Settings())

    def _row(self, setting: Setting) -> SettingRow:
        if setting.field == DESK_DAYS:
            glyphs = glyphs_of(self)
            bare = glyphs is not ASCII or self.list.content_size.width < BOXED
            form = "{tick}{name:.1}" if bare else "[{tick}]{name:.2}"
            value = self.days.line(form, glyphs, here=self.setting is setting)[1:]
            brief = weekday_words(self.days.chosen)
            return SettingRow(setting.group, setting.name, value, True, brief, arrows=False)
        text = self._text(setting)
        changed, brief = self._default(setting) != text, text.partition(" (")[0]
        steps = setting.field != REMINDERS
        if changed and not steps:
            brief = "paused" if brief.startswith("paused") else "on"
        return SettingRow(setting.group, setting.name, self._value(setting), changed, brief, arrows=steps)

    def _text(self, setting: Setting) -> str:
        if setting.field == REMINDERS:
            return reminders_in_brief(self.services, self.port.today())
        return setting.text(self.settings)

    def _value(self, setting: Setting) -> Content:
        share, glyphs = setting.share(self.settings), glyphs_of(self)
        text = Content(self._text(setting))
        if setting.is_switch:
            on = bool(getattr(self.settings, setting.field))
            mark = glyphs.ticked if on else glyphs.unticked
            mark = f"[{mark}]" if glyphs is ASCII else mark
            return Content.assemble((mark, "$success" if on else "$quiet"), " ", text)
        if share is None:
            return text
        passed, rest = progress(glyphs, LOUDEST, share)
        return Content.assemble((passed, "$hot"), (rest, "$rule"), "  ", text)
