"""The log of harsh: the last line of a day wins, and comments may hold anything."""

from datetime import date

from hypothesis import given, settings

from tests.core.exchange.foreign import NO, SKIP, YES, Kept, harsh_log, kept
from tui.core.exchange.habits import Mark
from tui.core.exchange.harsh_log import is_harsh, read_harsh


@settings(max_examples=30)
@given(habits=kept((YES, NO, SKIP)))
def test_a_log_gives_the_days_that_were_done(habits: tuple[Kept, ...]) -> None:
    text = harsh_log(habits)
    assert is_harsh(text) == any(habit.marks for habit in habits)
    read = {habit.name: set(habit.done) for habit in read_harsh(text).habits}
    assert read == {habit.name: habit.done for habit in habits if habit.marks}


def test_lines_that_are_none_are_counted() -> None:
    text = "2026-11-20 : Gym : y : a : b : c : 3\r\nrubbish\n2026-13-40 : Gym : y\n2026-11-21 : Gym : maybe\n"
    (habit,) = read_harsh(text).habits
    assert habit.done == (date(2026, 11, 20),)
    assert habit.left_out() == {"with a word that is not known": 1, "without a date": 2}


def test_an_unknown_word_takes_nothing_back() -> None:
    (habit,) = read_harsh("2026-11-20 : Gym : y\n2026-11-20 : Gym : huh\n").habits
    assert habit.days == {date(2026, 11, 20): Mark.DONE}


def test_a_line_without_comment_and_one_whose_end_was_trimmed_are_read() -> None:
    (habit,) = read_harsh("2026-11-20 : Gym : y\n2026-11-21 : Gym : y :\n").habits
    assert len(habit.done) == 2


def test_a_long_first_line_is_judged_at_once() -> None:
    assert not is_harsh("2026-11-20" + " " * 10**6 + ": a : y")
