"""Weeks in sight, the cursor's limits, months, and what is said of a day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.history.years import TODAY, session
from tui.core.history.calendar import EARLIEST, Window, day_line, months_line, moved, within
from tui.core.history.heatmap import DayLevel, heatmap
from tui.core.settings.settings import Away
from tui.core.streaks.days import StreakRules, facts_of
from tui.core.streaks.week import monday
from tui.core.text.date_words import counted, day_words, span_words

near = st.dates(date(1969, 1, 1), date(2030, 12, 31))


@given(near, st.integers(1, 200), near)
def test_the_window_moves_just_enough(last: date, weeks: int, day: date) -> None:
    window = Window(monday(last), weeks)
    shown = window.showing(day)
    assert shown.first <= day <= shown.last + timedelta(days=6)
    assert shown.weeks == weeks
    if window.first <= monday(day) <= window.last:
        assert shown == window
    else:
        assert monday(day) in (shown.first, shown.last)


@given(near, st.integers(-40, 40))
def test_the_cursor_stays_where_it_may_stand(day: date, by: int) -> None:
    cursor = within(day, TODAY)
    assert EARLIEST <= moved(cursor, by, TODAY) <= TODAY
    if EARLIEST <= cursor + timedelta(days=by) <= TODAY:
        assert moved(cursor, by, TODAY) == cursor + timedelta(days=by)


def test_months_stand_over_the_first_week_that_begins_in_them() -> None:
    assert months_line(date(2026, 8, 31), 12) == "  Sep     Oct     Nov"
    assert months_line(date(2025, 12, 1), 9) == "Dec       Jan 2026"
    assert months_line(date(2025, 12, 1), 8) == "Dec       Jan"


@given(near, st.integers(1, 120))
def test_months_are_never_cut(first: date, weeks: int) -> None:
    line = months_line(monday(first), weeks)
    assert len(line) <= 2 * weeks
    assert all(word.isdigit() or len(word) == 3 for word in line.split())


@settings(max_examples=50)
@given(near, st.integers(1, 12), st.integers(0, 6), st.integers(-100, 14))
def test_a_day_is_found_in_the_calendar(last: date, weeks: int, first_weekday: int, on: int) -> None:
    day = last + timedelta(days=on)
    calendar = heatmap({}, StreakRules(), last, weeks, last, first_weekday)
    place = calendar.place_of(day)
    if place is None:
        assert all(cell.day != day for week in calendar.weeks for cell in week)
    else:
        assert calendar.weeks[place[0]][place[1]].day == day
    assert calendar.place_of(None) is None


def test_a_day_is_told_in_a_line() -> None:
    days = facts_of([session(1, TODAY), session(2, TODAY)])
    rules = StreakRules(away=(Away(date(2026, 11, 1), date(2026, 11, 3)),))
    assert day_line(TODAY, days, rules, DayLevel.DONE) == (
        "Sun 22 Nov 2026: 2 sessions, 18 repetitions, 2 min"
    )
    assert day_line(date(2026, 11, 2), days, rules, DayLevel.BLANK) == "Mon 2 Nov 2026: away"
    assert day_line(date(2026, 11, 4), {}, rules, DayLevel.OPEN) == "Wed 4 Nov 2026: not done yet today"
    assert day_line(date(2026, 11, 2), {}, rules, DayLevel.OPEN).startswith(
        "Mon 2 Nov 2026: today, nothing due"
    )
    assert day_line(date(2026, 11, 7), days, rules, DayLevel.BLANK) == "Sat 7 Nov 2026: nothing due"
    assert day_line(date(2026, 11, 6), days, rules, DayLevel.BRIDGED) == "Fri 6 Nov 2026: missed, bridged"


def test_spans_name_no_more_than_needed() -> None:
    def span(first: str, last: str) -> str:
        return span_words(date.fromisoformat(first), date.fromisoformat(last), TODAY)

    assert span("2026-03-03", "2026-03-21") == "3-21 Mar"
    assert span("2026-02-28", "2026-03-03") == "28 Feb-3 Mar"
    assert span("2024-12-28", "2025-01-03") == "28 Dec 2024-3 Jan 2025"
    assert span("2025-03-03", "2025-03-03") == "3 Mar 2025"


def test_words_for_days_and_numbers() -> None:
    assert day_words(date(2026, 11, 2)) == "Mon  2 Nov"
    assert day_words(TODAY, year=True) == "Sun 22 Nov 2026"
    assert (counted(1, "day"), counted(1840, "day")) == ("1 day", "1,840 days")
