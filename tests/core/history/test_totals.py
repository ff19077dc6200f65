"""The weeks of each exercise."""

from collections.abc import Iterator
from datetime import timedelta

from tests.ui.history.years import TODAY, arch_only, session
from tui.core.history.totals import trends
from tui.core.record.record import Record


def test_the_best_session_of_each_week() -> None:
    records = [
        session(1, TODAY, left=4, right=3, arch=2),
        arch_only(2, TODAY - timedelta(days=3)),
        session(3, TODAY - timedelta(days=14), left=5, right=5, arch=5),
    ]
    assert trends(records, 3, TODAY) == {"sit-and-rotate": (5, 0, 3), "sit-and-arch": (5, 0, 4)}


def test_no_session_is_read_beyond_the_first_week() -> None:
    read: list[Record] = []

    def newest_first() -> Iterator[Record]:
        for back in range(0, 70, 7):
            read.append(session(back, TODAY - timedelta(days=back)))
            yield read[-1]

    assert trends(newest_first(), 3, TODAY)["sit-and-arch"] == (3, 3, 3)
    assert len(read) == 4


def test_days_to_come_are_left_out() -> None:
    assert trends([session(1, TODAY + timedelta(days=9))], 2, TODAY) == {}
