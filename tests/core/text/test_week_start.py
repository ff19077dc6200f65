"""Where weeks begin: chosen, or by the region; and what a week's first day is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.week_start import first_weekday, week_start


@pytest.mark.parametrize(
    ("chosen", "environ", "first"),
    [
        ("auto", {"LANG": "en_US.UTF-8"}, 6),
        ("auto", {"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, 0),
        ("auto", {"LANG": "de_DE", "LC_ALL": "ar_EG"}, 5),
        ("auto", {"LANG": "C.UTF-8"}, 0),
        ("auto", {"LANG": "POSIX"}, 0),
        ("auto", {}, 0),
        ("auto", {"LANG": "sr_Latn_RS"}, 0),
        ("auto", {"LANG": "zh-Hant-TW"}, 6),
        ("saturday", {"LANG": "en_US.UTF-8"}, 5),
        ("monday", {"LANG": "en_US.UTF-8"}, 0),
        ("sunday", {}, 6),
        ("whatever", {}, 0),
    ],
)
def test_the_first_weekday(chosen: str, environ: dict[str, str], first: int) -> None:
    assert first_weekday(chosen, environ) == first


@given(st.dates(date(1971, 1, 1)), st.integers(0, 6))
def test_a_week_begins_on_its_weekday_not_after_the_day(day: date, first: int) -> None:
    assert week_start(date.min, first) == date.min
    start = week_start(day, first)
    assert start.weekday() == first and timedelta(0) <= day - start < timedelta(days=7)
