"""Turns a record into the document that is stored and exported, and strictly back."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.schema import SCHEMA, NewerSchema, UnlawfulRecord
from tui.core.text.limits import (
    HOLD_RANGE,
    LONGEST_NOTE,
    LONGEST_SESSION_S,
    MOST_COUNTED,
    MOST_EXERCISES,
    MOVE_RANGE,
    REPS_RANGE,
    YEARS,
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
    schema = _whole(document, "schema", 1, 10**9)
    if schema > SCHEMA:
        raise NewerSchema("schema", f"{schema} was written by a newer version of the program")
    _no_others(document, _RECORD_KEYS)
    started_at = _instant(document, "started_at")
    before, after = _stiffness(document.get("stiffness"))
    lead = document.get("lead_side")
    changed = document.get("changed_at")
    _flag(document, "partial", False)
    return Record(
        id=check_id(document),
        started_at=started_at,
        day=_day(document, started_at),
        seconds=_number(document, "seconds", 0.0, LONGEST_SESSION_S),
        origin=Origin(_choice(document, "source", _ORIGINS)),
        routine=_text(document, "routine"),
        exercises=_exercises(document),
        lead_side=None if lead is None else Side(_choice(document, "lead_side", _SIDES)),
        stiffness_before=before,
        stiffness_after=after,
        note=_note(document),
        changed_at=None if changed is None else _instant(document, "changed_at"),
        own_target=_flag(document, "own_target", True),
        schema=schema,
    )


def sessions_line(records: Iterable[Record]) -> str:
    """Return sessions that could not be saved as one line of JSON that `unhunch import` takes."""
    return json.dumps({"schema": SCHEMA, "sessions": [record_to_dict(record) for record in records]})


def is_later(record: Record, other: Record) -> bool:
    """Whether the first of two records with one id holds: changed later, or, at once, later as JSON.

    So it does not matter in which order copies of a history come together.
    """
    if record.version != other.version:
        return record.version > other.version
    return json.dumps(record_to_dict(record)) > json.dumps(record_to_dict(other))


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


def _exercises(document: Mapping[str, Any]) -> tuple[ExerciseRecord, ...]:
    items = document.get("exercises")
    if not isinstance(items, list) or not items or not all(isinstance(item, Mapping) for item in items):
        raise UnlawfulRecord("exercises", "must be a list of one or more tables")
    if len(items) > MOST_EXERCISES:
        raise UnlawfulRecord("exercises", f"must be at most {MOST_EXERCISES}")
    parts: list[ExerciseRecord] = []
    for number, item in enumerate(items, 1):
        try:
            parts.append(_exercise(item))
        except UnlawfulRecord as problem:
            raise UnlawfulRecord(f"exercises[{number}].{problem.title}", problem.detail) from problem
    return tuple(parts)


def _exercise(item: Mapping[str, Any]) -> ExerciseRecord:
    _no_others(item, _EXERCISE_KEYS)
    per_side = _flag(item, "per_side")
    done = item.get("done")
    wanted = {"left", "right"} if per_side else {"total"}
    if not isinstance(done, Mapping) or set(done) != wanted:
        raise UnlawfulRecord("done", f"must hold {' and '.join(sorted(wanted))}")
    felt = item.get("felt")
    _flag(item, "completed", False)
    return ExerciseRecord(
        id=_text(item, "id"),
        target=_whole(item, "target", *REPS_RANGE),
        per_side=per_side,
        left=_whole(done, "left", 0, MOST_COUNTED) if per_side else 0,
        right=_whole(done, "right", 0, MOST_COUNTED) if per_side else 0,
        total=0 if per_side else _whole(done, "total", 0, MOST_COUNTED),
        hold_s=_number(item, "hold_s", *HOLD_RANGE),
        move_s=_number(item, "move_s", *MOVE_RANGE),
        felt=None if felt is None else Felt(_choice(item, "felt", _FELT)),
    )


def _no_others(document: Mapping[str, Any], known: set[str]) -> None:
    if not document.keys() <= known:
        name = next(str(key) for key in document if key not in known)
        raise UnlawfulRecord(name, "is not a known key")


def check_id(document: Mapping[str, Any]) -> str:
    """Return the id in a document.

    Raises:
        UnlawfulRecord: when it is none.
    """
    value = document.get("id")
    if not isinstance(value, str) or not _ID.match(value):
        raise UnlawfulRecord("id", "must be a UUID in small letters")
    return value


def _instant(document: Mapping[str, Any], key: str) -> datetime:
    value = document.get(key)
    try:
        instant = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        instant = None
    if instant is None or instant.utcoffset() is None:
        raise UnlawfulRecord(key, "must be a date and time with offset, such as 2026-11-22T14:05:00+01:00")
    _known_year(key, instant)
    return instant


def _day(document: Mapping[str, Any], started_at: datetime) -> date:
    value = document.get("day")
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None:
        raise UnlawfulRecord("day", "must be a date, such as 2026-11-22")
    _known_year("day", day)
    if abs(day - started_at.date()) > timedelta(days=1):
        raise UnlawfulRecord("day", "is more than a day away from started_at")
    return day


def _known_year(key: str, day: date) -> None:
    if day.year not in YEARS:
        raise UnlawfulRecord(key, f"must be in the years {YEARS[0]} to {YEARS[-1]}")


def _stiffness(value: object) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    if not isinstance(value, Mapping) or not set(value) <= {"before", "after"}:
        raise UnlawfulRecord("stiffness", "must hold before and after")
    try:
        before, after = (
            None if value.get(key) is None else _whole(value, key, 0, 9) for key in ("before", "after")
        )
    except UnlawfulRecord as problem:
        raise UnlawfulRecord(f"stiffness.{problem.title}", problem.detail) from problem
    return before, after


def _note(document: Mapping[str, Any]) -> str:
    value = document.get("note", "")
    if not isinstance(value, str) or len(value) > LONGEST_NOTE or not _encodable(value):
        raise UnlawfulRecord("note", f"must be a text of at most {LONGEST_NOTE} characters")
    return value


def _text(document: Mapping[str, Any], key: str) -> str:
    value = document.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > 100 or not value.isprintable():
        raise UnlawfulRecord(key, "must be a printable text of 1 to 100 characters")
    return value


def _encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _choice(document: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> str:
    value = document.get(key)
    if not isinstance(value, str) or value not in choices:
        raise UnlawfulRecord(key, f"must be one of {', '.join(choices)}")
    return value


def _flag(document: Mapping[str, Any], key: str, default: bool | None = None) -> bool:
    value = document.get(key, default)
    if not isinstance(value, bool):
        raise UnlawfulRecord(key, "must be true or false")
    return value


def _whole(document: Mapping[str, Any], key: str, low: int, high: int) -> int:
    value = document.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise UnlawfulRecord(key, f"must be a whole number from {low} to {high}")
    return value


def _number(document: Mapping[str, Any], key: str, low: float, high: float) -> float:
    value = document.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise UnlawfulRecord(key, f"must be a number from {low:g} to {high:g}")
    return float(value)
