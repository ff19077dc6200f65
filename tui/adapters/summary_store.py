"""What is derived from the history's files, so that few need reading. Never trusted over them."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tui.adapters.atomic import replace_file
from tui.adapters.document_file import Stamp
from tui.core.days import DayFacts

_SCHEMA = 1


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


def read_summary(path: Path) -> dict[str, FileSummary]:
    """Return the summaries by file name; none when the file is missing or makes no sense."""
    try:
        found = json.loads(path.read_bytes())
        if found["schema"] != _SCHEMA:
            return {}
        return {name: _parse(entry) for name, entry in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_summary(path: Path, files: dict[str, FileSummary]) -> None:
    """Replace the summary. It can be made again, so a power cut may take it.

    Raises:
        OSError: as the system says.
    """
    entries = {name: _format(summary) for name, summary in files.items()}
    data = json.dumps({"schema": _SCHEMA, "files": entries}, separators=(",", ":"))
    replace_file(path, data.encode(), durable=False)


def _parse(entry: dict[str, Any]) -> FileSummary:
    size, changed, inode = entry["stamp"]
    days = {
        date.fromordinal(day): DayFacts(bool(completed), units, plan, sessions, seconds)
        for day, completed, units, plan, sessions, seconds in entry["days"]
    }
    pairs = tuple((before, after) for before, after in entry["stiffness"])
    exercises = frozenset(entry["exercises"])
    return FileSummary((size, changed, inode), days, pairs, exercises, bool(entry["sided"]))


def _format(summary: FileSummary) -> dict[str, object]:
    days = [[day.toordinal(), int(facts.completed), *facts[1:]] for day, facts in summary.days.items()]
    return {
        "stamp": summary.stamp,
        "days": days,
        "stiffness": summary.stiffness,
        "exercises": sorted(summary.exercises),
        "sided": summary.sided,
    }
