"""The timeline of product.md, to the second."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, ROTATE, plan, words
from tui.core.exercises.exercise import Side
from tui.core.figure.body.pose import PoseAt
from tui.core.settings.settings import Settings
from tui.core.timer.events import ExerciseCompleted, SessionEnded, UnitCounted
from tui.core.timer.plan import Phase, PhaseKind, phases_from
from tui.core.timer.session import Session

BOTH = [
    (0, "READY"),
    (5, "LEFT"), (7, "HOLD"), (9, "RIGHT"), (12, "HOLD"),
    (14, "LEFT"), (17, "HOLD"), (19, "RIGHT"), (22, "HOLD"),
    (24, "LEFT"), (27, "HOLD"), (29, "RIGHT"), (32, "HOLD"),
    (34, "BACK"), (36, "NEXT"),
    (44, "ARCH"), (46, "HOLD"), (48, "BACK"), (50, "REST"),
    (51, "ARCH"), (53, "HOLD"), (55, "BACK"), (57, "REST"),
    (58, "ARCH"), (60, "HOLD"), (62, "BACK"),
]  # fmt: skip


def test_both_take_64_seconds_phase_by_phase() -> None:
    session = Session(plan(), 0.0)
    events = session.advance(1000.0)
    assert words(session, events) == BOTH
    assert events[-1] == SessionEnded(64.0, complete=True)


@pytest.mark.parametrize(("exercise", "seconds"), [(ROTATE, 36.0), (ARCH, 25.0)])
def test_one_exercise_alone(exercise, seconds: float) -> None:
    session = Session(plan([exercise]), 0.0)
    assert session.advance(1000.0)[-1] == SessionEnded(seconds, complete=True)


def test_units_count_when_their_hold_ends() -> None:
    events = Session(plan(), 0.0).advance(1000.0)
    counted = [(event.at, event.unit.side) for event in events if isinstance(event, UnitCounted)]
    left, right = Side.LEFT, Side.RIGHT
    assert counted == [
        (9, left), (14, right), (19, left), (24, right), (29, left), (34, right),
        (48, None), (55, None), (62, None),
    ]  # fmt: skip
    assert [(e.at, e.exercise) for e in events if isinstance(e, ExerciseCompleted)] == [(34, 0), (62, 1)]


def test_leading_with_the_right_mirrors_the_sides() -> None:
    session = Session(plan(lead=Side.RIGHT), 0.0)
    mirrored = {"LEFT": "RIGHT", "RIGHT": "LEFT"}
    assert words(session, session.advance(1000.0)) == [(at, mirrored.get(w, w)) for at, w in BOTH]


def test_without_a_get_ready_the_movement_starts_at_once() -> None:
    session = Session(plan(ready_s=0.0), 0.0)
    assert words(session, session.advance(0.0)) == [(0, "LEFT")]


@given(st.integers(1, 20), st.floats(0.1, 20), st.floats(0.1, 60), st.floats(0, 60), st.sampled_from(Side))
def test_phases_are_gapless_and_both_sides_are_held_alike(reps, move_s, hold_s, ready_s, lead) -> None:
    a_plan = plan(lead=lead, reps=reps, move_s=move_s, hold_s=hold_s, ready_s=ready_s)
    phases = phases_from(a_plan, 0, 100.0, lead_in=PhaseKind.READY, lead_s=ready_s)
    assert phases[0].start == 100.0
    assert all(one.end == two.start for one, two in pairwise(phases))
    holds = [phase for phase in phases if phase.kind is PhaseKind.HOLD]
    assert len(holds) == len(a_plan.units)
    assert all(abs(phase.seconds - hold_s) < 1e-9 for phase in holds)


@given(st.floats(0, 70))
def test_the_body_never_jumps(at: float) -> None:
    session = Session(plan(), 0.0)
    session.advance(at)
    if session.phase is None:
        return
    before, after = (signed(session.phase.pose(at + step)) for step in (0.0, 0.001))
    assert abs(before - after) < 0.01


def test_the_body_is_where_the_next_phase_takes_it_up() -> None:
    phases = phases_from(plan(), 0, 0.0, lead_in=PhaseKind.READY, lead_s=5.0)
    for one, two in pairwise(phases):
        assert signed(one.pose(one.end)) == pytest.approx(signed(two.pose(two.start)), abs=1e-9)


def signed(pose) -> float:
    return -pose.amount if pose.toward == "right" else pose.amount


@pytest.mark.parametrize(
    ("at", "toward", "amount"),
    [(10.0, "left", 0.580247), (11.0, "right", 0.580247), (11.5, "right", 0.929012), (12.0, "right", 1.0)],
)
def test_across_the_centre_the_body_leaves_one_side_for_the_other(at, toward: str, amount: float) -> None:
    phase = next(phase for phase in bundled() if phase.across_from)
    assert phase.pose(at) == PoseAt(toward, pytest.approx(amount, abs=1e-6))


def test_a_phase_is_never_less_than_begun_nor_more_than_over() -> None:
    hold = bundled()[2]
    assert [hold.progress(at) for at in (6.0, 7.0, 7.5, 9.0, 99.0)] == [0.0, 0.0, 0.25, 1.0, 1.0]


def test_short_phases_progress_too() -> None:
    a_plan = plan(move_s=0.5)
    move = phases_from(a_plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=0.0)[0]
    assert (move.progress(0.25), move.pose(0.25)) == (0.5, PoseAt("left", 0.5))


def test_without_a_time_between_exercises_the_change_is_over_at_once() -> None:
    a_plan = plan(settings=Settings(between_s=0.0))
    (change,) = (
        phase
        for phase in phases_from(a_plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=5.0)
        if phase.kind is PhaseKind.NEXT
    )
    assert (change.start, change.end, change.progress(36.0)) == (36.0, 36.0, 1.0)
    session = Session(a_plan, 0.0)
    assert session.advance(1000.0)[-1] == SessionEnded(56.0, complete=True)


def bundled() -> tuple[Phase, ...]:
    return phases_from(plan(), 0, 0.0, lead_in=PhaseKind.READY, lead_s=5.0)
