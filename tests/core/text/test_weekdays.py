"""Weekdays as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.problems import UsageProblem
from tui.core.text.weekdays import first_weekday, read_weekdays, week_start, weekday_words


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_what_is_written_is_read_again(days: frozenset[int]) -> None:
    assert read_weekdays(weekday_words(days)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", range(5)),
        ("Mon, wednesday,FRI", (0, 2, 4)),
        ("sat-mon", (5, 6, 0)),
        ("all", range(7)),
        ("su", (6,)),
        ("mon-sun", range(7)),
        ("tue-tue", (1,)),
    ],
)
def test_by_example(text: str, days: range) -> None:
    assert read_weekdays(text) == frozenset(days)


@pytest.mark.parametrize("text", ["", ",", "m", "mon-", "-", "mon-fri-sun", "1-5", "mon;tue", "someday"])
def test_what_is_none_is_told(text: str) -> None:
    with pytest.raises(UsageProblem, match="names no weekdays"):
        read_weekdays(text)


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
