"""What is derived from the history's files, so that few need reading. Never trusted over them."""

import json
import os
from binascii import crc32
from dataclasses import dataclass
from datetime import date
from errno import ELOOP
from math import isfinite
from pathlib import Path
from typing import Any

from tui.adapters.files.atomic import replace_file
from tui.adapters.files.document_file import Stamp
from tui.adapters.files.safe_file import read_regular
from tui.core.streaks.days import DayFacts
from tui.core.text.limits import YEARS

_SCHEMA = 3
_FIRST_DAY = date(YEARS[0], 1, 1).toordinal()
_LAST_DAY = date(YEARS[-1], 12, 31).toordinal()
_FEELINGS = range(10)
"""How stiffness is told."""


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What one file adds up to, as of its stamp."""

    stamp: Stamp
    days: dict[date, DayFacts]
    stiffness: tuple[tuple[int, int], ...]
    """Before and after, of the sessions that have both, in order of their start."""
    exercises: frozenset[str]
    """Ids of the exercises in it."""
    sided: bool
    """Whether a unit of either side was counted."""
    marks: frozenset[int]
    """The first 32 bits of each session's id: files that share none share no session."""


def read_summary(path: Path) -> dict[str, FileSummary]:
    """Return the summaries by file name; none when the file is missing or makes no sense."""
    try:
        data = read_regular(path)
        found = json.loads(data)
        if found["schema"] != _SCHEMA or found["check"] != crc32(data[data.index(b"\n") :]):
            return {}
        return {name: _parse(entry) for name, entry in found["files"].items()}
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_summary(path: Path, files: dict[str, FileSummary]) -> None:
    """Replace the summary. It can be made again, so a power cut may take it.

    Its first line holds a checksum of all that follows, so that not even a digit changes unnoticed.

    Raises:
        OSError: as the system says; also where a link is in the way, which is not followed.
    """
    if os.path.islink(path):
        raise OSError(ELOOP, "is a link")
    entries = {name: _format(summary) for name, summary in files.items()}
    rest = f'\n"files":{json.dumps(entries, separators=(",", ":"))}}}'.encode()
    first = f'{{"schema":{_SCHEMA},"check":{crc32(rest)},'.encode()
    replace_file(path, first + rest, durable=False)


def _parse(entry: dict[str, Any]) -> FileSummary:
    size, changed, inode = (_whole(part) for part in entry["stamp"])
    days = dict(_day(*values) for values in entry["days"])
    pairs = tuple((_felt(before), _felt(after)) for before, after in entry["stiffness"])
    exercises = frozenset(_text(name) for name in entry["exercises"])
    if type(entry["sided"]) is not bool:
        raise ValueError(entry["sided"])
    marks = frozenset(_whole(mark) for mark in entry["marks"])
    return FileSummary((size, changed, inode), days, pairs, exercises, entry["sided"], marks)


def _day(
    ordinal: int, completed: int, units: int, plan: int, sessions: int, seconds: float
) -> tuple[date, DayFacts]:
    if not _FIRST_DAY <= _whole(ordinal) <= _LAST_DAY or _whole(completed) > 1 or not isfinite(seconds):
        raise ValueError(ordinal)
    if type(seconds) is not float or seconds < 0:
        raise ValueError(seconds)
    facts = DayFacts(bool(completed), _whole(units), _whole(plan), _whole(sessions), seconds)
    return date.fromordinal(ordinal), facts


def _whole(value: int) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _felt(value: int) -> int:
    if type(value) is not int or value not in _FEELINGS:
        raise ValueError(value)
    return value


def _text(value: str) -> str:
    if type(value) is not str:
        raise ValueError(value)
    return value


def _format(summary: FileSummary) -> dict[str, object]:
    days = [[day.toordinal(), int(facts.completed), *facts[1:]] for day, facts in summary.days.items()]
    return {
        "stamp": summary.stamp,
        "days": days,
        "stiffness": summary.stiffness,
        "exercises": sorted(summary.exercises),
        "sided": summary.sided,
        "marks": sorted(summary.marks),
    }
