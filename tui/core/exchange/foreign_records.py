"""Turns the done days of a foreign habit into records: one a day, at noon, with the stored repetitions."""

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from tui.core.exchange.habits import ForeignHistory, Habit
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.record.record import ExerciseRecord, Origin, Record

_NAMESPACE = uuid.UUID("6f1d8c52-9c0b-5f0e-8a53-0e9b7a3f1c46")
"""Of the ids of imported days; it never changes, so that a second import finds the days of the first."""
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file would add, and how many of its days do not come, by the reason."""

    records: tuple[Record, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    foreign: bool = False
    """Whether another program wrote it."""


def day_id(source: str, habit: str, day: date) -> str:
    """Return the id of what `source` says of a habit's day: the same each time it is imported."""
    return str(uuid.uuid5(_NAMESPACE, json.dumps([source, habit, day.isoformat()])))


def part_of(exercise: Exercise, reps: int) -> ExerciseRecord:
    """Return an exercise as done with `reps` repetitions, its stored number."""
    dose = exercise.dose
    side, total = (reps, 0) if exercise.two_sided else (0, reps)
    return ExerciseRecord(
        exercise.id, reps, exercise.two_sided, side, side, total, hold_s=dose.hold_s, move_s=dose.move_s
    )


def foreign_records(
    history: ForeignHistory,
    habit: Habit,
    parts: Sequence[ExerciseRecord],
    known: Iterable[Record],
    local: Callable[[datetime], datetime],
    today: date,
) -> Incoming:
    """Return the records of a habit's done days.

    Args:
        history: where the habit is from.
        habit: the one that is taken.
        parts: what was done on each of its days.
        known: the records that there are; a day on which they have all of `parts` done is left out.
        local: gives a wall-clock time without offset the offset that holds here at that time.
        today: the day it is; later ones are left out.
    """
    left_out = Counter(habit.left_out())
    wanted = {part.id for part in parts}
    routine = parts[0].id if len(parts) == 1 else BOTH
    name = habit.name or routine
    done_by = _done_by(known)
    records: list[Record] = []
    for day in habit.done:
        key = day_id(history.source, name, day)
        if day > today:
            left_out["still to come"] += 1
        elif wanted <= {part for part, ids in done_by.get(day, {}).items() if ids - {key}}:
            left_out["already here"] += 1
        else:
            noon = local(datetime.combine(day, _NOON))
            records.append(_record(key, noon, routine, parts, history.source))
    return Incoming(tuple(records), left_out, foreign=True)


def _record(key: str, at: datetime, routine: str, parts: Sequence[ExerciseRecord], source: str) -> Record:
    return Record(
        id=key,
        started_at=at,
        day=at.date(),
        seconds=0.0,
        origin=Origin.IMPORT,
        routine=routine,
        exercises=tuple(parts),
        note=f"from {source}",
    )


def _done_by(records: Iterable[Record]) -> dict[date, dict[str, set[str]]]:
    """Return the ids of the records that have each exercise done, by day."""
    found: dict[date, dict[str, set[str]]] = {}
    for record in records:
        for part in record.exercises:
            if part.completed:
                found.setdefault(record.day, {}).setdefault(part.id, set()).add(record.id)
    return found
