"""Settings by name and as text: what is printed can be typed, and means the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.settings.setting_text import (
    NAMES,
    defaults,
    field_of,
    in_force,
    setting_text,
    taken,
    with_setting,
)
from tui.core.settings.settings import DeskDays, Settings
from tui.core.settings.settings_json import CHOICES, OPTIONAL, SECONDS, WHOLE
from tui.core.text.problems import UsageProblem

TODAY = date(2026, 11, 22)


def values(field: str) -> st.SearchStrategy[object]:
    if field in SECONDS:
        low, high = SECONDS[field]
        tenths = st.integers(int(low * 10), int(high * 10)).map(lambda n: n / 10)
        return tenths | st.none() if field in OPTIONAL else tenths
    if field in WHOLE:
        return st.integers(*WHOLE[field])
    if field in CHOICES:
        return st.sampled_from(CHOICES[field])
    if field == "desk_days":
        days = st.frozensets(st.integers(0, 6), min_size=1)
        return days.map(lambda chosen: (DeskDays(TODAY, chosen),))
    return st.booleans() if isinstance(getattr(Settings(), field), bool) else st.just("line")


@given(st.data())
def test_what_is_printed_can_be_typed(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(Settings._fields))
    settings = Settings(**{field: data.draw(values(field))})  # type: ignore[arg-type]
    again = with_setting(Settings(), field, setting_text(settings, field, TODAY), TODAY)
    assert getattr(again, field) == getattr(settings, field)


def test_every_setting_has_a_name_and_can_be_set_back() -> None:
    assert sorted(NAMES.values()) == sorted(Settings._fields)
    for name, field in NAMES.items():
        assert field_of(name.upper().replace("-", "_")) == field
        back = with_setting(Settings(), field, "default", TODAY)
        assert in_force(back, field, TODAY) == in_force(Settings(), field, TODAY)
        assert "default" in taken(field)


def test_the_past_keeps_its_desk_days() -> None:
    before = DeskDays(date(2026, 11, 1), frozenset({0}))
    settings = with_setting(Settings(desk_days=(before,)), "desk_days", "tue", TODAY)
    assert settings.desk_days == (before, DeskDays(TODAY, frozenset({1})))
    assert defaults(settings, TODAY).desk_days[0] == before
    assert defaults(Settings(), TODAY) == Settings(welcomed=True)


def test_who_sets_the_volume_wants_to_hear_it() -> None:
    assert not with_setting(Settings(muted=True), "volume", "3", TODAY).muted
    assert with_setting(Settings(muted=True), "hold_s", "3", TODAY).muted


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("hold_s", "inf"), ("hold_s", ""), ("ready_s", "own"), ("volume", "3.5"), ("strict", "2"),
        ("motion", "x"), ("theme", ""), ("theme", "x" * 41), ("day_start_minute", "24:00"),
        ("day_start_minute", "3"), ("desk_days", "none"),
    ],
)  # fmt: skip
def test_what_it_does_not_take_is_told(field: str, text: str) -> None:
    with pytest.raises(UsageProblem):
        with_setting(Settings(), field, text, TODAY)
    with pytest.raises(UsageProblem, match="unknown setting"):
        field_of("nothing")
