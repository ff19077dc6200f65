"""Several sets a day, against a slow and independent oracle, and by example."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import uuid
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.settings.settings import Settings
from tui.core.streaks.sets import DueWatch, Sets, count_sets, is_set, set_due

TODAY = date(2026, 10, 25)
"""Clocks go back in Europe on it."""
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=2)), timezone(timedelta(hours=-9))]
)


@st.composite
def sessions(draw: st.DrawFn) -> Record:
    day = TODAY + timedelta(days=draw(st.integers(-2, 1)))
    start = datetime.combine(day, time(draw(st.integers(0, 23)), draw(st.integers(0, 59))), draw(ZONES))
    parts = draw(
        st.lists(
            st.builds(
                lambda target, left, right, sided: ExerciseRecord("x", target, sided, left, right, left),
                st.integers(1, 4), st.integers(0, 4), st.integers(0, 4), st.booleans(),
            ),
            min_size=1, max_size=3,
        )
    )  # fmt: skip
    number = draw(st.integers(1, 10**9))
    return Record(uuid(number), start, day, 30.0, draw(st.sampled_from(Origin)), "x", tuple(parts))


def slow_is_set(record: Record) -> bool:
    done = planned = 0
    for part in record.exercises:
        if part.per_side:
            done, planned = done + part.left + part.right, planned + part.target * 2
            if part.left >= part.target and part.right >= part.target:
                return record.origin in (Origin.TIMED, Origin.HAND)
        else:
            done, planned = done + part.total, planned + part.target
            if part.total >= part.target:
                return record.origin in (Origin.TIMED, Origin.HAND)
    return record.origin in (Origin.TIMED, Origin.HAND) and done >= planned / 2


@settings(max_examples=300)
@given(
    st.lists(sessions(), max_size=8),
    st.integers(1, 12),
    st.integers(0, 12),
    st.booleans(),
    st.booleans(),
    st.integers(0, 1439),
    ZONES,
)
def test_sets_and_what_is_due_are_those_of_the_oracle(
    records: list[Record], of: int, hours: int, day_due: bool, day_done: bool, minute: int, zone: timezone
) -> None:
    ordered = sorted(records, key=lambda item: (item.day, item.started_at, item.id), reverse=True)
    found = count_sets(ordered, of, TODAY)
    counted = [item for item in records if slow_is_set(item)]
    assert found.done == len([item for item in counted if item.day == TODAY])
    until_today = [item for item in counted if item.day <= TODAY]
    last_day = max((item.day for item in until_today), default=None)
    of_last_day = [item.started_at for item in until_today if item.day in (last_day, TODAY)]
    assert found.last_at == (max(of_last_day) if of_last_day else None)
    now = datetime.combine(TODAY, time(minute // 60, minute % 60), zone)
    wanted = Settings(sets_a_day=of, hours_between=hours)
    due = set_due(found, wanted, now, day_due=day_due, day_done=day_done)
    if not day_due:
        assert not due
    elif of == 1:
        assert due == (not day_done)
    else:
        seconds = (now.timestamp() - found.last_at.timestamp()) if found.last_at else -1
        waiting = 0 <= seconds < hours * 3600
        assert due == (found.done < of and not waiting)


def test_with_one_set_a_day_nothing_is_new() -> None:
    just_now = datetime(2026, 10, 25, 12, tzinfo=UTC)
    for done in range(3):
        sets = Sets(done, 1, just_now)
        assert set_due(sets, Settings(hours_between=12), just_now, day_due=True, day_done=False)
        assert not set_due(sets, Settings(hours_between=12), just_now, day_due=True, day_done=True)


@pytest.mark.parametrize(("minutes", "due"), [(0, False), (119, False), (120, True), (-1, True)])
def test_the_hours_between_pass_on_the_clock_of_the_world(minutes: int, due: bool) -> None:
    last = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    now = (last + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=1)))
    assert set_due(Sets(1, 3, last), Settings(sets_a_day=3), now, day_due=True, day_done=True) == due


def test_imported_sessions_are_no_sets_and_a_half_is_one() -> None:
    half = Record(
        uuid(1), datetime(2026, 10, 25, 9, tzinfo=UTC), TODAY, 9.0, Origin.TIMED, "x",
        (ExerciseRecord("x", 4, False, total=2),),
    )  # fmt: skip
    assert is_set(half) and is_set(replace(half, origin=Origin.HAND))
    assert not is_set(replace(half, origin=Origin.IMPORT))
    assert not is_set(replace(half, exercises=(ExerciseRecord("x", 4, False, total=1),)))
    assert count_sets([half], 3, TODAY).line == "1 of 3 sets today"


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 3)), max_size=40))
def test_a_set_that_falls_due_is_told_of_once(seen: list[tuple[bool, int, int]]) -> None:
    watch = DueWatch()
    told: list[tuple[date, int]] = []
    before = True
    for due, days, done in sorted(seen, key=lambda item: item[1:]):  # sets and days only grow
        today = TODAY + timedelta(days=days)
        if watch.falls_due(due=due, today=today, done=done):
            assert due and not before
            told.append((today, done))
        elif due and not before:
            assert (today, done) in told
        before = due
    assert len(told) == len(set(told))
