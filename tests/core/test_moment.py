"""What the screen shows at an instant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.sessions import ROTATE, plan
from tui.core.exercise import Side
from tui.core.moment import Row, moment
from tui.core.pose import PoseAt
from tui.core.session import Session


def at(now: float, **overrides: float):
    session = Session(plan(**overrides), 0.0)
    session.advance(now)
    return moment(session, now)


@pytest.mark.parametrize(
    ("now", "word", "digits", "then"),
    [
        (0.0, "READY", 5, "LEFT"),
        (4.5, "READY", 1, "LEFT"),
        (5.0, "LEFT", None, "HOLD, 2 s"),
        (7.0, "HOLD", 2, "RIGHT, through the centre"),
        (8.99, "HOLD", 1, "RIGHT, through the centre"),
        (22.5, "HOLD", 2, "LEFT, through the centre, the last one"),
        (34.0, "BACK", None, "NEXT: Sit and Arch"),
        (36.0, "NEXT", 8, "ARCH"),
        (50.5, "REST", None, "ARCH"),
        (63.0, "BACK", None, "done"),
        (64.0, "DONE", None, ""),
    ],
)
def test_word_digits_and_what_comes_next(now: float, word: str, digits: int | None, then: str) -> None:
    shown = at(now)
    assert (shown.word, shown.digits, shown.then) == (word, digits, then)


def test_dots_fill_side_by_side() -> None:
    assert at(10.0).rows == (Row(Side.LEFT, (True, False, False)), Row(Side.RIGHT, (False, False, False)))
    assert at(49.0).rows == (Row(None, (True, False, False)),)


def test_the_figure_is_where_the_session_is() -> None:
    assert at(0.0).pose == PoseAt("left", 0.0) and at(0.0).ghost == PoseAt("left", 1.0)
    assert at(6.0).pose == PoseAt("left", 0.5)
    assert at(7.5).ghost == PoseAt("right", 1.0)
    assert at(10.5).pose.amount == pytest.approx(0.0, abs=1e-6)
    assert at(47.0).ghost == PoseAt("end", 0.0)


def test_a_hold_grows() -> None:
    assert at(6.0).hold is None
    assert at(8.5).hold == pytest.approx(0.75)


def test_paused_the_figure_goes_to_the_centre_and_the_line_says_what_resuming_does() -> None:
    session = Session(plan(), 0.0)
    session.pause(13.0)
    assert moment(session, 13.0).pose == PoseAt("right", 1.0)
    assert moment(session, 14.0).pose.amount == 0.0
    shown = moment(session, 20.0)
    assert (shown.word, shown.paused, shown.digits) == ("PAUSED", True, None)
    assert shown.then == "RIGHT 1 of 3, Sit and Rotate"
    session.next_exercise(21.0)
    assert moment(session, 21.0).then == "ARCH 1 of 3, Sit and Arch"
    session.next_exercise(22.0)
    end = moment(session, 22.0)
    assert (end.then, end.left_s) == ("finish the session", 0.0)


@given(st.floats(0, 64))
def test_the_bar_only_grows_and_the_time_left_is_what_is_left(now: float) -> None:
    shown = at(now)
    assert shown.left_s == pytest.approx(64.0 - now, abs=1e-6)
    assert sum(part.share for part in shown.parts) <= 1.0
    assert all(0.0 <= part.passed <= 1.0 for part in shown.parts)
    later = at(min(64.0, now + 1.0))
    assert all(b.passed >= a.passed - 1e-9 for a, b in zip(shown.parts, later.parts, strict=True))


def test_a_lone_exercise_has_the_whole_bar() -> None:
    session = Session(plan([ROTATE]), 0.0)
    session.advance(36.0)
    (part,) = moment(session, 36.0).parts
    assert (part.share, part.passed) == (1.0, 1.0)
