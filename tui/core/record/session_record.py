"""What a session has come to, as a record."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.timer.plan import Plan
from tui.core.timer.session import Session


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


@dataclass(frozen=True, slots=True)
class Identity:
    """What a record knows of its session from the first moment on."""

    id: str
    started_at: datetime
    day: date
    stiffness_before: int | None = None
    seconds_before: float = 0.0
    """How long it had run before an interruption."""


def identity_again(record: Record) -> Identity:
    """Return the identity of an interrupted session that is gone on with: it keeps its first and its day."""
    return Identity(record.id, record.started_at, record.day, record.stiffness_before, record.seconds)


def session_record(identity: Identity, session: Session, now: float) -> Record:
    """Return the record of `session` as it stands at `now`."""
    plan = session.plan
    return Record(
        id=identity.id,
        started_at=identity.started_at,
        day=identity.day,
        seconds=round(session.seconds(now) + identity.seconds_before, 1),
        origin=Origin.TIMED,
        routine=plan.routine,
        exercises=exercise_records(plan, session.counted),
        lead_side=plan.lead if any(planned.exercise.two_sided for planned in plan.exercises) else None,
        stiffness_before=identity.stiffness_before,
        own_target=plan.own_target,
    )
