"""What is typed of a session: a lawful record, or one clear line."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.history.years import arch_only, session
from tui.core.history.hand_entry import (
    EntryBounds,
    ExerciseLine,
    HandEntry,
    edited_record,
    entry_of,
    lines_for,
    new_record,
    read_date,
)
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.text.problems import UsageProblem

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 14, 5, tzinfo=ZONE)
AROUND = EntryBounds(NOW, lambda wall: wall.replace(tzinfo=ZONE), 240)
ROTATE = ExerciseLine("Sit and Rotate", ExerciseRecord("sit-and-rotate", 3, True), bundled=True)
ARCH = ExerciseLine("Sit and Arch", ExerciseRecord("sit-and-arch", 3, False), bundled=True)
CHIN = ExerciseLine("Chin tuck", ExerciseRecord("chin-tuck", 5, False, hold_s=3.0))
LINES = (ROTATE, ARCH, CHIN)
ID = "00000000-0000-0000-0000-00000000000a"


def entry(*counts: str, day: str = "2026-11-21", time: str = "09:30", **others: object) -> HandEntry:
    return HandEntry(day, time, (*counts, *[""] * (3 - len(counts))), **others)  # type: ignore[arg-type]


def test_a_new_session_is_by_hand_and_estimated() -> None:
    record = new_record(entry("3", "2", felt=Felt.EASY, note="  on the train "), LINES, AROUND, ID)
    assert record.origin is Origin.HAND
    assert record.started_at == datetime(2026, 11, 21, 9, 30, tzinfo=ZONE)
    assert record.day == date(2026, 11, 21)
    assert record.routine == "both"
    assert [(part.id, part.left, part.right, part.total) for part in record.exercises] == [
        ("sit-and-rotate", 3, 3, 0),
        ("sit-and-arch", 0, 0, 2),
    ]
    assert not record.partial
    assert {part.felt for part in record.exercises} == {Felt.EASY}
    assert record.note == "on the train"
    assert record.seconds == 8 * 4.0


@pytest.mark.parametrize("text", ["3+2", "3/2", "3 2", " 3 + 2 "])
def test_sides_may_differ(text: str) -> None:
    part = new_record(entry(text), LINES, AROUND, ID).exercises[0]
    assert (part.left, part.right) == (3, 2)


@pytest.mark.parametrize(
    ("text", "target", "partial"), [("3+2", 2, False), ("2", 2, False), ("12", 12, False), ("5+0", 5, True)]
)
def test_by_hand_what_was_done_was_all_that_was_to_be_done(text: str, target: int, partial: bool) -> None:
    record = new_record(entry(text), LINES, AROUND, ID)
    assert (record.exercises[0].target, record.partial) == (target, partial)
    lines = lines_for(record, LINES)
    changed = edited_record(record, replace(entry_of(record, lines), counts=("4+3", "1", "")), lines, AROUND)
    assert [(part.target, part.completed) for part in changed.exercises] == [(3, True), (1, True)]


def test_a_timed_session_keeps_its_target() -> None:
    record = session(1, date(2026, 11, 20))
    lines = lines_for(record, LINES)
    changed = edited_record(record, replace(entry_of(record, lines), counts=("3+2", "3", "")), lines, AROUND)
    assert [part.target for part in changed.exercises] == [3, 3] and changed.partial


@pytest.mark.parametrize(
    ("counts", "routine"),
    [(("3",), "sit-and-rotate"), (("", "3"), "sit-and-arch"), (("", "3", "5"), "set"), (("1", "1"), "both")],
)
def test_the_routine_follows_what_was_done(counts: tuple[str, ...], routine: str) -> None:
    assert new_record(entry(*counts), LINES, AROUND, ID).routine == routine


def test_the_small_hours_count_for_the_day_before() -> None:
    assert new_record(entry("3", time="03:59"), LINES, AROUND, ID).day == date(2026, 11, 20)
    assert new_record(entry("3", time="4:00"), LINES, AROUND, ID).day == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (entry(), "Nothing counted: fill in one exercise at least"),
        (entry("0", "0"), "Nothing counted: fill in one exercise at least"),
        (entry("three"), "Sit and Rotate: a number up to 99, or both sides like 3+2"),
        (entry("", "3+2"), "Sit and Arch: a number up to 99"),
        (entry("100"), "Sit and Rotate: a number up to 99, or both sides like 3+2"),
        (entry("x", day="21.11.", time="9"), "The date: like 2026-11-22, today or yesterday"),
        (entry("-1"), "Sit and Rotate: a number up to 99, or both sides like 3+2"),
        (entry("3", day="21.11."), "The date: like 2026-11-22, today or yesterday"),
        (entry("3", day="1969-12-31"), "The date: it must be from 1970 to 2199"),
        (entry("3", time="25:00"), "The time: like 14:05"),
        (entry("3", day="today", time="14:06"), "That is still to come (give a time in the past)"),
        (entry("3", day="2031-01-01"), "That is still to come (give a time in the past)"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(typed: HandEntry, line: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        new_record(typed, LINES, AROUND, ID)
    assert raised.value.line == line


def test_today_and_yesterday_follow_the_day_start() -> None:
    assert read_date("Today", date(2026, 3, 1)) == date(2026, 3, 1)
    assert read_date("yesterday", date(2026, 3, 1)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("day", "time", "date_of_start", "counts_for"),
    [
        ("yesterday", "00:57", date(2026, 11, 29), date(2026, 11, 28)),
        ("yesterday", "16:00", date(2026, 11, 28), date(2026, 11, 28)),
        ("today", "00:57", date(2026, 11, 30), date(2026, 11, 29)),
        ("2026-11-29", "00:57", date(2026, 11, 29), date(2026, 11, 28)),
    ],
)
def test_a_day_by_its_word_goes_on_until_the_day_start(
    day: str, time: str, date_of_start: date, counts_for: date
) -> None:
    """In the night to Monday the 30th; a date is that of the calendar on the wall."""
    night = replace(AROUND, now=datetime(2026, 11, 30, 1, 0, tzinfo=ZONE))
    record = new_record(entry("3", day=day, time=time), LINES, night, ID)
    assert (record.started_at.date(), record.day) == (date_of_start, counts_for)


BERLIN = ZoneInfo("Europe/Berlin")


def in_berlin(day: str, time: str, now: datetime) -> Record:
    def local(wall: datetime) -> datetime:
        return fixed(wall.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN))

    def fixed(moment: datetime) -> datetime:
        return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)

    around = EntryBounds(fixed(now.astimezone(BERLIN)), local, 0)
    return new_record(entry("3", day=day, time=time), LINES, around, ID)


@pytest.mark.parametrize(("minute", "hours"), [(0, 2), (20, 1)])
def test_of_an_hour_that_comes_twice_it_is_the_later_one_that_has_come(minute: int, hours: int) -> None:
    """In the night to 2026-10-25 the clocks go back at 01:00 UTC: 02:10 comes at 00:10 and at 01:10."""
    record = in_berlin("2026-10-25", "02:10", datetime(2026, 10, 25, 1, minute, tzinfo=UTC))
    assert record.started_at.utcoffset() == timedelta(hours=hours)


def test_a_time_that_a_clock_change_left_out_is_told() -> None:
    with pytest.raises(UsageProblem, match="no 02:30 that day"):
        in_berlin("2026-03-29", "02:30", datetime(2026, 3, 30, tzinfo=UTC))


def test_editing_nothing_changes_nothing() -> None:
    record = session(1, date(2026, 11, 20), note=" kept as it is ")
    lines = lines_for(record, LINES)
    assert edited_record(record, entry_of(record, lines), lines, AROUND) == record


def test_the_stored_day_stays_unless_the_time_is_touched() -> None:
    abroad = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    record = replace(session(1, date(2026, 11, 21)), started_at=abroad)
    lines = lines_for(record, LINES)
    typed = entry_of(record, lines)
    kept = edited_record(record, replace(typed, note="x"), lines, AROUND)
    assert (kept.day, kept.started_at) == (record.day, record.started_at)
    moved = edited_record(record, replace(typed, time="22:00"), lines, AROUND)
    assert moved.day == date(2026, 11, 20)


def test_editing_corrects_counts_and_keeps_an_exercise_that_was_not_done() -> None:
    record = session(1, date(2026, 11, 20))
    lines = lines_for(record, LINES)
    typed = replace(entry_of(record, lines), counts=("2+3", "", ""), felt=Felt.SORE)
    changed = edited_record(record, typed, lines, AROUND)
    assert [(part.left, part.right, part.total, part.felt) for part in changed.exercises] == [
        (2, 3, 0, Felt.SORE),
        (0, 0, 0, Felt.SORE),
    ]
    assert (changed.id, changed.seconds, changed.routine) == (record.id, record.seconds, record.routine)


def test_feelings_that_differ_stay_when_they_are_not_touched() -> None:
    record = session(1, date(2026, 11, 20))
    first, second = record.exercises
    record = replace(record, exercises=(replace(first, felt=Felt.SORE), replace(second, felt=None)))
    lines = lines_for(record, LINES)
    typed = entry_of(record, lines)
    assert typed.mixed
    changed = edited_record(record, replace(typed, note="n"), lines, AROUND)
    assert [part.felt for part in changed.exercises] == [Felt.SORE, None]


def test_an_exercise_that_is_not_known_any_more_can_be_edited() -> None:
    part = ExerciseRecord("gone[/]", 3, False, total=3)
    record = replace(arch_only(1, date(2026, 11, 20)), exercises=(part,), routine="gone[/]")
    lines = lines_for(record, LINES)
    assert lines[0].name == "gone[/]"
    changed = edited_record(record, replace(entry_of(record, lines), counts=("2", "", "", "")), lines, AROUND)
    assert changed.exercises[0].total == 2


words = st.one_of(st.text(max_size=12), st.from_regex(r"\d{1,3}([+/ ]\d{1,3})?", fullmatch=True))
dates = st.one_of(st.text(max_size=12), st.dates().map(date.isoformat), st.just("today"))
times = st.one_of(st.text(max_size=6), st.times().map(lambda time: f"{time:%H:%M}"))


@settings(max_examples=50)
@given(dates, times, st.tuples(words, words, words), st.sampled_from([None, *Felt]), st.text(max_size=1200))
def test_anything_typed_is_a_lawful_record_or_one_line(
    day: str, time: str, counts: tuple[str, ...], felt: Felt | None, note: str
) -> None:
    try:
        record = new_record(HandEntry(day, time, counts, felt, note=note), LINES, AROUND, ID)
    except UsageProblem as problem:
        assert problem.line.isprintable()
        return
    assert record_from_dict(record_to_dict(record)) == record
    assert record.started_at <= NOW and record.units_done > 0
