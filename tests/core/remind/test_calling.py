"""A time of the plan comes once, also in the nights when clocks change; and nobody is called too often."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.remind.calling import GRACE, ShownReminder, may_remind, next_slot, slot_now
from tui.core.remind.plan import LEAST_APART, ReminderPlan
from tui.core.remind.systemd import calendar_lines

NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/Santiago", date(2026, 9, 6)),
    ("America/Santiago", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Asia/Kathmandu", date(2026, 3, 29)),
]
MINUTE = timedelta(minutes=1)


def local_of(zone: str) -> Callable[[datetime], datetime]:
    place = ZoneInfo(zone)
    return lambda wall: wall.replace(tzinfo=place).astimezone(UTC).astimezone(place)


@st.composite
def plans(draw: st.DrawFn) -> ReminderPlan:
    times = draw(st.lists(st.integers(0, 1439), min_size=1, max_size=5, unique=True))
    night = draw(st.lists(st.integers(0, 239), max_size=3, unique=True))
    apart: list[int] = []
    for minute in sorted({*times, *night}):
        if not apart or minute - apart[-1] >= LEAST_APART:
            apart.append(minute)
    return ReminderPlan(tuple(apart), draw(st.frozensets(st.integers(0, 6), min_size=1)))


@cache
def minutes_around(zone: str, day: date) -> tuple[datetime, ...]:
    """Every minute of the day before, of the day, and of the day after, as instants here."""
    place = ZoneInfo(zone)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1, hours=14)
    return tuple((start + n * MINUTE).astimezone(place) for n in range(3 * 1440 + 28 * 60))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NIGHTS), plans())
def test_a_time_comes_at_the_first_minute_whose_clock_shows_it_or_later(
    night: tuple[str, date], plan: ReminderPlan
) -> None:
    zone, day = night
    local, minutes = local_of(zone), minutes_around(zone, day)
    came: dict[str, datetime] = {}
    for now in minutes:
        slot = slot_now(plan, now, local)
        if slot:
            came.setdefault(slot, now)
    for wanted in (day, day + timedelta(days=1)):
        for planned in plan.on(wanted):
            first = next(now for now in minutes if now.replace(tzinfo=None) >= planned)
            name = f"{planned:%Y-%m-%d %H:%M}"
            later = [other for other in plan.on(wanted) if planned < other <= first.replace(tzinfo=None)]
            assert came.get(name) == first or later, "left out only where the next one has come at once"


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NIGHTS), plans())
def test_what_systemd_rings_finds_every_time(night: tuple[str, date], plan: ReminderPlan) -> None:
    """It rings where the clock shows exactly the time, and leaves out what no clock shows."""
    zone, day = night
    local = local_of(zone)
    rung = {line.rpartition(" ")[2][:5] for line in calendar_lines(plan)}
    came = set()
    for now in minutes_around(zone, day):
        if f"{now:%H:%M}" in rung and now.weekday() in plan.weekdays:
            came.add(slot_now(plan, now, local))
    for planned in plan.on(day):
        near = [other for other in plan.on(day) if timedelta(0) < other - planned <= timedelta(hours=1)]
        assert f"{planned:%Y-%m-%d %H:%M}" in came or near


@given(st.integers(-90, 90))
def test_it_may_be_late_by_half_an_hour(minutes: int) -> None:
    plan = ReminderPlan((23 * 60 + 50,), frozenset({5}))
    saturday = datetime(2026, 11, 21, 23, 50, tzinfo=UTC)
    found = slot_now(plan, saturday + timedelta(minutes=minutes), local_of("UTC"))
    assert (found == "2026-11-21 23:50") == (0 <= minutes <= GRACE.total_seconds() / 60)


NOW = datetime(2026, 11, 23, 15, 0, 3, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def shown(hour: int, minute: int = 0, second: int = 40, day: date = TODAY) -> ShownReminder:
    at = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC)
    return ShownReminder(at, f"{at:%Y-%m-%d %H:%M}", day)


@pytest.mark.parametrize(
    ("before", "last_set", "may"),
    [
        ([], None, True),
        ([shown(14)], None, True),
        ([shown(14, 1)], None, False),
        ([shown(9), shown(12)], None, False),
        ([shown(9), shown(12)], datetime(2026, 11, 23, 10, tzinfo=UTC), True),
        ([shown(9), shown(12)], datetime(2026, 11, 23, 8, tzinfo=UTC), False),
        ([shown(9, day=date(2026, 11, 22)), shown(12, day=date(2026, 11, 22)), shown(9)], None, True),
        ([shown(15, 0, 0)], None, False),
        ([shown(16)], None, True),
    ],
)
def test_nobody_is_called_too_often(
    before: list[ShownReminder], last_set: datetime | None, may: bool
) -> None:
    assert may_remind(before, "2026-11-23 15:00", NOW, TODAY, last_set) == may


def test_a_time_that_comes_twice_is_told_once() -> None:
    first = ShownReminder(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 02:30", date(2026, 10, 24))
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert not may_remind([first], first.slot, again, first.day, None)


def test_the_next_one_is_told() -> None:
    plan = ReminderPlan((11 * 60, 15 * 60), frozenset(range(5)))
    friday = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
    local = local_of("UTC")
    assert next_slot(plan, friday, local, None) == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert next_slot(plan, friday, local, date(2026, 11, 24)) == datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert next_slot(ReminderPlan((), frozenset({0})), friday, local, None) is None
