"""Reads the files of a home as they are stored, and the copies that a sync program makes of them."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from tui.core.exchange.cells import json_in, utf8
from tui.core.exchange.everything import (
    AWAY,
    DELETED,
    PROGRESS,
    SETTINGS,
    Everything,
    checked_file,
    checked_setting,
    is_file,
)
from tui.core.exercises.named_set import FILE as SETS
from tui.core.record.deletion import Deletion, deletion_from_dict
from tui.core.record.import_text import parse_import
from tui.core.record.month_file import month_of_copy
from tui.core.record.record import Record
from tui.core.settings.settings_json import away_from_dict
from tui.core.streaks.progress_json import progress_from_dict
from tui.core.text.problems import Problem, UsageProblem, printable

T = TypeVar("T")
HISTORY = "history/"
_LARGEST = 8 * 2**20
_TABLES = {"settings": SETTINGS, "away": AWAY, "progress": PROGRESS}


def is_month_copy(name: str) -> bool:
    """Whether a file of that name is a month of sessions, or a sync program's copy of one."""
    return bool(month_of_copy(name.removeprefix(HISTORY)))


def is_home_file(name: str) -> bool:
    """Whether a file of that path in a home is one that is read here."""
    return is_month_copy(name) or name in (DELETED, SETTINGS, AWAY, PROGRESS, SETS) or is_file(name)


def stored_file(text: str) -> str:
    """Return which of the small files of a home a text is, whatever its name; nothing when it is none."""
    if len(text) > _LARGEST or not text.lstrip().startswith("{"):
        return ""
    try:
        first = json.loads(text.split("\n", 1)[0] if text.startswith('{"') else text)
    except (ValueError, RecursionError):
        return ""
    if {"id", "when", "record"} == first.keys():
        return DELETED
    ((table, entries),) = first.items() if len(first) == 1 else (("", None),)
    return _TABLES.get(table, "") if isinstance(entries, dict) else ""


def from_home_files(files: Mapping[str, bytes]) -> Everything:
    """Return what the files of a home hold.

    Args:
        files: their content by their paths in the home.

    Raises:
        UsageProblem: naming the file and the reason of the first fault; nothing of it is usable then.
    """
    sessions: list[Record] = []
    for name in filter(is_month_copy, files):
        sessions += _told(name, parse_import, _text(files, name))
    return Everything(
        sessions=tuple(sessions),
        deleted=_told(DELETED, _deletions, _text(files, DELETED)),
        settings={
            name: _told(SETTINGS, partial(checked_setting, name), entry.get("value"))
            for name, entry in _entries(files, SETTINGS, "settings").items()
        },
        away=tuple(_told(AWAY, away_from_dict, entry) for entry in _entries(files, AWAY, "away").values()),
        progress={
            name: _told(PROGRESS, progress_from_dict, entry)
            for name, entry in _entries(files, PROGRESS, "progress").items()
        },
        files={
            name: _told(name, partial(checked_file, name), files[name]) for name in filter(is_file, files)
        },
    )


def _text(files: Mapping[str, bytes], name: str) -> str:
    return utf8(files.get(name, b""), lambda why: _broken(name, f"it {why}"))


def _entries(files: Mapping[str, bytes], name: str, table: str) -> Mapping[str, Mapping[str, Any]]:
    if name not in files:
        return {}
    document = json_in(_text(files, name), partial(_broken, name))
    entries = document.get(table) if isinstance(document, dict) else None
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        raise _broken(name, f"it must hold a table of {table}")
    return entries


def _deletions(text: str) -> tuple[Deletion, ...]:
    lines = (json_in(line, partial(_broken, DELETED)) for line in text.split("\n") if line.strip())
    return tuple(map(deletion_from_dict, lines))


def _told(name: str, read: Callable[[Any], T], value: Any) -> T:
    try:
        return read(value)
    except Problem as problem:
        if isinstance(problem, UsageProblem) and name in problem.title:
            raise
        raise _broken(name, problem.fault) from problem


def _broken(name: str, why: str) -> UsageProblem:
    return UsageProblem(f"{printable(name)[:60]} cannot be imported", printable(why))
