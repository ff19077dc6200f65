"""Times as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.remind.plan import ReminderPlan, at_times, clock_text, every, minute_of
from tui.core.text.problems import UsageProblem


@given(st.integers(0, 1439))
def test_a_time_is_read_as_it_is_written(minute: int) -> None:
    assert minute_of(clock_text(minute)) == minute


def test_times_come_in_order_and_once() -> None:
    assert at_times(["15:00", "9:05", "15:00"]) == (9 * 60 + 5, 15 * 60)
    assert every("3h", "09:00-18:00") == (540, 720, 900, 1080)
    assert every("1h30m", "9:00-12:15") == (540, 630, 720)
    assert every("90m", "09:00-10:00") == (540,)


def test_an_hour_is_a_time() -> None:
    assert [minute_of(text) for text in ("11", " 9 ", "9.30")] == [660, 540, 570]


@pytest.mark.parametrize("text", ["", "24:00", "24", "11:60", "11:0", "-1:00", "11:00pm", "\u0661\u0661:00"])
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(UsageProblem, match="is no time"):
        at_times([text])


def test_two_in_an_hour_are_told() -> None:
    with pytest.raises(UsageProblem, match="11:00 and 11:59"):
        at_times(["11:59", "11:00"])
    assert at_times(["11:00", "12:00"]) == (660, 720)


@pytest.mark.parametrize(
    ("span", "between"),
    [("", "09:00-18:00"), ("59m", "09:00-18:00"), ("24h", "09:00-18:00"), ("h", "09:00-18:00"),
     ("3", "09:00-18:00"), ("3h", "09:00"), ("3h", "18:00-09:00"), ("3h", "-")],
)  # fmt: skip
def test_what_makes_no_sense_is_told(span: str, between: str) -> None:
    with pytest.raises(UsageProblem, match=r"is no|ends before"):
        every(span, between)


def test_the_plan_in_words() -> None:
    assert ReminderPlan((660, 900), frozenset(range(5))).words == "mon-fri at 11:00, 15:00"
    assert ReminderPlan((660,), frozenset(range(7))).words == "at 11:00"
