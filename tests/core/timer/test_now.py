"""What the screen shows at an instant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, ROTATE, plan
from tui.core.exercises.exercise import Side
from tui.core.figure.body.pose import PoseAt
from tui.core.timer.now import ExercisePart, Moment, Moments, RepetitionRow, resuming
from tui.core.timer.plan import PhaseKind
from tui.core.timer.session import Session


def at(now: float, **overrides: float):
    session = Session(plan(**overrides), 0.0)
    session.advance(now)
    return Moments(session).at(now)


@pytest.mark.parametrize(
    ("now", "word", "digits", "then"),
    [
        (0.0, "READY", 5, "LEFT"),
        (4.5, "READY", 1, "LEFT"),
        (5.0, "LEFT", 2, "HOLD, 2 s"),
        (7.0, "HOLD", 2, "RIGHT, through the centre"),
        (8.99, "HOLD", 1, "RIGHT, through the centre"),
        (22.5, "HOLD", 2, "LEFT, through the centre, the last one"),
        (34.0, "BACK", 2, "NEXT: Sit and Arch"),
        (36.0, "NEXT", 8, "ARCH"),
        (50.5, "REST", 1, "ARCH"),
        (63.0, "BACK", 1, "done"),
        (64.0, "DONE", None, ""),
    ],
)
def test_word_digits_and_what_comes_next(now: float, word: str, digits: int | None, then: str) -> None:
    shown = at(now)
    assert (shown.word, shown.digits, shown.then) == (word, digits, then)


def test_dots_fill_side_by_side() -> None:
    assert at(10.0).rows == (
        RepetitionRow(Side.LEFT, (True, False, False)),
        RepetitionRow(Side.RIGHT, (False, False, False)),
    )
    assert at(49.0).rows == (RepetitionRow(None, (True, False, False)),)


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
    assert Moments(session).at(13.0).pose == PoseAt("right", 1.0)
    assert Moments(session).at(14.0).pose.amount == 0.0
    shown = Moments(session).at(20.0)
    assert (shown.word, shown.paused, shown.digits) == ("PAUSED", True, None)
    assert shown.then == "RIGHT 1 of 3, Sit and Rotate"
    session.next_exercise(21.0)
    assert Moments(session).at(21.0).then == "ARCH 1 of 3, Sit and Arch"
    session.next_exercise(22.0)
    end = Moments(session).at(22.0)
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
    (part,) = Moments(session).at(36.0).parts
    assert (part.share, part.passed) == (1.0, 1.0)


def test_a_line_says_which_exercise_and_which_phase_it_is() -> None:
    assert (at(20.5).kind, at(20.5).place, at(20.5).paused) == (PhaseKind.MOVE, 0, False)
    assert (at(47.0).kind, at(47.0).place) == (PhaseKind.HOLD, 1)


@pytest.mark.parametrize(
    ("now", "then"), [(9.5, "HOLD, 2 s"), (33.0, "BACK to the start"), (48.5, "REST"), (56.0, "REST")]
)
def test_what_comes_next_of_each_kind(now: float, then: str) -> None:
    assert at(now).then == then


def test_on_the_way_back_the_ghost_waits_at_the_start() -> None:
    assert at(35.0).ghost == PoseAt("right", 0.0)
    assert at(49.0).ghost == PoseAt("end", 0.0)


def test_each_exercise_fills_its_share_of_the_bar() -> None:
    assert at(20.5).parts == (ExercisePart(ROTATE, 31 / 59, 0.5), ExercisePart(ARCH, 20 / 59, 0.0))
    rotate, arch = at(23.75).parts
    assert (rotate.passed, arch.passed) == (pytest.approx(18.75 / 31), 0.0)
    assert [part.passed for part in at(54.0).parts] == [1.0, 0.5]


def test_what_was_skipped_is_not_filled() -> None:
    session = Session(plan(), 0.0)
    session.advance(10.0)
    session.next_exercise(10.0)
    assert [part.passed for part in Moments(session).at(10.0).parts] == [pytest.approx(1 / 6), 0.0]
    session.advance(30.0)
    session.finish(30.0)
    assert [part.passed for part in Moments(session).at(30.0).parts] == [
        pytest.approx(1 / 6),
        pytest.approx(2 / 3),
    ]


@pytest.mark.parametrize("start", [0.1, 1234.567, 99999.9])
def test_rounding_never_takes_the_bar_below_empty(start: float) -> None:
    for hold_s in (2.1, 3.3):
        session = Session(plan(hold_s=hold_s), start)
        session.advance(start)
        assert all(part.passed >= 0.0 for part in Moments(session).at(start).parts)


def test_paused_the_bar_stays_and_the_time_left_is_that_of_resuming() -> None:
    session = Session(plan(), 0.0)
    session.pause(13.0)
    shown = Moments(session).at(20.0)
    assert (shown.kind, shown.place, shown.ghost, shown.hold) == (PhaseKind.HOLD, 0, None, None)
    assert shown.parts == Moments(session).at(500.0).parts
    assert [part.passed for part in shown.parts] == [pytest.approx(5 / 31), 0.0]
    session.resume(20.0)
    assert Moments(session).at(20.0).left_s == shown.left_s == 3.0 + 2.0 + 2.0 + 20.0 + 2.0 + 8.0 + 20.0


def test_paused_before_a_change_of_exercise_the_change_is_still_to_come() -> None:
    session = Session(plan(), 0.0)
    session.pause(35.0)
    shown = Moments(session).at(40.0)
    assert (shown.left_s, shown.place, shown.then) == (28.0, 1, "ARCH 1 of 3, Sit and Arch")


def test_paused_halfway_home_the_figure_is_halfway() -> None:
    session = Session(plan(), 0.0)
    session.pause(13.0)
    shown = Moments(session).at(13.5)
    assert (shown.pose, shown.ghost) == (PoseAt("right", 0.5), PoseAt("right", 0.0)), "the arrow leads back"
    assert Moments(session).at(14.0).ghost is None


def test_a_marker_that_moved_on_takes_the_dots_with_it() -> None:
    session = Session(plan(reps=1), 0.0)
    session.pause(6.0)
    assert [row.side for row in Moments(session).at(7.0).rows] == [Side.LEFT, Side.RIGHT]
    for _ in range(2):
        session.next_exercise(7.0)
        shown = Moments(session).at(7.0)
        assert (shown.place, shown.rows) == (1, (RepetitionRow(None, (False,)),))


def test_when_it_is_over_all_is_done_and_the_body_is_at_the_start() -> None:
    assert at(64.0) == Moment(
        word="DONE",
        kind=None,
        paused=False,
        place=1,
        digits=None,
        pose=PoseAt("start", 0.0),
        ghost=None,
        hold=None,
        rows=(RepetitionRow(None, (True, True, True)),),
        parts=(ExercisePart(ROTATE, 31 / 59, 1.0), ExercisePart(ARCH, 20 / 59, 1.0)),
        left_s=0.0,
        then="",
    )


def test_what_comes_after_the_next_thing_is_told_too() -> None:
    for now, after in ((8.0, "HOLD, 2 s"), (5.5, "RIGHT, through the centre"), (63.0, "")):
        assert at(now).after == after


def test_only_a_paused_session_is_resumed() -> None:
    assert resuming(Session(plan(), 0.0)) == ""
