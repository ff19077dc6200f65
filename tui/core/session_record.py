"""What a session has come to, as records of its exercises."""

from collections.abc import Collection

from tui.core.exercise import Side
from tui.core.plan import Plan
from tui.core.record import ExerciseRecord


def exercise_records(plan: Plan, counted: Collection[int]) -> tuple[ExerciseRecord, ...]:
    """Return a record for each exercise of the plan, with the units whose indexes are `counted`."""
    records: list[ExerciseRecord] = []
    for at, planned in enumerate(plan.exercises):
        sides = [unit.side for unit in plan.units_of(at) if unit.index in counted]
        records.append(
            ExerciseRecord(
                id=planned.exercise.id,
                target=planned.reps,
                per_side=planned.exercise.two_sided,
                left=sides.count(Side.LEFT),
                right=sides.count(Side.RIGHT),
                total=sides.count(None),
                hold_s=planned.hold_s,
                move_s=planned.move_s,
            )
        )
    return tuple(records)
