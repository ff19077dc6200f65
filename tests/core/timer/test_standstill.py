"""A machine that stood still is noticed, by either clock."""

from tui.core.timer.run import GapGuard


def test_ticks_in_time_are_no_gap() -> None:
    guard = GapGuard(10.0, 1000.0)
    assert guard.gap_before(10.03, 1000.03) is None
    assert guard.gap_before(11.5, 1001.5) is None


def test_a_late_tick_gives_the_last_good_one() -> None:
    guard = GapGuard(10.0, 1000.0)
    guard.gap_before(10.5, 1000.5)
    assert guard.gap_before(12.1, 1002.1) == 10.5
    assert guard.gap_before(12.2, 1002.2) is None


def test_a_monotonic_clock_that_slept_is_told_by_the_wall_clock() -> None:
    guard = GapGuard(10.0, 1000.0)
    assert guard.gap_before(10.1, 4000.0) == 10.0
    assert guard.gap_before(10.2, 3000.0) == 10.1


def test_the_latest_tick_in_time_and_the_largest_drift_are_no_gap() -> None:
    guard = GapGuard(10.0, 1000.0)
    assert guard.gap_before(11.5, 1001.5) is None
    assert guard.gap_before(12.5, 1004.5) is None
    assert guard.gap_before(13.5, 1003.5) is None
    assert guard.gap_before(14.5, 1006.75) == 13.5
