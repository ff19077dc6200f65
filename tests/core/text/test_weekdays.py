"""Weekdays as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.problems import UsageProblem
from tui.core.text.weekdays import read_weekdays, weekday_words


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
