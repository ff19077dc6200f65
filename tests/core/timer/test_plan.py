"""What a session is to consist of: whose seconds and repetitions hold, and the units they come to."""

import pytest

from tests.core.timer.sessions import ARCH, ROTATE, plan
from tui.core.exercises.exercise import BOTH, OWN_SET, Side
from tui.core.settings.settings import Settings
from tui.core.timer.plan import Overrides, PlannedExercise, Unit, make_plan, routine_of

OWN = ARCH._replace(id="chin-tuck", own=True)


def test_without_anything_set_the_dose_and_the_default_settings_hold() -> None:
    made = make_plan([ROTATE, ARCH], {}, Settings(), Side.LEFT)
    assert made.exercises == (
        PlannedExercise(ROTATE, reps=3, move_s=2.0, hold_s=2.0, rest_s=0.0),
        PlannedExercise(ARCH, reps=3, move_s=2.0, hold_s=2.0, rest_s=1.0),
    )
    assert (made.routine, made.ready_s, made.between_s, made.lead) == (BOTH, 5.0, 8.0, Side.LEFT)
    assert made.own_target is True


def test_settings_stand_before_the_dose_and_stored_repetitions_are_each_exercises_own() -> None:
    settings = Settings(ready_s=4.0, move_s=2.5, hold_s=3.5, rest_s=1.5, between_s=6.0)
    made = make_plan([ROTATE, ARCH], {ARCH.id: 7}, settings, Side.RIGHT)
    assert made.exercises == (
        PlannedExercise(ROTATE, reps=3, move_s=2.5, hold_s=3.5, rest_s=1.5),
        PlannedExercise(ARCH, reps=7, move_s=2.5, hold_s=3.5, rest_s=1.5),
    )
    assert (made.ready_s, made.between_s, made.lead) == (4.0, 6.0, Side.RIGHT)
    assert made.own_target is True


def test_what_the_command_line_asks_for_stands_before_everything() -> None:
    settings = Settings(ready_s=4.0, move_s=2.5, hold_s=3.5, rest_s=1.5)
    asked = Overrides(reps=2, move_s=1.0, hold_s=9.0, ready_s=0.0)
    made = make_plan([ROTATE], {ROTATE.id: 7}, settings, Side.LEFT, asked)
    assert made.exercises == (PlannedExercise(ROTATE, reps=2, move_s=1.0, hold_s=9.0, rest_s=1.5),)
    assert made.ready_s == 0.0
    assert made.own_target is False


def test_only_repetitions_that_were_asked_for_are_not_the_stored_ones() -> None:
    assert make_plan([ROTATE], {}, Settings(), Side.LEFT, Overrides(hold_s=9.0)).own_target is True


@pytest.mark.parametrize(
    ("exercises", "routine"),
    [
        ([ROTATE], ROTATE.id),
        ([OWN], OWN.id),
        ([ROTATE, ARCH], BOTH),
        ([ARCH, ROTATE], BOTH),
        ([ROTATE, ROTATE], OWN_SET),
        ([ROTATE, OWN], OWN_SET),
        ([OWN, OWN._replace(id="other")], OWN_SET),
        ([ROTATE, ARCH, OWN], OWN_SET),
        ([ROTATE, ARCH, ROTATE], OWN_SET),
    ],
)
def test_the_routine_is_named_after_what_is_in_it(exercises, routine: str) -> None:
    assert routine_of(exercises) == routine


def test_a_repetition_with_sides_is_two_units_and_one_without_is_one() -> None:
    left, right = Side.LEFT, Side.RIGHT
    assert plan(reps=2).units == (
        Unit(0, 0, 0, left, first=True, final=False, last_rep=False),
        Unit(1, 0, 0, right, first=False, final=False, last_rep=False),
        Unit(2, 0, 1, left, first=False, final=False, last_rep=True),
        Unit(3, 0, 1, right, first=False, final=True, last_rep=False),
        Unit(4, 1, 0, None, first=True, final=False, last_rep=False),
        Unit(5, 1, 1, None, first=False, final=True, last_rep=True),
    )


def test_the_leading_side_opens_every_repetition() -> None:
    units = plan([ROTATE], lead=Side.RIGHT, reps=1).units
    assert [(unit.side, unit.last_rep) for unit in units] == [(Side.RIGHT, True), (Side.LEFT, False)]


def test_an_exercises_units_and_their_end_poses() -> None:
    both = plan(reps=1)
    assert [unit.number for unit in both.units_of(0)] == [0, 1]
    assert [unit.number for unit in both.units_of(1)] == [2]
    assert [unit.end_pose for unit in both.units] == ["left", "right", "end"]
