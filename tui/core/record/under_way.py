"""A session that has not ended yet: its record as it stands, and what is needed to go on with it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.core.exercises.exercise import Exercise, Side
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.record.schema import UnlawfulRecord
from tui.core.text.checked import Table
from tui.core.text.limits import WAIT_RANGE
from tui.core.text.problems import Problem
from tui.core.timer.plan import Plan, PlannedExercise

if TYPE_CHECKING:
    from tui.core.timer.session import Session

_KEYS = {"record", "counted", "ready_s", "between_s", "rest_s", "lead"}


@dataclass(frozen=True, slots=True)
class UnderWayState:
    """The record so far, and of its plan what the record does not say."""

    record: Record
    counted: tuple[int, ...]
    """Indexes of the plan's units that have been counted."""
    ready_s: float
    between_s: float
    rest_s: tuple[float, ...]
    """Rest between repetitions, of each exercise of the record."""
    lead: Side


def state_of(record: Record, plan: Plan, counted: Iterable[int]) -> UnderWayState:
    """Return the state of a session that is under way."""
    rest_s = tuple(planned.rest_s for planned in plan.exercises)
    return UnderWayState(record, tuple(sorted(counted)), plan.ready_s, plan.between_s, rest_s, plan.lead)


def plan_of(state: UnderWayState, exercises: Mapping[str, Exercise]) -> Plan:
    """Return the plan to go on with.

    Args:
        state: what was kept.
        exercises: those that there are now, by id.

    Raises:
        Problem: when an exercise of the session is no longer there, or another kind.
    """
    planned: list[PlannedExercise] = []
    for part, rest_s in zip(state.record.exercises, state.rest_s, strict=True):
        exercise = exercises.get(part.id)
        if exercise is None or exercise.two_sided != part.per_side:
            raise Problem("the session cannot be resumed", f"the exercise '{part.id}' is no longer there")
        planned.append(PlannedExercise(exercise, part.target, part.move_s, part.hold_s, rest_s))
    record = state.record
    return Plan(record.routine, tuple(planned), state.ready_s, state.between_s, state.lead, record.own_target)


def state_to_dict(state: UnderWayState) -> dict[str, Any]:
    """Return the state as JSON values."""
    return {
        "record": record_to_dict(state.record),
        "counted": list(state.counted),
        "ready_s": state.ready_s,
        "between_s": state.between_s,
        "rest_s": list(state.rest_s),
        "lead": state.lead.value,
    }


def state_from_dict(document: object) -> UnderWayState:
    """Return the state in a document.

    Raises:
        UnlawfulRecord: naming the key and the reason.
    """
    if not isinstance(document, Mapping) or document.keys() != _KEYS:
        raise UnlawfulRecord("session", f"must hold {', '.join(sorted(_KEYS))}")
    table = Table(UnlawfulRecord, document)
    record = record_from_dict(document["record"])
    rest_s = document["rest_s"]
    if not isinstance(rest_s, list) or len(rest_s) != len(record.exercises):
        raise UnlawfulRecord("rest_s", "must have one number for each exercise")
    if document["lead"] not in tuple(Side):
        raise UnlawfulRecord("lead", "must be left or right")
    return UnderWayState(
        record=record,
        counted=_counted(document["counted"], record),
        ready_s=table.number("ready_s", *WAIT_RANGE),
        between_s=table.number("between_s", *WAIT_RANGE),
        rest_s=table.numbers("rest_s", None, *WAIT_RANGE),
        lead=Side(document["lead"]),
    )


def _counted(value: object, record: Record) -> tuple[int, ...]:
    planned = sum(part.units_planned for part in record.exercises)
    lawful = isinstance(value, list) and all(type(item) is int and 0 <= item < planned for item in value)
    if not isinstance(value, list) or not lawful or len(set(value)) != record.units_done:
        raise UnlawfulRecord("counted", "must be the counted units of the record")
    return tuple(sorted(value))


def exercise_records(plan: Plan, counted: Collection[int]) -> tuple[ExerciseRecord, ...]:
    """Return a record for each exercise of the plan, with the units whose indexes are `counted`."""
    records: list[ExerciseRecord] = []
    for at, planned in enumerate(plan.exercises):
        sides = [unit.side for unit in plan.units_of(at) if unit.number in counted]
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


class Identity(NamedTuple):
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


def session_record(identity: Identity, session: "Session", now: float) -> Record:
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
