"""Reads settings from plain values and back: what is broken takes its default, and is told in one line."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from tui.core.settings.settings import Away, DeskDays, Settings
from tui.core.text.checked import Table
from tui.core.text.limits import HOLD_RANGE, LATEST_DAY_START, LOUDEST, MOVE_RANGE, WAIT_RANGE
from tui.core.text.problems import Problem
from tui.core.text.weekdays import CHOICES as WEEK_STARTS

SECONDS: dict[str, tuple[float, float]] = {
    "ready_s": WAIT_RANGE,
    "move_s": MOVE_RANGE,
    "hold_s": HOLD_RANGE,
    "rest_s": WAIT_RANGE,
    "between_s": WAIT_RANGE,
}
"""Settings in seconds, with the lowest and the highest of each."""
OPTIONAL = frozenset({"move_s", "hold_s", "rest_s"})
"""Settings that may be null: each exercise's own dose then holds."""
WHOLE: dict[str, tuple[int, int]] = {
    "volume": (0, LOUDEST),
    "day_start_minute": (0, LATEST_DAY_START),
    "days_a_week": (0, 7),
    "sets_a_day": (1, 12),
    "hours_between": (0, 12),
}
"""Whole-number settings, with the lowest and the highest of each."""
CHOICES: dict[str, tuple[str, ...]] = {
    "motion": ("full", "reduced", "off"),
    "week_begins": WEEK_STARTS,
    "glyphs": ("auto", "unicode", "ascii"),
    "cues": ("both", "words", "tones"),
}
"""Settings with a few lawful words."""
NAMES = frozenset({"figure_style", "mosaic_style", "theme"})
"""Settings that name something which others know: any short printable word."""


VERSION = "version"
"""The entry beside the settings that says which words their values are in."""
NUMBER = 2
"""The version of those words."""
_THEME_OF_1 = "unhunch-dark"
"""The theme that version 0.1 began with: who has it stored never chose another for good."""
_STYLES_OF_1 = {"ascii": "auto", "line": "ascii", "blocks": "mosaic"}
"""What the figure's styles are called now, by what they were called in version 1, which has no number."""


class BrokenSetting(Problem):
    """A setting that cannot be used, so that its default is."""


def settings_to_dict(settings: Settings) -> dict[str, Any]:
    """Return the settings as JSON values by name."""
    values: dict[str, Any] = settings._asdict()
    values["desk_days"] = [[rule.start.isoformat(), sorted(rule.weekdays)] for rule in settings.desk_days]
    return values


def settings_from_dict(values: Mapping[str, Any]) -> tuple[Settings, tuple[BrokenSetting, ...]]:
    """Return the settings, and what is wrong with those that got their default; unknown names are skipped."""
    good: dict[str, Any] = {}
    problems: list[BrokenSetting] = []
    for name in Settings._fields:
        if name not in values:
            continue
        try:
            good[name] = check_setting(name, values[name])
        except BrokenSetting as problem:
            problems.append(problem)
    return Settings(**good), tuple(problems)


def in_words_of_now(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings in the words of this version, from those of whatever version they are in."""
    now = dict(values)
    number = now.pop(VERSION, 1)
    style = now.get("figure_style")
    if number == 1 and isinstance(style, str):
        now["figure_style"] = _STYLES_OF_1.get(style, style)
    if number == 1 and now.get("theme") == _THEME_OF_1:
        del now["theme"]
    return now


def check_setting(name: str, value: Any) -> Any:
    """Return the value of the setting `name` as `Settings` holds it.

    Raises:
        BrokenSetting: naming the setting and the reason.
    """
    table = Table(_broken, {name: value})
    if name in SECONDS:
        optional = value is None and name in OPTIONAL
        return None if optional else table.number(name, *SECONDS[name], unit="seconds")
    if name in WHOLE:
        return table.whole(name, *WHOLE[name])
    if name == "desk_days":
        return _desk_days(value)
    if name in CHOICES or name in NAMES:
        return _word(name, value)
    return table.flag(name)


def with_desk_days(settings: Settings, weekdays: frozenset[int], today: date) -> tuple[DeskDays, ...]:
    """Return the desk days when `weekdays` are to hold from `today` on: the past keeps its own.

    The first choice, on the first start, has no past: before it every weekday was due.
    """
    kept = tuple(rule for rule in settings.desk_days if rule.start < today)
    return (*kept, DeskDays(today, weekdays))


def away_from_dict(value: Mapping[str, Any]) -> Away:
    """Return a range of days marked as away.

    Raises:
        BrokenSetting: with the reason.
    """
    table = Table(lambda _, reason: _broken("away", reason), value)
    first, last = table.day("first"), table.day("last")
    if not first <= last:
        raise _broken("away", "ends before it begins")
    return Away(first, last)


def _word(name: str, value: Any) -> str:
    choices = CHOICES.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 40 or not value.isprintable():
        raise _broken(name, "must be a short word")
    if choices and value not in choices:
        raise _broken(name, f"must be one of {', '.join(choices)}")
    return value


def _desk_days(value: Any) -> tuple[DeskDays, ...]:
    wrong = _broken("desk_days", "must be a list of [date, weekdays from 0 to 6, at least one]")
    if not isinstance(value, list):
        raise wrong
    rules: list[DeskDays] = []
    for item in value:
        if not isinstance(item, list) or len(item) != 2 or not isinstance(item[1], list) or not item[1]:
            raise wrong
        if not all(type(weekday) is int and 0 <= weekday <= 6 for weekday in item[1]):
            raise wrong
        day = Table(_broken, {"desk_days": item[0]}).day("desk_days")
        rules.append(DeskDays(day, frozenset(item[1])))
    return tuple(sorted(rules, key=attrgetter("start")))


def _broken(name: str, reason: str) -> BrokenSetting:
    return BrokenSetting(f"setting {name}", reason, "the default is used")
