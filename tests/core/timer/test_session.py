"""Pausing, going on, jumping and finishing; and that only instants matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, ROTATE, plan, words
from tui.core.record.under_way import exercise_records
from tui.core.timer.events import Paused, PhaseStarted, Resumed, SessionEnded, UnitCounted
from tui.core.timer.plan import PhaseKind
from tui.core.timer.session import Session


@given(st.lists(st.floats(0, 80), max_size=40))
def test_any_split_of_time_gives_the_same_events(instants: list[float]) -> None:
    whole = Session(plan(), 0.0).advance(80.0)
    session = Session(plan(), 0.0)
    split = [event for now in sorted(instants) for event in session.advance(now)]
    assert (*split, *session.advance(80.0)) == whole


def test_a_clock_that_steps_back_changes_nothing() -> None:
    session = Session(plan(), 0.0)
    session.advance(8.0)
    assert session.advance(3.0) == ()
    assert session.phase is not None and session.phase.kind is PhaseKind.HOLD


@pytest.mark.parametrize("at", [5.5, 8.0, 9.5, 13.0])
def test_after_a_pause_the_unit_starts_again_from_the_centre(at: float) -> None:
    session = Session(plan(), 0.0)
    session.advance(at)
    unit = session.phase.unit
    assert session.pause(at) == (Paused(at),)
    assert session.advance(500.0) == ()
    resumed, ready = session.resume(600.0)
    assert resumed == Resumed(600.0)
    assert ready.phase.kind is PhaseKind.READY and ready.phase.seconds == 3.0
    move = session.advance(603.0)[-1].phase
    assert move.unit == unit and move.across_from is None and move.seconds == 2.0


@pytest.mark.parametrize(("at", "index"), [(48.5, 7), (50.5, 7)])
def test_paused_in_back_or_rest_the_next_unit_follows(at: float, index: int) -> None:
    session = Session(plan(), 0.0)
    session.pause(at)
    session.resume(100.0)
    assert session.advance(103.0)[-1].phase.unit.number == index


def test_paused_in_the_last_back_of_an_exercise_the_exercise_ends() -> None:
    session = Session(plan(), 0.0)
    session.pause(35.0)
    started = session.resume(100.0)[-1]
    assert isinstance(started, PhaseStarted) and started.phase.kind is PhaseKind.NEXT
    assert started.phase.seconds == 8.0

    session = Session(plan(), 0.0)
    session.pause(63.0)
    assert session.resume(100.0)[-1] == SessionEnded(100.0, complete=True)


@pytest.mark.parametrize("at", [2.0, 40.0])
def test_paused_in_a_get_ready_it_gets_ready_again(at: float) -> None:
    session = Session(plan(), 0.0)
    session.advance(at)
    unit = session.phase.unit
    session.pause(at)
    ready = session.resume(100.0)[-1].phase
    assert (ready.kind, ready.seconds, ready.unit) == (PhaseKind.READY, 3.0, unit)


def test_the_get_ready_after_a_pause_is_never_longer_than_the_first() -> None:
    session = Session(plan(ready_s=1.0), 0.0)
    session.pause(0.5)
    assert session.resume(10.0)[-1].phase.seconds == 1.0


def test_next_leaves_the_unit_undone_and_previous_counts_nothing_twice() -> None:
    session = Session(plan([ROTATE]), 0.0)
    assert session.next_unit(6.0)[-1].phase.unit.number == 1
    session.advance(6.0 + 3 + 2 + 2)
    assert session.counted == {1}
    again = session.previous_unit(13.5)[-1].phase
    assert (again.kind, again.unit.number) == (PhaseKind.READY, 1)
    events = session.advance(13.5 + 3 + 2 + 2)
    assert [e.again for e in events if isinstance(e, UnitCounted)] == [True]
    ended = session.advance(1000.0)[-1]
    assert ended.complete is False
    assert len(session.counted) == 5


def test_next_in_back_goes_straight_to_the_next_unit_and_previous_repeats_the_one_just_done() -> None:
    session = Session(plan([ARCH]), 0.0)
    session.advance(9.5)
    assert session.phase.kind is PhaseKind.BACK
    assert session.next_unit(9.5)[-1].phase.unit.number == 1
    session = Session(plan([ARCH]), 0.0)
    assert session.previous_unit(11.5)[-1].phase.unit.number == 0


def test_next_on_the_last_unit_of_an_exercise_is_like_tab() -> None:
    session = Session(plan(), 0.0)
    started = session.next_unit(30.0)[-1].phase
    assert (started.kind, started.unit.exercise, started.after_exercise) == (PhaseKind.NEXT, 1, False)


def test_tab_in_the_last_exercise_finishes() -> None:
    session = Session(plan(), 0.0)
    assert session.next_exercise(5.0)[-1].phase.kind is PhaseKind.NEXT
    assert session.next_exercise(6.0)[-1] == SessionEnded(6.0, complete=False)
    assert session.next_exercise(7.0) == ()


def test_tab_in_the_last_back_does_not_skip_the_exercise_to_come() -> None:
    session = Session(plan(), 0.0)
    session.advance(35.0)
    assert session.next_exercise(35.0)[-1].phase.unit.exercise == 1


def test_while_paused_jumps_move_the_marker_and_stay_paused() -> None:
    session = Session(plan(), 0.0)
    session.pause(6.0)
    for _ in range(3):
        session.next_unit(7.0)
    session.previous_unit(8.0)
    assert session.paused is not None and session.paused.marker.unit == 2
    session.next_exercise(9.0)
    session.next_exercise(9.0)
    assert session.paused.marker.unit == len(session.plan.units)
    session.previous_unit(9.5)
    assert session.paused.marker.unit == len(session.plan.units) - 1
    session.next_unit(9.7)
    assert session.resume(10.0)[-1] == SessionEnded(10.0, complete=False)


def test_pauses_do_not_count_as_time() -> None:
    session = Session(plan(), 0.0)
    session.pause(6.0)
    assert session.seconds(100.0) == 6.0
    session.resume(100.0)
    assert session.seconds(104.0) == 10.0
    session.pause(104.0)
    session.finish(500.0)
    assert session.seconds(501.0) == 10.0


def test_finishing_early_keeps_what_was_counted() -> None:
    session = Session(plan(), 0.0)
    assert session.finish(20.0)[-1] == SessionEnded(20.0, complete=False)
    rotate, arch = exercise_records(session.plan, session.counted)
    assert (rotate.left, rotate.right, rotate.completed) == (2, 1, False)
    assert (arch.total, arch.target) == (0, 3)


def test_an_interrupted_session_goes_on_after_what_was_counted() -> None:
    session = Session(plan(), 0.0, counted={0, 1, 2})
    assert session.advance(5.0)[-1].phase.unit.number == 3
    assert words(session, session.advance(9.0)) == [(7, "HOLD"), (9, "LEFT")]
    assert session.advance(1000.0)[-1].complete is True


def test_an_interrupted_session_with_nothing_left_ends_at_once() -> None:
    session = Session(plan([ARCH]), 3.0, counted={0, 1, 2})
    assert session.advance(3.0) == (SessionEnded(3.0, complete=True),)


actions = st.sampled_from(["pause", "resume", "next_unit", "previous_unit", "next_exercise", "advance"])


@given(st.lists(st.tuples(actions, st.floats(0, 20)), max_size=40))
def test_whatever_is_asked_the_counts_only_grow_and_events_come_in_order(steps) -> None:
    session, now, last, counted = Session(plan(), 0.0), 0.0, 0.0, 0
    for action, after in steps:
        now += after
        for event in getattr(session, action)(now):
            assert last <= event.at <= now
            last = event.at
        assert len(session.counted) >= counted
        counted = len(session.counted)
        assert session.seconds(now) <= now + 1e-9
        assert (session.paused is None) or (session.ended is None)
    session.resume(now)
    assert isinstance(session.advance(now + 10_000)[-1:], tuple) and session.ended


def test_at_the_end_and_paused_the_marker_stays_there() -> None:
    session = Session(plan(reps=1), 0.0)
    session.pause(6.0)
    for _ in range(3):
        session.next_exercise(7.0)
    assert session.paused.marker.unit == len(session.plan.units)
    assert session.phases_after(session.paused.marker, 7.0) == ()
    session.next_unit(8.0)
    assert session.paused.marker.unit == len(session.plan.units)
    session.previous_unit(8.0)
    session.resume(9.0)
    assert session.paused is None


def test_a_session_that_is_over_is_neither_paused_nor_heard() -> None:
    session = Session(plan(), 0.0)
    session.pause(6.0)
    session.finish(7.0)
    assert session.paused is None and session.phase is None
    assert session.phases_to_come == () and session.ended.at == 7.0
    session = Session(plan([ARCH]), 0.0)
    session.next_exercise(6.0)
    assert session.cues(0.0, 1000.0) == ()
    assert Session(plan([ARCH]), 0.0, counted={0, 1, 2}).cues(-1.0, 1000.0) == ()


def test_what_is_to_come_is_known_unless_it_is_paused() -> None:
    session = Session(plan(), 0.0)
    assert [phase.kind for phase in session.phases_to_come[-2:]] == [PhaseKind.HOLD, PhaseKind.BACK]
    assert session.phases_to_come[-1].end == 64.0
    session.pause(13.0)
    assert session.phases_to_come == ()
    assert session.phase.kind is PhaseKind.HOLD
    session.resume(20.0)
    assert session.phases_to_come[-1].end == 20.0 + 57.0
