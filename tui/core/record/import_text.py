"""What `import` takes: all that `export` writes, and the program's own files of sessions and their copies."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from tui.core.record.export import COLUMNS, uncelled
from tui.core.record.record import Record
from tui.core.record.record_json import is_later, record_from_dict
from tui.core.record.schema import SCHEMA, UnlawfulRecord
from tui.core.text.problems import UsageProblem

_MOST_PARTS = 3_000_000
"""Lists and tables of a JSON file: more than the largest export has, and less than fills the memory."""
_OWN_FILES = {
    "theme": "settings of unhunch",
    "desk_days": "settings of unhunch",
    "away": "the away days of unhunch",
}
_FIRST_COLUMNS = COLUMNS[:3]
_WHOLE = ("target", "left", "right", "total", "stiffness_before", "stiffness_after")
_FRACTIONS = ("seconds", "hold_s", "move_s")
_FLAGS = ("partial", "per_side", "completed", "own_target")
_TRUTH = {"true": True, "false": False}


def parse_import(text: str) -> tuple[Record, ...]:
    """Return the records of an export, JSON or CSV, or of a file of a month or its backup.

    Of two with one id the later version is taken.

    Raises:
        UsageProblem: naming what the file is taken for, or the session, the key and the reason of the first
            fault; nothing is usable then.
    """
    documents = _documents(text)
    records: dict[str, Record] = {}
    for number, item in enumerate(documents, 1):
        try:
            record = record_from_dict(item)
        except UnlawfulRecord as problem:
            raise UsageProblem(f"session {number} cannot be imported", problem.line) from problem
        known = records.get(record.id)
        if known is None or is_later(record, known):
            records[record.id] = record
    return tuple(records.values())


def _documents(text: str) -> Iterable[object]:
    start = text.lstrip()
    if not start:
        raise UsageProblem("there is nothing to import", "the file is empty")
    if start[0] in "{[":
        return _json_documents(text)
    if start.startswith(",".join(_FIRST_COLUMNS)):
        return _csv_documents(text)
    if start[0] == "<":
        raise UsageProblem("the file is no export of unhunch", "it is a page or XML")
    line = start.splitlines()[0]
    what = "it is a table with other columns" if "," in line or ";" in line else "it is neither JSON nor CSV"
    raise UsageProblem("the file is no export of unhunch", what)


def _json_documents(text: str) -> Iterable[object]:
    if text.count("{") + text.count("[") > _MOST_PARTS:
        raise UsageProblem("the file is no JSON export", f"it has over {_MOST_PARTS:,} lists and tables")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageProblem("the file is no JSON export", str(error)) from error
    sessions = document.get("sessions") if isinstance(document, dict) else None
    if isinstance(sessions, dict) and set(document) == {"sessions"}:
        return sessions.values()  # a month, as it is stored
    if not isinstance(sessions, list) or "schema" not in document:
        raise UsageProblem("the file is no export of unhunch", _taken_for(document))
    schema = document["schema"]
    if type(schema) is not int or schema < 1:
        raise UsageProblem("the file is no export of unhunch", "schema must be a whole number from 1")
    if schema > SCHEMA:
        raise UsageProblem("the file cannot be imported", "a newer version of unhunch wrote it")
    return sessions


def _taken_for(document: object) -> str:
    """Say what a JSON file without an export's keys seems to be."""
    if isinstance(document, Mapping):
        if {"id", "started_at", "day"} <= set(document):
            return "it is one session alone: put it into a list of sessions"
        for key, name in _OWN_FILES.items():
            if key in document:
                return f"it is {name}"
    return "it must hold schema and sessions"


def _csv_documents(text: str) -> Iterable[object]:
    reader = csv.DictReader(io.StringIO(text.lstrip(), newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise UsageProblem("the file is no CSV export", "its columns are other ones")
    documents: dict[str, dict[str, Any]] = {}
    try:
        for row in reader:
            values = {name: _value(name, row.get(name)) for name in COLUMNS}
            document = documents.setdefault(f"{values['id']} {values['changed_at']}", _session(values))
            document["exercises"].append(_exercise(values))
    except csv.Error as error:
        raise UsageProblem("the file is no CSV export", f"line {reader.line_num}: {error}") from error
    return documents.values()


def _value(name: str, cell: str | None) -> Any:
    """Return what a cell says; what is not lawful stays text, and the record's own checks tell of it."""
    if cell is None or cell == "":
        return "" if name in ("note", "routine") else None
    try:
        if name in _WHOLE:
            return int(cell)
        if name in _FRACTIONS:
            return float(cell)
    except ValueError:
        return cell
    return _TRUTH.get(cell.lower(), cell) if name in _FLAGS else uncelled(cell)


def _session(values: Mapping[str, Any]) -> dict[str, Any]:
    stiffness = {"before": values["stiffness_before"], "after": values["stiffness_after"]}
    kept = ("id", "started_at", "day", "seconds", "source", "routine", "lead_side", "partial", "note")
    return {
        **{name: values[name] for name in (*kept, "changed_at", "own_target")},
        "schema": SCHEMA,
        "exercises": [],
        "stiffness": None if stiffness == {"before": None, "after": None} else stiffness,
    }


def _exercise(values: Mapping[str, Any]) -> dict[str, Any]:
    sides = ("left", "right") if values["per_side"] is True else ("total",)
    kept = ("target", "per_side", "hold_s", "move_s", "completed", "felt")
    return {
        "id": values["exercise"],
        **{name: values[name] for name in kept},
        "done": {side: values[side] for side in sides},
    }
