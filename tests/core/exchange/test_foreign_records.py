"""A foreign day becomes one record, always the same one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.record.test_record_json import records
from tests.homes import session
from tui.core.exchange.foreign_records import day_id, foreign_records
from tui.core.exchange.habits import ForeignHistory, Habit, Mark
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.text.limits import YEARS

TODAY = date(2026, 11, 29)
ARCH = ExerciseRecord("sit-and-arch", 4, False, total=4)
ROTATE = ExerciseRecord("sit-and-rotate", 3, True, left=3, right=3)


def local(wall: datetime) -> datetime:
    return wall.replace(tzinfo=UTC)


def incoming(days: set[date], known: tuple[Record, ...] = (), parts=(ARCH,)):
    habit = Habit("Stretch", dict.fromkeys(days, Mark.DONE))
    history = ForeignHistory("Loop", (habit,))
    return foreign_records(history, habit, parts, known, local, TODAY)


@settings(max_examples=30)
@given(st.sets(st.dates(date(YEARS[0], 1, 1), TODAY), max_size=20))
def test_each_done_day_is_a_lawful_record_of_that_day(days: set[date]) -> None:
    found = incoming(days).records
    assert [item.day for item in found] == sorted(days)
    assert [record_from_dict(record_to_dict(item)) for item in found] == list(found)
    assert found == incoming(days).records


def test_what_is_in_it() -> None:
    (item,) = incoming({TODAY}).records
    assert item.id == day_id("Loop", "Stretch", TODAY) == "02188f9c-1987-5407-94c4-5ba82e6bf49c"
    assert (item.started_at, item.day, item.seconds) == (datetime(2026, 11, 29, 12, tzinfo=UTC), TODAY, 0.0)
    assert (item.origin, item.note, item.routine) == (Origin.IMPORT, "from Loop", "sit-and-arch")
    assert item.exercises == (ARCH,) and not item.partial
    assert item.exercises[0].felt is None


def test_days_that_have_the_exercise_done_are_left_out_and_those_that_have_it_from_there_are_not() -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    own = session(noon, 1)
    partial = replace(session(noon + timedelta(days=1), 2), exercises=(replace(ARCH, total=3),))
    days = {own.day, partial.day}
    found = incoming(days, (own, partial))
    assert [item.day for item in found.records] == [partial.day]
    assert found.left_out == {"already here": 1}
    assert incoming(days, incoming(days).records).records == incoming(days).records
    both = incoming({own.day}, (replace(own, exercises=(ARCH,)),), (ROTATE, ARCH))
    assert [item.routine for item in both.records] == ["both"]


def test_days_to_come_are_left_out() -> None:
    found = incoming({TODAY, TODAY + timedelta(days=1)})
    assert len(found.records) == 1 and found.left_out == {"still to come": 1}


@settings(max_examples=30)
@given(records())
def test_ids_differ_by_source_habit_and_day(item: Record) -> None:
    ids = {day_id(source, habit, item.day) for source in ("Loop", "harsh") for habit in ("a", "b")}
    assert len(ids | {day_id("Loop", "a", item.day + timedelta(days=1))}) == 5
