"""Settings out of plain values: each broken one gets its default and one line."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.settings.settings import Away, DeskDays, Settings
from tui.core.settings.settings_json import (
    BrokenSetting,
    away_from_dict,
    settings_from_dict,
    settings_to_dict,
    with_desk_days,
)

WEEK = frozenset(range(5))


SETTINGS = st.builds(
    lambda **chosen: Settings(**chosen),
    ready_s=st.floats(0, 60),
    move_s=st.none() | st.floats(0.1, 20),
    hold_s=st.none() | st.floats(0.1, 60),
    volume=st.integers(0, 10),
    strict=st.booleans(),
    motion=st.sampled_from(["full", "reduced", "off"]),
    desk_days=st.lists(
        st.builds(
            DeskDays,
            st.dates(date(1970, 1, 1), date(2200, 12, 31)),
            st.frozensets(st.integers(0, 6), min_size=1),
        ),
        max_size=3,
        unique_by=lambda rule: rule.start,
    ).map(lambda rules: tuple(sorted(rules, key=lambda rule: rule.start))),
)
"""Any settings."""


@given(SETTINGS)
def test_settings_survive_json(settings: Settings) -> None:
    values = json.loads(json.dumps(settings_to_dict(settings)))
    assert settings_from_dict(values) == (settings, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ready_s", -1),
        ("ready_s", None),
        ("ready_s", "5"),
        ("ready_s", float("nan")),
        ("hold_s", 0),
        ("hold_s", 61),
        ("move_s", True),
        ("volume", 11),
        ("volume", 5.0),
        ("day_start_minute", 721),
        ("motion", "jumpy"),
        ("theme", ""),
        ("theme", "a\nb"),
        ("figure_style", 3),
        ("strict", "yes"),
        ("welcomed", 1),
        ("desk_days", "all"),
        ("desk_days", [["2026-11-22", []]]),
        ("desk_days", [["2026-11-22", [7]]]),
        ("desk_days", [["2026-11-22", [True]]]),
        ("desk_days", [["yesterday", [1]]]),
        ("desk_days", [[5, [1]]]),
        ("desk_days", [["2026-11-22"]]),
    ],
)
def test_a_broken_setting_gets_its_default_and_the_others_stay(name: str, value: Any) -> None:
    settings, problems = settings_from_dict({"between_s": 9.0, name: value, "unknown": 1})
    assert settings == Settings(between_s=9.0)
    (problem,) = problems
    assert isinstance(problem, BrokenSetting)
    assert name in problem.line
    assert "the default is used" in problem.line


def test_desk_days_hold_from_the_day_of_the_change() -> None:
    first = with_desk_days(Settings(), WEEK, date(2026, 1, 5))
    assert first == (DeskDays(date(2026, 1, 5), WEEK),)
    settings = Settings(desk_days=first)
    second = with_desk_days(settings, frozenset({1}), date(2026, 2, 1))
    assert second == (*first, DeskDays(date(2026, 2, 1), frozenset({1})))
    again = with_desk_days(Settings(desk_days=second), WEEK, date(2026, 2, 1))
    assert again == (*first, DeskDays(date(2026, 2, 1), WEEK)), "one change a day"


def test_days_away() -> None:
    away = Away(date(2026, 1, 1), date(2026, 1, 3))
    assert away_from_dict({"first": "2026-01-01", "last": "2026-01-03"}) == away
    for broken in ({"first": "2026-01-04", "last": "2026-01-03"}, {"first": "x", "last": 3}, {}):
        with pytest.raises(BrokenSetting):
            away_from_dict(broken)
