"""Settings by the names and in the words that the shell takes and gives."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tui.core.figure.style import STYLES
from tui.core.settings.settings import ALL_DAYS, Settings
from tui.core.settings.settings_json import (
    CHOICES,
    OPTIONAL,
    SECONDS,
    WHOLE,
    BrokenSetting,
    check_setting,
    with_desk_days,
)
from tui.core.text.matching import meant
from tui.core.text.problems import UsageProblem
from tui.core.text.weekdays import read_weekdays, weekday_words

DEFAULT = "default"
"""Sets a setting back."""
OWN = "own"
"""The seconds are each exercise's own."""
_DESK_DAYS = "desk_days"
_DAY_START = "day_start_minute"
_TIME = re.compile(r"(\d{1,2}):(\d{2})\Z", re.ASCII)
_TRUTH = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


def _name(field: str) -> str:
    if field == _DAY_START:
        return "day-starts-at"
    return (field.removesuffix("_s") if field in SECONDS else field).replace("_", "-")


NAMES: dict[str, str] = {_name(field): field for field in Settings._fields}
"""The attribute of `Settings` by the name on the command line."""
_INNER = frozenset({"welcomed", "voice_offered", "reminders_offered", "mosaic_style"})
"""What the program remembers for itself."""
LISTED = tuple(name for name, field in NAMES.items() if field not in _INNER)
"""The names that are told where all settings are."""


def field_of(name: str) -> str:
    """Return the attribute of `Settings` with this name.

    Raises:
        UsageProblem: when there is none; it lists those that there are.
    """
    field = NAMES.get(name.lower().replace("_", "-"))
    if field is None:
        hint = f"{meant(name, LISTED)} `unhunch get` lists them all".strip()
        raise UsageProblem(f"unknown setting '{name}'", hint=hint)
    return field


def in_force(settings: Settings, field: str, today: date) -> Any:
    """Return a setting's value as JSON has it: weekdays as text, the rest as it is."""
    value = getattr(settings, field)
    if field == _DESK_DAYS:
        return _desk_days(settings, today)
    return _clock(value) if field == _DAY_START else value


def setting_text(settings: Settings, field: str, today: date) -> str:
    """Return a setting's value in the words that `with_setting` takes."""
    value = in_force(settings, field, today)
    if isinstance(value, bool):
        return "on" if value else "off"
    if value is None:
        return OWN
    return f"{value:g}" if isinstance(value, float) else str(value)


def with_setting(settings: Settings, field: str, text: str, today: date) -> Settings:
    """Return the settings with one of them as `text` says.

    Raises:
        UsageProblem: naming the setting, and what it takes.
    """
    text = text.strip().lower()
    if text == DEFAULT:
        value = (
            with_desk_days(settings, ALL_DAYS, today) if field == _DESK_DAYS else getattr(Settings(), field)
        )
    elif field == _DESK_DAYS:
        value = with_desk_days(settings, read_weekdays(text), today)
    else:
        value = _checked(field, text)
    return with_value(settings, field, value)


def with_value(settings: Settings, field: str, value: Any) -> Settings:
    """Return the settings with another value of one; who chooses how loud it is wants to hear it."""
    changes = {field: value}
    if field in ("volume", "sounds"):
        changes["muted"] = False
    return settings._replace(**changes)


def defaults(settings: Settings, today: date) -> Settings:
    """Return all defaults; desk days of the past stay what they were."""
    kept = settings.desk_days and with_desk_days(settings, ALL_DAYS, today)
    return Settings(desk_days=kept, welcomed=True)


def taken(field: str) -> tuple[str, ...]:
    """Return the words that a setting takes, none where they cannot be listed."""
    if isinstance(getattr(Settings(), field), bool):
        return ("on", "off", DEFAULT)
    known = STYLES if field == "figure_style" else CHOICES.get(field, ())
    return (*known, *((OWN,) if field in OPTIONAL else ()), DEFAULT)


def _checked(field: str, text: str) -> Any:
    try:
        return check_setting(field, _reader(field)(text))
    except BrokenSetting as problem:
        raise UsageProblem(_name(field), f"{problem.detail}, not '{text}'") from problem


def _reader(field: str) -> Callable[[str], Any]:
    if field in SECONDS:
        return lambda text: (
            None if text == OWN and field in OPTIONAL else _number(text.removesuffix("s"), float)
        )
    if field == _DAY_START:
        return _minute
    if field in WHOLE:
        return lambda text: _number(text, int)
    if isinstance(getattr(Settings(), field), bool):
        return lambda text: _TRUTH.get(text, text)
    return str


def _number(text: str, kind: type[float] | type[int]) -> Any:
    try:
        return kind(text)
    except ValueError:
        return text


def _minute(text: str) -> Any:
    found = _TIME.match(text)
    if not found or int(found[2]) > 59 or int(found[1]) > 12:
        raise UsageProblem("day-starts-at", f"a time from 00:00 to 12:00, not '{text}'")
    return int(found[1]) * 60 + int(found[2])


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _desk_days(settings: Settings, today: date) -> str:
    holding = [rule for rule in settings.desk_days if rule.start <= today]
    return weekday_words(holding[-1].weekdays if holding else ALL_DAYS)
