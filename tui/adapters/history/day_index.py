"""Days and sums of the whole history, from an index of its files where they have not changed.

The index is never trusted over the files.
"""

import json
import os
from binascii import crc32
from collections import Counter
from collections.abc import Mapping
from datetime import date
from errno import ELOOP
from itertools import chain, starmap
from math import inf
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.adapters.files.lock import locked
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import Stamp, read_regular, replace_file
from tui.adapters.history.months import Months, Token
from tui.core.streaks.days import DayFacts, StreakRules, facts_of, sums_of
from tui.core.text.checked import Table
from tui.core.text.limits import YEARS
from tui.core.text.problems import Problem, StoreProblem

if TYPE_CHECKING:
    from tui.core.streaks.status import Status

_SCHEMA = 4
_FIRST_DAY = date(YEARS[0], 1, 1).toordinal()
_LAST_DAY = date(YEARS[-1], 12, 31).toordinal()
_NONE: frozenset[str] = frozenset()
_STIFFNESS = (0, 9)
_COUNTS = ("units", "plan", "sessions")
_MOST = 2**64 - 1


class FileDays(NamedTuple):
    """What one file adds up to, as of its stamp."""

    stamp: Stamp
    days: dict[date, DayFacts]
    stiffness: bytes
    """Before and after by turns, of the sessions that have both, in order of their start."""
    exercises: frozenset[str]
    """Ids of the exercises in it."""
    sided: bool
    """Whether a unit of either side was counted."""
    sums: tuple[int, int, float]
    """Sessions, units and seconds of all its days."""
    marks: frozenset[int]
    """The first 32 bits of each session's id: files that share none share no session."""


class Past(NamedTuple):
    """All that there is to know without the sessions themselves, as of one state of the files."""

    token: Token
    """Stands for that state."""
    files: dict[str, FileDays]
    days: dict[date, DayFacts]
    """What was done on each day."""
    superseded: dict[str, frozenset[str]]
    """By file, the ids of which another file holds a later version: a copy has come back after they moved."""
    stood: "dict[tuple[StreakRules, date], Status]"
    """How things stand, as it was asked for last."""

    @property
    def sums(self) -> tuple[int, int, float]:
        """Sessions, units and seconds of all days."""
        of_files = (file.sums for file in self.files.values())
        sessions, units, seconds = zip((0, 0, 0.0), *of_files, strict=True)
        return sum(sessions), sum(units), sum(seconds)

    @property
    def stiffness(self) -> bytes:
        """Before and after by turns, of the sessions that have both."""
        return b"".join(file.stiffness for _, file in sorted(self.files.items()))

    def status(self, rules: StreakRules, today: date) -> "Status":
        """Return how things stand by these rules, worked out once for all screens."""
        from tui.core.streaks.status import status_of  # only here: it is not needed for the first paint

        found = self.stood.get((rules, today))
        if found is None:
            found = status_of(self.days, rules, today)
            self.stood.clear()
            self.stood[rules, today] = found
        return found

    def files_without(self, exercise: str | None, *, sided: bool) -> frozenset[str]:
        """Return the names of the files without an exercise, or without a counted unit of either side."""
        return frozenset(
            name
            for name, file in self.files.items()
            if (exercise and exercise not in file.exercises) or (sided and not file.sided)
        )


class DayIndex:
    """Reads only what has changed since the index was written, then writes it anew; any thread may ask."""

    def __init__(self, paths: Paths, months: Months) -> None:
        self._paths = paths
        self._months = months
        self._guard = Lock()
        self._known: Past | None = None

    def past(self) -> Past:
        """Return what is known as of now.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        with self._guard:
            token = self._months.token()
            if self._known is None or token != self._known.token:
                self._known = self._reread(token)
            return self._known

    def without(self, record_id: str) -> frozenset[tuple[str, Stamp]]:
        """Return the names and stamps of the files that are known not to hold a session; reads nothing.

        Only while a file has that stamp does it hold what was known of it.
        """
        known, mark = self._known, _mark(record_id)
        return frozenset(
            (name, file.stamp)
            for name, file in (known.files.items() if known else ())
            if mark not in file.marks
        )

    def _reread(self, token: Token) -> Past:
        known = self._known.files if self._known else read_index(self._paths.summary)
        files: dict[str, FileDays] = {}
        for name, stamp in token:
            entry = known.get(name)
            files[name] = entry if entry and entry.stamp == stamp else self._read(name)
        if files != known:
            self._write(files)
        superseded = self._superseded(files)
        if superseded:
            files = {name: self._read(name, superseded.get(name, _NONE)) for name in files}
        return Past(token, files, _together(files), superseded, {})

    def _superseded(self, files: dict[str, FileDays]) -> dict[str, frozenset[str]]:
        seen = Counter(mark for file in files.values() for mark in file.marks)
        shared = {mark for mark, count in seen.items() if count > 1}
        if not shared:
            return {}
        from tui.core.record.record_json import is_later  # only here: days need no JSON of records

        names = [name for name, file in files.items() if not shared.isdisjoint(file.marks)]
        held = {name: self._months.read(name).values for name in names}
        place: dict[str, str] = {}
        for name, records in held.items():
            for key, record in records.items():
                if key not in place or is_later(record, held[place[key]][key]):
                    place[key] = name
        found = {name: frozenset(key for key in held[name] if place[key] != name) for name in names}
        return {name: ids for name, ids in found.items() if ids}

    def _read(self, name: str, left_out: frozenset[str] = _NONE) -> FileDays:
        contents = self._months.read(name)
        counted = (record for key, record in contents.values.items() if key not in left_out)
        records = sorted(counted, key=lambda record: record.started_at)
        pairs = bytes(chain.from_iterable(record.stiffness for record in records if record.stiffness))
        stamp = (0, 0, 0) if contents.damaged or contents.stamp is None else contents.stamp
        exercises = frozenset(part.id for record in records for part in record.exercises)
        sided = any(part.left or part.right for record in records for part in record.exercises)
        marks = frozenset(map(_mark, contents.values))
        days = facts_of(records)
        return FileDays(stamp, days, pairs, exercises, sided, sums_of(days), marks)

    def _write(self, files: dict[str, FileDays]) -> None:
        try:
            with locked(self._paths.lock, 0):
                write_index(self._paths.summary, files)
        except (StoreProblem, OSError):
            return


def _mark(record_id: str) -> int:
    """Return the first 32 bits of a session's id, a UUID."""
    return int(record_id[:8], 16)


def _together(files: dict[str, FileDays]) -> dict[date, DayFacts]:
    days: dict[date, DayFacts] = {}
    for file in files.values():
        if days.keys().isdisjoint(file.days):
            days.update(file.days)
            continue
        for day, facts in file.days.items():
            days[day] = days[day].plus(facts) if day in days else facts
    return days


def read_index(path: Path) -> dict[str, FileDays]:
    """Return the index by file name; nothing when the file is missing or makes no sense."""
    try:
        data = read_regular(path)
        found = json.loads(data)
        if found["schema"] != _SCHEMA or found["check"] != crc32(data[data.index(b"\n") :]):
            return {}
        return {name: _parse(entry) for name, entry in found["files"].items()}
    except (
        OSError,
        ArithmeticError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        Problem,
    ):
        return {}


def write_index(path: Path, files: dict[str, FileDays]) -> None:
    """Replace the index. It can be made again, so a power cut may take it.

    Its first line holds a checksum of all that follows, so that not even a digit changes unnoticed.

    Raises:
        OSError: as the system says; also where a link is in the way, which is not followed.
    """
    if os.path.islink(path):
        raise OSError(ELOOP, "is a link")
    entries = {name: _format(file) for name, file in files.items()}
    rest = f'\n"files":{json.dumps(entries, separators=(",", ":"))}}}'.encode()
    first = f'{{"schema":{_SCHEMA},"check":{crc32(rest)},'.encode()
    replace_file(path, first + rest, durable=False)


def _parse(entry: Mapping[str, Any]) -> FileDays:
    table = Table(StoreProblem, entry)
    size, changed, inode = table.wholes("stamp", 3, 0, _MOST)
    ordinals = table.wholes("days", None, _FIRST_DAY, _LAST_DAY)
    count = len(ordinals)
    units, plans, sessions = (table.wholes(name, count, 0, _MOST) for name in _COUNTS)
    completed = map(bool, table.wholes("completed", count, 0, 1))
    seconds = table.numbers("seconds", count, 0.0, inf)
    facts = zip(completed, units, plans, sessions, seconds, strict=True)
    before = table.wholes("before", None, *_STIFFNESS)
    after = table.wholes("after", len(before), *_STIFFNESS)
    return FileDays(
        stamp=(size, changed, inode),
        days=dict(zip(map(date.fromordinal, ordinals), starmap(DayFacts, facts), strict=True)),
        stiffness=bytes(chain.from_iterable(zip(before, after, strict=True))),
        exercises=frozenset(table.texts("exercises")),
        sided=table.flag("sided"),
        sums=(sum(sessions), sum(units), sum(seconds)),
        marks=frozenset(table.wholes("marks", None, 0, _MOST)),
    )


def _format(file: FileDays) -> dict[str, object]:
    facts = file.days.values()
    return {
        "stamp": file.stamp,
        "days": [day.toordinal() for day in file.days],
        "completed": [int(day.completed) for day in facts],
        **{name: [getattr(day, name) for day in facts] for name in (*_COUNTS, "seconds")},
        "before": [*file.stiffness[::2]],
        "after": [*file.stiffness[1::2]],
        "exercises": sorted(file.exercises),
        "sided": file.sided,
        "marks": sorted(file.marks),
    }
