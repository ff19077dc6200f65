"""Sessions by row: those that were picked out stand as those of the whole history do."""

from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.history.opening import with_records
from tests.ui.history.years import TODAY, arch_only, session, years
from tui.core.history.order import Search, SessionOrder
from tui.ui.history.data import SomeSessions, listed, read_history


@given(st.lists(st.integers(0, 60), max_size=30), st.integers(-5, 65))
def test_the_row_of_a_day(offsets: list[int], offset: int) -> None:
    days = sorted((TODAY - timedelta(days=back) for back in offsets), reverse=True)
    sessions = SomeSessions([session(number, day) for number, day in enumerate(days)])
    wanted = TODAY - timedelta(days=offset)
    expected = next((row for row, day in enumerate(days) if day <= wanted), max(len(days) - 1, 0))
    assert sessions.row_of(wanted) == expected


def test_rows_are_the_history_newest_first(tmp_path: Path) -> None:
    services = with_records(tmp_path, years(200, 3))
    data, problems = read_history(services, services.settings, TODAY)
    records = list(services.history.newest_first())
    assert problems == ()
    assert [data.sessions.record(row) for row in range(data.sessions.rows)] == records
    assert all(record in data.on(record.day) for record in records)


def test_one_exercise_alone(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, TODAY), arch_only(2, TODAY - timedelta(days=1))])
    data, _ = read_history(services, services.settings, TODAY)
    rotated = listed(data, Search("sit-and-rotate"), SessionOrder(), [session(1, TODAY)])
    assert rotated.sessions.rows == 1
    assert rotated.days[TODAY].units == 6
