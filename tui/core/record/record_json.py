"""Turns a record into the document that is stored and exported, and strictly back."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.schema import SCHEMA, NewerSchema, UnlawfulRecord
from tui.core.text.checked import Table
from tui.core.text.limits import (
    HOLD_RANGE,
    LONGEST_NOTE,
    LONGEST_SESSION_S,
    MOST_COUNTED,
    MOST_EXERCISES,
    MOVE_RANGE,
    REPS_RANGE,
)

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_ORIGINS, _SIDES, _FELT = tuple(Origin), tuple(Side), tuple(Felt)
_RECORD_KEYS = {
    *("schema", "id", "started_at", "day", "seconds", "source", "routine", "exercises", "stiffness"),
    *("lead_side", "partial", "note", "changed_at", "own_target"),
}
_EXERCISE_KEYS = {"id", "target", "per_side", "done", "hold_s", "move_s", "completed", "felt"}


def record_to_dict(record: Record) -> dict[str, Any]:
    """Return the document of a record: plain JSON values."""
    stiffness = {"before": record.stiffness_before, "after": record.stiffness_after}
    return {
        "schema": record.schema,
        "id": record.id,
        "started_at": record.started_at.isoformat(),
        "day": record.day.isoformat(),
        "seconds": record.seconds,
        "source": record.origin.value,
        "routine": record.routine,
        "exercises": [_exercise_to_dict(exercise) for exercise in record.exercises],
        "stiffness": None if stiffness == {"before": None, "after": None} else stiffness,
        "lead_side": record.lead_side.value if record.lead_side else None,
        "partial": record.partial,
        "note": record.note,
        "changed_at": record.changed_at.isoformat() if record.changed_at else None,
        "own_target": record.own_target,
    }


def record_from_dict(document: object) -> Record:
    """Return the record in a document.

    Raises:
        NewerSchema: when a later version of the program wrote it.
        UnlawfulRecord: naming the first key at fault and the reason.
    """
    if not isinstance(document, Mapping):
        raise UnlawfulRecord("record", "must be a table")
    table = Table(UnlawfulRecord, document)
    schema = table.whole("schema", 1, 10**9)
    if schema > SCHEMA:
        raise NewerSchema("schema", f"{schema} was written by a newer version of the program")
    table.only(_RECORD_KEYS)
    started_at = table.instant("started_at")
    before, after = _stiffness(document.get("stiffness"))
    table.flag("partial", False)
    return Record(
        id=check_id(document),
        started_at=started_at,
        day=_day(table, started_at),
        seconds=table.number("seconds", 0.0, LONGEST_SESSION_S),
        origin=Origin(table.choice("source", _ORIGINS)),
        routine=table.text("routine", longest=100),
        exercises=_exercises(table),
        lead_side=None if table.null("lead_side") else Side(table.choice("lead_side", _SIDES)),
        stiffness_before=before,
        stiffness_after=after,
        note=_note(document),
        changed_at=None if table.null("changed_at") else table.instant("changed_at"),
        own_target=table.flag("own_target", True),
        schema=schema,
    )


def parse_record(key: str, document: dict[str, Any]) -> Record:
    """Return the record stored under `key`.

    Raises:
        UnlawfulRecord: when it is none, or another one's.
    """
    record = record_from_dict(document)
    if record.id != key:
        raise UnlawfulRecord("id", "is not the one that it is stored under")
    return record


def sessions_line(records: Iterable[Record]) -> str:
    """Return sessions that could not be saved as one line of JSON that `unhunch import` takes."""
    return json.dumps({"schema": SCHEMA, "sessions": [record_to_dict(record) for record in records]})


def is_later(record: Record, other: Record) -> bool:
    """Whether the first of two records with one id holds: changed later, or, at once, later as JSON.

    So it does not matter in which order copies of a history come together.
    """
    if record.version != other.version:
        return record.version > other.version
    return record != other and json.dumps(record_to_dict(record)) > json.dumps(record_to_dict(other))


def _exercise_to_dict(exercise: ExerciseRecord) -> dict[str, Any]:
    sides = {"left": exercise.left, "right": exercise.right}
    return {
        "id": exercise.id,
        "target": exercise.target,
        "per_side": exercise.per_side,
        "done": sides if exercise.per_side else {"total": exercise.total},
        "hold_s": exercise.hold_s,
        "move_s": exercise.move_s,
        "completed": exercise.completed,
        "felt": exercise.felt.value if exercise.felt else None,
    }


def _exercises(table: Table) -> tuple[ExerciseRecord, ...]:
    parts = table.tables("exercises")
    if len(parts) > MOST_EXERCISES:
        raise UnlawfulRecord("exercises", f"must be at most {MOST_EXERCISES}")
    return tuple(_exercise(part) for part in parts)


def _exercise(part: Table) -> ExerciseRecord:
    part.only(_EXERCISE_KEYS)
    per_side = part.flag("per_side")
    done = _done(part, {"left", "right"} if per_side else {"total"})
    part.flag("completed", False)
    return ExerciseRecord(
        id=part.text("id", longest=100),
        target=part.whole("target", *REPS_RANGE),
        per_side=per_side,
        left=done.whole("left", 0, MOST_COUNTED) if per_side else 0,
        right=done.whole("right", 0, MOST_COUNTED) if per_side else 0,
        total=0 if per_side else done.whole("total", 0, MOST_COUNTED),
        hold_s=part.number("hold_s", *HOLD_RANGE),
        move_s=part.number("move_s", *MOVE_RANGE),
        felt=None if part.null("felt") else Felt(part.choice("felt", _FELT)),
    )


def _done(part: Table, wanted: set[str]) -> Table:
    done = part.value("done")
    if not isinstance(done, Mapping) or done.keys() != wanted:
        raise part.problem("done", f"must hold {' and '.join(sorted(wanted))}")
    return Table(UnlawfulRecord, done, part.key)


def check_id(document: Mapping[str, Any]) -> str:
    """Return the id in a document.

    Raises:
        UnlawfulRecord: when it is none.
    """
    value = document.get("id")
    if not isinstance(value, str) or not _ID.match(value):
        raise UnlawfulRecord("id", "must be a UUID in small letters")
    return value


def _day(table: Table, started_at: datetime) -> date:
    day = table.day("day")
    if abs(day - started_at.date()) > timedelta(days=1):
        raise UnlawfulRecord("day", "is more than a day away from started_at")
    return day


def _stiffness(value: object) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    if not isinstance(value, Mapping) or not set(value) <= {"before", "after"}:
        raise UnlawfulRecord("stiffness", "must hold before and after")
    table = Table(UnlawfulRecord, value, "stiffness")
    before, after = (None if table.null(key) else table.whole(key, 0, 9) for key in ("before", "after"))
    return before, after


def _note(document: Mapping[str, Any]) -> str:
    value = document.get("note", "")
    if not isinstance(value, str) or len(value) > LONGEST_NOTE:
        raise UnlawfulRecord("note", f"must be a text of at most {LONGEST_NOTE} characters")
    if not _encodable(value):
        raise UnlawfulRecord("note", "holds bytes that are no UTF-8 text")
    return value


def _encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
