"""A session's record: what was counted, for how long, and whose session it was."""

from datetime import UTC, date, datetime

from tests.core.timer.sessions import ARCH, ROTATE, plan
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.record.under_way import Identity, exercise_records, session_record
from tui.core.timer.session import Session

WHO = Identity("a1", datetime(2026, 11, 22, 3, 5, tzinfo=UTC), date(2026, 11, 21), stiffness_before=4)


def test_the_record_of_a_session_under_way_is_what_has_been_done_so_far() -> None:
    session = Session(plan(lead=Side.RIGHT, hold_s=2.5, move_s=1.5), 10.0)
    session.advance(30.04)
    assert session_record(WHO, session, 30.04) == Record(
        id="a1",
        started_at=WHO.started_at,
        day=WHO.day,
        seconds=20.0,
        origin=Origin.TIMED,
        routine="both",
        exercises=(
            ExerciseRecord(ROTATE.id, 3, True, left=1, right=2, hold_s=2.5, move_s=1.5),
            ExerciseRecord(ARCH.id, 3, False, hold_s=2.5, move_s=1.5),
        ),
        lead_side=Side.RIGHT,
        stiffness_before=4,
    )


def test_every_exercise_has_its_own_counts() -> None:
    rotate, arch = exercise_records(plan(), {0, 2, 3, 6, 8})
    assert (rotate.left, rotate.right, rotate.total) == (2, 1, 0)
    assert (arch.left, arch.right, arch.total) == (0, 0, 2)


def test_without_sides_nothing_led() -> None:
    record = session_record(WHO, Session(plan([ARCH], lead=Side.LEFT), 0.0), 0.0)
    assert record.lead_side is None
    assert record.routine == ARCH.id


def test_repetitions_for_this_session_only_are_marked_as_such() -> None:
    assert session_record(WHO, Session(plan(reps=2), 0.0), 0.0).own_target is False


def test_without_an_answer_no_stiffness_is_kept() -> None:
    record = session_record(WHO._replace(stiffness_before=None), Session(plan(), 0.0), 0.0)
    assert record.stiffness_before is None


def test_seconds_are_kept_to_a_tenth_and_pauses_left_out() -> None:
    session = Session(plan(), 0.0)
    session.pause(6.26)
    assert session_record(WHO, session, 500.0).seconds == 6.3
