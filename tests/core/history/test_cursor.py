"""Where one stands in the history: whatever is pressed, day, row and weeks belong together."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.history.calendar import EARLIEST, Window
from tui.core.history.cursor import HistoryCursor
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.streaks.days import DayFacts, facts_of
from tui.core.text.weekdays import week_start

TODAY = date(2026, 11, 22)
WEEKS = 6


def record(day: date) -> Record:
    start = datetime.combine(day, time(9), UTC)
    return Record("x", start, day, 9.0, Origin.TIMED, "x", (ExerciseRecord("x", 1, False, total=1),))


@dataclass(frozen=True)
class Rows:
    """Sessions by row, the newest first; one of them may not be readable."""

    records: tuple[Record, ...]
    lost: int | None = None

    @property
    def rows(self) -> int:
        return len(self.records)

    def record(self, row: int) -> Record | None:
        return None if row == self.lost else self.records[row]

    def row_of(self, day: date) -> int:
        row = bisect_left(self.records, -day.toordinal(), key=lambda item: -item.day.toordinal())
        return min(row, max(len(self.records) - 1, 0))


@dataclass(frozen=True)
class Shown:
    sessions: Rows
    today: date = TODAY

    @property
    def days(self) -> Mapping[date, DayFacts]:
        return facts_of(self.sessions.records)


Move = Callable[[HistoryCursor, Shown], HistoryCursor]
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.builds(
        lambda days, rows: lambda at, shown: at.moved(days, rows, shown),
        st.sampled_from([-28, -7, -1, 1, 7, 28]), st.sampled_from([-5, -1, 0, 1, 5]),
    ),
    st.sampled_from(
        [HistoryCursor.first, HistoryCursor.last, HistoryCursor.to_list, HistoryCursor.to_calendar]
    ),
    st.builds(lambda row: lambda at, shown: replace(at, in_list=True).at(row, shown), st.integers(-3, 30)),
)  # fmt: skip
SHOWN = st.builds(
    lambda backs, lost: Shown(Rows(tuple(record(TODAY - timedelta(days=n)) for n in sorted(backs)), lost)),
    st.lists(st.integers(-2, 90), max_size=12),
    st.none() | st.integers(0, 11),
)
START = HistoryCursor(TODAY, Window(week_start(TODAY, 0), WEEKS))


@given(SHOWN, st.lists(MOVES, max_size=15))
def test_whatever_is_pressed_day_row_and_weeks_belong_together(shown: Shown, moves: list[Move]) -> None:
    at = START
    for move in moves:
        at = move(at, shown)
        assert 0 <= at.row <= max(0, shown.sessions.rows - 1)
        assert at.day >= EARLIEST
        seen = min(at.day, TODAY)
        assert at.window.first <= seen < at.window.last + timedelta(weeks=1)
        assert at.window.weeks == WEEKS
        if not at.in_list:
            assert at.day <= TODAY
    if moves and at.lists(shown):
        at = at.at(at.row, shown)
        marked = shown.sessions.record(at.row)
        assert marked is None or marked.day == at.day


@settings(max_examples=50)
@given(SHOWN, st.integers(0, 120), st.integers(-400, 400))
def test_the_calendar_goes_day_by_day_up_to_today(shown: Shown, back: int, by: int) -> None:
    at = replace(START, in_list=False).to(TODAY - timedelta(days=back), shown)
    assert at.moved(by, 1, shown).day == min(TODAY, at.day + timedelta(days=by))
    if at.day + timedelta(days=by) <= TODAY:
        assert at.moved(by, 0, shown).moved(-by, 0, shown).day == at.day


@settings(max_examples=50)
@given(SHOWN, st.integers(0, 11), st.integers(-12, 12))
def test_the_list_goes_row_by_row(shown: Shown, row: int, by: int) -> None:
    at = START.at(row, shown)
    there = at.moved(7, by, shown) if by else at
    if shown.sessions.rows:
        assert there.row == max(0, min(at.row + by, shown.sessions.rows - 1))
        assert at.first(shown).row == 0 and at.last(shown).row == shown.sessions.rows - 1
    elif by:
        assert there.day == TODAY, "there is no list: it is the calendar that is gone in"


@settings(max_examples=50)
@given(SHOWN, st.integers(0, 11))
def test_a_week_on_never_stays_on_a_row_with_newer_ones_above(shown: Shown, row: int) -> None:
    at = START.at(row, shown)
    if at.lists(shown) and at.row:
        assert at.moved(7, 0, shown).row < at.row


@settings(max_examples=50)
@given(SHOWN, st.lists(MOVES, max_size=5))
def test_to_the_calendar_and_back_is_the_newest_session_of_the_day_or_before(
    shown: Shown, moves: list[Move]
) -> None:
    at = START
    for move in moves:
        at = move(at, shown)
    back = at.to_calendar(shown).to_list(shown)
    assert back.row == shown.sessions.row_of(min(at.day, TODAY))
