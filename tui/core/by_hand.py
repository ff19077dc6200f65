"""Sessions that were done away from the screen, and edits of any."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tui.core.exercise import REPS_RANGE, Exercise
from tui.core.plan import routine_of
from tui.core.problems import UsageProblem
from tui.core.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record_json import UnlawfulRecord, record_from_dict, record_to_dict


@dataclass(frozen=True, slots=True)
class HandEntry:
    """What a person says of a session: an exercise, the repetitions asked for, and those done."""

    exercise: Exercise
    target: int
    left: int = 0
    right: int = 0
    total: int = 0


def hand_record(
    record_id: str,
    started_at: datetime,
    day: date,
    entries: Sequence[HandEntry],
    felt: Felt | None,
    note: str,
) -> Record:
    """Return the record of a session that was done away from the screen.

    Args:
        record_id: a new UUID.
        started_at: when it began, in local time with its offset.
        day: its day.
        entries: what was done, at least one.
        felt: how it was.
        note: anything.

    Raises:
        UsageProblem: naming what cannot be.
    """
    exercises = tuple(_part(entry, felt) for entry in entries)
    seconds = sum(part.units_done * (part.hold_s + part.move_s) for part in exercises)
    routine = routine_of([entry.exercise for entry in entries])
    record = Record(record_id, started_at, day, seconds, Origin.HAND, routine, exercises, note=note)
    return checked(record)


def edited(record: Record, exercises: tuple[ExerciseRecord, ...], felt: Felt | None, note: str) -> Record:
    """Return the record with other counts, another answer and another note.

    Raises:
        UsageProblem: naming what cannot be.
    """
    return checked(
        replace(record, exercises=tuple(replace(part, felt=felt) for part in exercises), note=note)
    )


def with_felt(record: Record, felt: Felt | None) -> Record:
    """Return the record with the one answer given to every exercise."""
    return replace(record, exercises=tuple(replace(part, felt=felt) for part in record.exercises))


def checked(record: Record) -> Record:
    """Return the record when it can be stored.

    Raises:
        UsageProblem: naming what cannot be.
    """
    try:
        record_from_dict(record_to_dict(record))
    except UnlawfulRecord as problem:
        raise UsageProblem(problem.title, problem.detail) from problem
    if not record.units_done:
        raise UsageProblem("nothing was done", "count at least one repetition")
    return record


def _part(entry: HandEntry, felt: Felt | None) -> ExerciseRecord:
    dose = entry.exercise.dose
    low, high = REPS_RANGE
    if not low <= entry.target <= high:
        raise UsageProblem("repetitions", f"must be from {low} to {high}")
    return ExerciseRecord(
        entry.exercise.id,
        entry.target,
        entry.exercise.two_sided,
        entry.left if entry.exercise.two_sided else 0,
        entry.right if entry.exercise.two_sided else 0,
        0 if entry.exercise.two_sided else entry.total,
        dose.hold_s,
        dose.move_s,
        felt,
    )
