"""Rows without reading: against the plain sorted list."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.history.years import session
from tui.core.history.index import SessionIndex
from tui.core.streaks.days import facts_of

START = date(2024, 1, 15)
histories = st.lists(st.integers(0, 120), max_size=40)


@settings(max_examples=50)
@given(histories)
def test_every_row_is_found_in_its_month(offsets: list[int]) -> None:
    days = sorted((START + timedelta(days=offset) for offset in offsets), reverse=True)
    index = SessionIndex(facts_of(session(at, day) for at, day in enumerate(days)), len(days))
    assert index.rows == len(days)
    for row, day in enumerate(days):
        month, place = index.locate(row)
        in_month = [other for other in days if (other.year, other.month) == month]
        assert in_month[place] == day


@settings(max_examples=50)
@given(histories, st.integers(-10, 130))
def test_the_row_of_a_day_is_its_first_or_that_of_the_day_before(offsets: list[int], offset: int) -> None:
    days = sorted((START + timedelta(days=number) for number in offsets), reverse=True)
    index = SessionIndex(facts_of(session(at, day) for at, day in enumerate(days)), len(days))
    day = START + timedelta(days=offset)
    expected = next((row for row, other in enumerate(days) if other <= day), max(len(days) - 1, 0))
    assert index.row_of(day) == expected
    assert not days or index.locate(expected)[0] == (days[expected].year, days[expected].month)
    assert index.row_of(day) == expected


def test_there_is_no_row_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        SessionIndex({}, 0).locate(0)
