"""Loop's files: only what was really done is done."""

from datetime import date

import pytest
from hypothesis import given, settings

from tests.core.exchange.foreign import AUTO, NO, SKIP, UNKNOWN, YES, Kept, kept, loop_export, loop_table
from tui.core.exchange.habits import ForeignHistory, Habit, Mark
from tui.core.exchange.import_file import Wanted, read_text
from tui.core.exchange.loop_files import Measure, mark_of, read_loop
from tui.core.text.problems import UsageProblem

HEAD = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
)


def one(history: object) -> Habit:
    assert isinstance(history, ForeignHistory)
    (habit,) = history.habits
    return habit


def as_kept(history: ForeignHistory) -> dict[str, set[date]]:
    return {habit.name: set(habit.done) for habit in history.habits}


@pytest.mark.parametrize("numbers", [False, True])
@settings(max_examples=30)
@given(habits=kept())
def test_the_export_gives_the_days_that_were_done(numbers: bool, habits: tuple[Kept, ...]) -> None:
    history = read_loop(loop_export(habits, numbers=numbers))
    assert as_kept(history) == {habit.name: habit.done for habit in habits}


@settings(max_examples=30)
@given(habits=kept(letters="abc XYZ'\"-"))
def test_the_table_alone_gives_them_too(habits: tuple[Kept, ...]) -> None:
    history = read_text(loop_table(habits), "", Wanted())
    assert isinstance(history, ForeignHistory)
    assert as_kept(history) == {habit.name: habit.done for habit in habits}


def test_a_comma_in_a_name_of_the_table_is_read_where_it_can_be() -> None:
    day = date(2026, 11, 20)
    alone = Kept("Sit, stand", {day: YES})
    assert one(read_text(loop_table([alone]), "", Wanted())).name == "Sit, stand"
    both = (alone, Kept("Walk", {day: NO}))
    files = {name: text for name, text in loop_export(both).items() if "/" not in name}
    assert as_kept(read_loop(files)) == {"Sit, stand": {day}, "Walk": set()}
    with pytest.raises(UsageProblem, match="import the whole export"):
        read_text(loop_table(both), "", Wanted())


def test_why_days_are_left_out_is_counted() -> None:
    days = [date(2026, 11, day) for day in range(1, 6)]
    habit = Kept("Stretch", dict(zip(days, (YES, AUTO, NO, SKIP, UNKNOWN), strict=True)))
    text = loop_export([habit])["001 Stretch/Checkmarks.csv"] + "2026-11-09,MAYBE,\nsoon,YES_MANUAL,\n"
    read = one(read_text(text, "001 Stretch", Wanted()))
    assert (read.name, read.done) == ("Stretch", (days[0],))
    assert read.left_out() == {
        "filled in, not done (YES_AUTO)": 1,
        "not done": 2,
        "skipped": 1,
        "with a word that is not known": 1,
        "without a date": 1,
    }


def test_a_measured_habit_is_in_thousandths_and_done_at_its_target() -> None:
    rows = "Date,Value,Notes\n2026-11-05,10000,\n2026-11-04,9999,\n2026-11-03,SKIP,\n2026-11-02,NO,\n"
    files = {"Habits.csv": f"{HEAD}001,Push,NUMERICAL,,,1,1,#1,reps,AT_LEAST,10.0,false\n"}
    files["001 Push/Checkmarks.csv"] = rows
    habit = one(read_loop(files))
    assert habit.done == (date(2026, 11, 5),)
    assert habit.days[date(2026, 11, 4)] is Mark.BELOW
    assert habit.days[date(2026, 11, 3)] is Mark.SKIPPED


@pytest.mark.parametrize(
    ("value", "measure", "mark"),
    [
        (2, None, Mark.DONE),
        ("2", None, Mark.DONE),
        (1, None, Mark.FILLED_IN),
        (-3, None, Mark.SKIPPED),
        (7, None, Mark.DONE),
        (-2, None, Mark.UNKNOWN),
        ("", None, Mark.UNKNOWN),
        (None, None, Mark.UNKNOWN),
        (2000, Measure(3.0), Mark.BELOW),
        (2000, Measure(2.0), Mark.DONE),
        (3000, Measure(2.0, at_most=True), Mark.BELOW),
        (1000, Measure(2.0, at_most=True), Mark.DONE),
        (0, Measure(), Mark.NOT_DONE),
        ("YES_MANUAL", Measure(), Mark.NOT_DONE),
    ],
)
def test_what_a_value_says(value: int | str | None, measure: Measure | None, mark: Mark) -> None:
    assert mark_of(value, measure) is mark


def test_an_export_without_checkmarks_is_told() -> None:
    with pytest.raises(UsageProblem, match=r"holds no Checkmarks\.csv"):
        read_loop({"Habits.csv": HEAD})
