"""Every setting once: its name, what it is for, and the values that the keys step through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tui.core.figure.style import STYLE_NAMES, STYLES
from tui.core.settings.settings import Settings
from tui.core.text.limits import LOUDEST
from tui.core.text.weekdays import AUTO
from tui.core.text.weekdays import CHOICES as WEEK_STARTS

GROUPS = ("Session", "Sound", "Days", "Looks")
SESSION, SOUND, DAYS, LOOKS = GROUPS
DESK_DAYS = "desk_days"
"""The one setting that is no list of values: its weekdays are ticked one by one."""
NOT_CHOSEN = "every day (a first start ticks Mon to Fri)"
"""Its default."""
REMINDERS = "reminders"
"""A row that is no setting: what the scheduler is told, in a form of its own."""


_REGION = "as in your region"
_FOR_ALL = "Seconds chosen here replace every exercise's own."
_THEME_NAMES = {"ansi-dark": "own colours, dark", "ansi-light": "own colours, light"}


@dataclass(frozen=True, slots=True)
class SettingValue:
    """One value of a setting, and how it is written."""

    value: Any
    text: str
    share: float | None = None
    """How far a bar before the text is filled, 0 to 1; None where there is none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the settings."""

    field: str
    """Its attribute of `Settings`."""
    group: str
    name: str
    help: str
    """What it does, in whole sentences."""
    choices: tuple[SettingValue, ...]
    around: bool = False
    """Whether the last value is followed by the first."""
    words: str = ""
    """What else it is looked for by, which nobody sees."""

    @property
    def in_brief(self) -> str:
        """What it does, in one sentence without a full stop."""
        return self.help.partition(". ")[0].rstrip(".")

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off."""
        return any(choice.value is True for choice in self.choices)

    def at(self, settings: Settings) -> int:
        """Return the place of the value in force, or of the nearest below it, or of the own one behind."""
        value = getattr(settings, self.field)
        exact = [at for at, choice in enumerate(self.choices) if choice.value == value]
        if exact:
            return exact[0]
        below = [
            at
            for at, choice in enumerate(self.choices)
            if isinstance(choice.value, int | float)
            and isinstance(value, int | float)
            and choice.value < value
        ]
        if not below:
            return 0
        own = below[-1] + 1 < len(self.choices) and self.choices[below[-1] + 1].value is None
        return below[-1] + own

    def text(self, settings: Settings) -> str:
        """Return how the value in force is written."""
        value = getattr(settings, self.field)
        if self.field == "sounds" and settings.sounds and settings.muted:
            return "on, muted"
        known = (choice.text for choice in self.choices if choice.value == value)
        return next(known, f"{value:g} s" if isinstance(value, float) else str(value))

    def share(self, settings: Settings) -> float | None:
        """Return how far the bar before the value in force is filled; None where there is no bar."""
        return self.choices[self.at(settings)].share if self.choices else None

    def stepped(self, settings: Settings, by: int) -> Any:
        """Return the value `by` steps on; the same at an end, unless it goes around."""
        wanted = self.at(settings) + by
        if self.around:
            wanted %= len(self.choices)
        return self.choices[min(max(wanted, 0), len(self.choices) - 1)].value


def settings_table(themes: Iterable[str], weekday: str = "") -> tuple[Setting, ...]:
    """Return all settings in their order.

    Args:
        themes: the names of the themes there are.
        weekday: with which weeks begin in the user's region, where that is to be told.
    """
    return (*_session(), *_sound(), *_days(weekday), *_looks(tuple(themes)))


def _session() -> tuple[Setting, ...]:
    group = SESSION
    return (
        Setting(
            "ready_s", group, "Get ready", "Time to settle on the chair before the first movement.",
            _seconds((*range(11), 15, 20, 30, 60)), words="seconds countdown",
        ),
        Setting(
            "move_s", group, "Move", f"How long a movement to an end, or back, takes. {_FOR_ALL}",
            _own((1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 15, 20), 2), words="speed pace slow fast",
        ),
        Setting(
            "hold_s", group, "Hold", f"How long you stay at the end of each movement. {_FOR_ALL}",
            _own((1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60), 2), words="time",
        ),
        Setting(
            "rest_s", group, "Rest between reps",
            f"A pause each time the body is back where it started. {_FOR_ALL}",
            _own((0, 1, 2, 3, 4, 5, 8, 10, 15, 20, 30, 60), 1),
        ),
        Setting(
            "between_s", group, "Rest between exercises",
            "A pause before the next exercise. Getting ready for it is part of this time.",
            _seconds((0, 3, 5, 6, 8, 10, 12, 15, 20, 30, 45, 60)),
        ),
        _switch(
            "ask_stiffness", group, "Ask stiffness",
            "Before and after a session, one digit from 0 to 9 for how stiff you are. History charts it.",
        ),
    )  # fmt: skip


def _sound() -> tuple[Setting, ...]:
    group = SOUND
    loudness = tuple(SettingValue(n, str(n), n / LOUDEST) for n in range(LOUDEST + 1))
    ways = (
        SettingValue("both", "words and tones"),
        SettingValue("words", "words"),
        SettingValue("tones", "tones"),
    )
    return (
        _switch(
            "sounds", group, "Sounds", "Cues by which a session can be followed with closed eyes.",
            "mute silent audio",
        ),
        Setting("volume", group, "Volume", "How loud the cues are.", loudness, words="louder quieter softer"),
        Setting(
            "cues", group, "Cues", "Whether a session speaks, plays tones, or does both.", ways,
            words="voice speech spoken words talk",
        ),
        _switch(
            "movement_tones", group, "Movement tones", "A tone that lasts as long as each movement.", "beep"
        ),
        _switch("bell", group, "Bell", "Rings the terminal's own bell where there is no sound device."),
    )  # fmt: skip


def _days(weekday: str) -> tuple[Setting, ...]:
    group = DAYS
    starts = tuple(
        SettingValue(minute, f"{minute // 60:02}:{minute % 60:02}") for minute in range(0, 721, 30)
    )
    region = f"{_REGION} ({weekday})" if weekday else _REGION
    starts_week = tuple(
        SettingValue(name, region if name == AUTO else name.capitalize()) for name in WEEK_STARTS
    )
    return (
        Setting(
            DESK_DAYS, group, "Desk days",
            "The days on which a set is due. Left and right choose a day, space ticks it.", (),
            words="weekdays workdays schedule",
        ),
        Setting(
            "day_start_minute", group, "Day starts at",
            "Until this time of night a session still counts for the day before.", starts,
        ),
        Setting(
            "days_a_week", group, "Days a week",
            "Aim at so many days of a week, whichever they are, or at the desk days.",
            (SettingValue(0, "desk days"), *_counts(range(1, 8))),
        ),
        Setting(
            REMINDERS, group, "Reminders", "A notification while a set is due. Enter sets when it comes.", (),
            words="call remind alarm cron timer",
        ),
        Setting("sets_a_day", group, "Sets a day", "A day is done after so many sets.",
            _counts(range(1, 13)),
        ),
        Setting(
            "hours_between", group, "Hours between",
            "After one set of a day, the next is due so many hours later.", _counts(range(13)),
        ),
        Setting(
            "week_begins", group, "Week begins",
            "The first day of a week in calendar and charts. Nothing is counted differently.",
            starts_week, around=True,
        ),
        _switch("strict", group, "Strict streaks", "One missed day ends a streak, not only two in a row."),
        _switch(
            "ask_before_deleting", group, "Ask before deleting",
            "A question before a session is deleted. Undo works, asked or not.", "confirm",
        ),
        _switch(
            "show_streaks", group, "Show streaks",
            "How many days in a row. Off hides every such number.",
        ),
    )  # fmt: skip


def _looks(themes: Sequence[str]) -> tuple[Setting, ...]:
    group = LOOKS
    styles = tuple(SettingValue(style, STYLE_NAMES[style]) for style in STYLES)
    glyphs = (
        SettingValue("auto", "as the terminal"),
        SettingValue("unicode", "unicode"),
        SettingValue("ascii", "ascii"),
    )
    motions = (
        SettingValue("full", "full"),
        SettingValue("reduced", "key poses only"),
        SettingValue("off", "off"),
    )
    colours = (
        SettingValue("auto", "as the terminal"),
        *(SettingValue(n, _THEME_NAMES.get(n, n)) for n in themes),
    )
    return (
        Setting(
            "theme", group, "Theme", "The colours: as dark or light as the terminal, or always the same.",
            colours, around=True, words="colors dark light",
        ),
        Setting(
            "glyphs", group, "Glyphs", "What lines and marks are drawn with: fine lines, or plain ASCII.",
            glyphs, around=True,
        ),
        Setting(
            "figure_style", group, "Figure",
            "How the figure is drawn. Auto is the finest that looks right here.", styles, around=True,
        ),
        Setting(
            "motion", group, "Motion", "How much of a movement the figure shows.", motions, around=True,
            words="animation still",
        ),
    )  # fmt: skip


def _switch(field: str, group: str, name: str, text: str, words: str = "") -> Setting:
    choices = (SettingValue(False, "off"), SettingValue(True, "on"))
    return Setting(field, group, name, text, choices, around=True, words=words)


def _seconds(values: Iterable[float]) -> tuple[SettingValue, ...]:
    return tuple(SettingValue(float(value), f"{value:g} s") for value in values)


def _counts(values: Iterable[int]) -> tuple[SettingValue, ...]:
    return tuple(SettingValue(value, str(value)) for value in values)


def _own(values: Iterable[float], usual: float) -> tuple[SettingValue, ...]:
    """Return the seconds, and each exercise's own behind what those here have: more is more from there."""
    seconds = _seconds(values)
    few = [one for one in seconds if one.value <= usual]
    return (*few, SettingValue(None, "as the exercise"), *seconds[len(few) :])
