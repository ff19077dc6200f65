"""Any table with a column of dates."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.exchange.foreign import NO, SKIP, YES, Kept, kept, table
from tui.core.exchange.date_table import read_table
from tui.core.exchange.habits import Habit
from tui.core.text.problems import UsageProblem


def only(text: str, date_column: str | None = None, done_column: str | None = None) -> Habit:
    (habit,) = read_table(text, date_column, done_column).habits
    return habit


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@settings(max_examples=30)
@given(habits=kept((YES, NO, SKIP)), named=st.booleans())
def test_a_table_gives_the_days_that_were_done(delimiter: str, habits: tuple[Kept, ...], named: bool) -> None:
    habit = habits[0]
    read = only(table(habit, delimiter), "date" if named else None, "Stretched")
    assert (set(read.done), read.name) == (habit.done, "Stretched")
    assert set(only(table(habit, delimiter)).done) == set(habit.marks)


@pytest.mark.parametrize(
    "cell", ["2026-11-2x1", "2026-11-14foo", "2026-1-1.5", "2026-11-2\x1b[31m1", "2.11.2026x"]
)
def test_what_goes_on_after_a_date_is_none(cell: str) -> None:
    assert only(f"date\n2026-11-20\n{cell}\n").done == (date(2026, 11, 20),)


@pytest.mark.parametrize("time", ["T09:30:00", " 09:30", ", 09:30", ""])
def test_a_time_may_follow_a_date(time: str) -> None:
    assert only(f'date\n"2026-11-20{time}"\n').done == (date(2026, 11, 20),)


def test_of_several_lines_of_a_day_one_that_is_done_is_enough() -> None:
    assert only("date,ok\n2026-11-20,no\n2026-11-20,yes\n2026-11-20,no\n", done_column="ok").done


def test_words_and_numbers_and_what_is_neither() -> None:
    cells = ["yes", "TRUE", "x", "3", "0,5", "0", "", "no", "-1", "maybe", "nan", "1e999", "yes_auto", "skip"]
    text = "date;v\n" + "".join(f"2026-11-{day:02};{cell}\n" for day, cell in enumerate(cells, 1))
    habit = only(text, None, "v")
    assert [day.day for day in habit.done] == [1, 2, 3, 4, 5]
    assert habit.left_out() == {
        "not done": 4,
        "with a word that is not known": 3,
        "filled in, not done (YES_AUTO)": 1,
        "skipped": 1,
    }


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (["2026-11-20"], date(2026, 11, 20)),
        (["2026-11-20T23:59:00Z"], date(2026, 11, 20)),
        (["2026-11-20 23:59"], date(2026, 11, 20)),
        (["2026/1/2"], date(2026, 1, 2)),
        (["20.11.2026"], date(2026, 11, 20)),
        (["2. 1. 2026"], date(2026, 1, 2)),
        (["20/11/2026", "1/2/2026"], date(2026, 11, 20)),
        (["11/20/2026", "1/2/2026"], date(2026, 11, 20)),
        (["3/3/2026"], date(2026, 3, 3)),
    ],
)
def test_dates_are_read_in_the_usual_forms(cells: list[str], day: date) -> None:
    assert day in only("date\tx\n" + "".join(f"{cell}\t1\n" for cell in cells)).done


def test_a_day_is_never_guessed() -> None:
    with pytest.raises(UsageProblem, match="two ways"):
        only("date,x\n3/4/2026,1\n")
    with pytest.raises(UsageProblem, match="two ways"):
        only("date,x\n13/4/2026,1\n4/13/2026,1\n")
    assert only("date,x\n31.2.2026,1\n0001-01-01,1\n20261120,1\n").left_out() == {"without a date": 3}


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        ("a,b\n1,2\n", (None, None), "its columns are a, b"),
        ("date,Day\n1,2\n", (None, None), "--date COLUMN"),
        ("date,b\n1,2\n", ("when", None), "no column 'when'"),
        ("date,b\n1,2\n", (None, "c"), "no column 'c'"),
        ('date,b\n"' + "x" * 200_000, (None, None), "the table cannot be read"),
    ],
)
def test_what_is_missing_is_told(text: str, columns: tuple[str | None, str | None], told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        only(text, *columns)
