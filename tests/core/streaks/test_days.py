"""The day of a session: by the wall clock, whatever the clocks, the zones and the calendar do."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.history.records import record
from tests.core.streaks.walked import streak
from tui.core.record.record import ExerciseRecord
from tui.core.settings.settings import Away
from tui.core.streaks.days import DayFacts, Kind, StreakRules, day_of, facts_of, kind_of, span_of

BERLIN = ZoneInfo("Europe/Berlin")
FOUR = 240


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("started_at", "day"),
    [
        ("2026-11-22T00:30", "2026-11-21"),
        ("2026-11-22T03:59", "2026-11-21"),
        ("2026-11-22T04:00", "2026-11-22"),
        ("2026-11-22T23:59", "2026-11-22"),
        ("2026-03-29T04:30", "2026-03-29"),
        ("2026-03-29T01:59", "2026-03-28"),
        ("2026-03-29T03:00", "2026-03-28"),
        ("2026-10-25T04:30", "2026-10-25"),
        ("2026-10-25T02:30", "2026-10-24"),
        ("2028-02-29T12:00", "2028-02-29"),
        ("2028-03-01T00:30", "2028-02-29"),
        ("2027-01-01T03:00", "2026-12-31"),
    ],
)
def test_the_day_is_the_wall_clocks(started_at: str, day: str) -> None:
    assert day_of(at(started_at), FOUR) == date.fromisoformat(day)


def test_both_halves_of_the_doubled_hour_have_one_day() -> None:
    first = at("2026-10-25T02:30")
    assert day_of(first, 120) == day_of(first.replace(fold=1), 120) == date(2026, 10, 25)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),
    st.integers(0, 720),
    st.integers(-14 * 60, 14 * 60),
)
def test_no_day_is_lost_or_invented(wall: datetime, start: int, offset: int) -> None:
    there = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))
    day = day_of(there, start)
    assert day == day_of(wall.replace(tzinfo=UTC), start), "only the wall clock counts"
    begins, ends = span_of(day, start)
    assert begins <= wall < ends == begins + timedelta(days=1)


def test_a_session_a_day_is_a_streak_through_both_changes_of_the_clock() -> None:
    start = at("2026-03-01T04:30")
    days = facts_of(record(n, day_of(start + timedelta(days=n), FOUR)) for n in range(250))
    assert streak(days, StreakRules(), date(2026, 11, 5)).current == 250


def test_a_trip_around_the_world_loses_no_day() -> None:
    zones = ["Europe/Berlin", "America/New_York", "Pacific/Honolulu", "Pacific/Auckland", "Asia/Tokyo"]
    starts = [datetime(2026, 5, 1 + n, 9, tzinfo=ZoneInfo(zone)) for n, zone in enumerate(zones)]
    days = facts_of(record(n, day_of(start, FOUR)) for n, start in enumerate(starts))
    assert streak(days, StreakRules(), date(2026, 5, 5)).current == 5


def test_a_day_adds_up_its_sessions() -> None:
    day = date(2026, 11, 22)
    few = (ExerciseRecord("sit-and-arch", 10, False, total=2),)
    days = facts_of([record(1, day, exercises=few), record(2, day, exercises=few)])
    assert days == {day: DayFacts(False, 4, 10, 2, 128.0)}
    assert kind_of(day, days, StreakRules(), day) is Kind.OPEN
    later = day + timedelta(days=1)
    assert kind_of(day, days, StreakRules(), later) is Kind.PARTIAL
    days = facts_of([record(n, day, exercises=few) for n in range(3)])
    assert kind_of(day, days, StreakRules(), later) is Kind.DONE, "6 of the largest plan of 10"


def test_one_completed_exercise_makes_the_day() -> None:
    facts = facts_of([record(1, left=0, right=0, total=3)])
    assert facts[date(2026, 11, 22)].done
    only = facts_of([record(1, left=0, right=0, total=3)], "sit-and-rotate")
    assert not only[date(2026, 11, 22)].done
    assert facts_of([record(1)], "neck") == {}


def test_something_done_while_away_counts() -> None:
    day = date(2026, 11, 20)
    rules = StreakRules(away=(Away(day, day + timedelta(days=1)),))
    days = facts_of([record(1, day)])
    assert kind_of(day, days, rules, date(2026, 11, 22)) is Kind.DONE
    assert kind_of(day + timedelta(days=1), days, rules, date(2026, 11, 22)) is Kind.REST
