"""Days and sums of the whole history, from the summary where the files have not changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from tui.adapters.files.lock import locked
from tui.adapters.files.paths import Paths
from tui.adapters.history.months import Months, Token
from tui.adapters.history.summary_file import FileSummary, read_summary, write_summary
from tui.core.streaks.days import DayFacts, facts_of
from tui.core.text.problems import StoreProblem

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """All there is to know, as of a state of the files."""

    token: Token | None
    files: dict[str, FileSummary]
    days: dict[date, DayFacts]
    superseded: dict[str, frozenset[str]]
    """By file, the ids of which another file holds a later version."""


class HistorySummary:
    """Reads only what has changed since the summary was written, then writes it anew; any thread may ask."""

    def __init__(self, paths: Paths, months: Months) -> None:
        self._paths = paths
        self._months = months
        self._guard = Lock()
        self._known = _Known(None, {}, {}, {})

    def days(self) -> Mapping[date, DayFacts]:
        """Return what was done on each day.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        return self._refreshed().days

    def superseded(self, name: str) -> frozenset[str]:
        """Return the ids in a file that count in another one: a copy of it has come back after they moved.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        return self._refreshed().superseded.get(name, frozenset())

    def stiffness(self) -> tuple[tuple[int, int], ...]:
        """Return stiffness before and after of the sessions that have both.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        return tuple(pair for _, file in sorted(self._refreshed().files.items()) for pair in file.stiffness)

    def files_without(self, exercise: str | None, *, sided: bool) -> frozenset[str]:
        """Return the names of the files without an exercise, or without a counted unit of either side.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        return frozenset(
            name
            for name, file in self._refreshed().files.items()
            if (exercise and exercise not in file.exercises) or (sided and not file.sided)
        )

    def _refreshed(self) -> _Known:
        with self._guard:
            token = self._months.token()
            if token != self._known.token:
                self._known = self._reread(token)
            return self._known

    def _reread(self, token: Token) -> _Known:
        known = read_summary(self._paths.summary) if self._known.token is None else self._known.files
        files: dict[str, FileSummary] = {}
        for name, stamp in token:
            summary = known.get(name)
            files[name] = summary if summary and summary.stamp == stamp else self._read(name)
        if files != known:
            self._write(files)
        superseded = self._superseded(files)
        if superseded:
            files = {name: self._read(name, superseded.get(name, _NONE)) for name in files}
        return _Known(token, files, _together(files), superseded)

    def _superseded(self, files: dict[str, FileSummary]) -> dict[str, frozenset[str]]:
        from tui.core.record.record_json import is_later  # only here: days need no JSON of records

        seen = Counter(mark for file in files.values() for mark in file.marks)
        shared = {mark for mark, count in seen.items() if count > 1}
        if not shared:
            return {}
        names = [name for name, file in files.items() if not shared.isdisjoint(file.marks)]
        held = {name: self._months.read(name).values for name in names}
        place: dict[str, str] = {}
        for name, records in held.items():
            for key, record in records.items():
                if key not in place or is_later(record, held[place[key]][key]):
                    place[key] = name
        found = {name: frozenset(key for key in held[name] if place[key] != name) for name in names}
        return {name: ids for name, ids in found.items() if ids}

    def _read(self, name: str, left_out: frozenset[str] = _NONE) -> FileSummary:
        contents = self._months.read(name)
        counted = (record for key, record in contents.values.items() if key not in left_out)
        records = sorted(counted, key=lambda record: record.started_at)
        pairs = tuple(
            (record.stiffness_before, record.stiffness_after)
            for record in records
            if record.stiffness_before is not None and record.stiffness_after is not None
        )
        stamp = (0, 0, 0) if contents.damaged or contents.stamp is None else contents.stamp
        exercises = frozenset(part.id for record in records for part in record.exercises)
        sided = any(part.left or part.right for record in records for part in record.exercises)
        marks = frozenset(int(key[:8], 16) for key in contents.values)
        return FileSummary(stamp, facts_of(records), pairs, exercises, sided, marks)

    def _write(self, files: dict[str, FileSummary]) -> None:
        try:
            with locked(self._paths.lock, 0):
                write_summary(self._paths.summary, files)
        except (StoreProblem, OSError):
            return


def _together(files: dict[str, FileSummary]) -> dict[date, DayFacts]:
    days: dict[date, DayFacts] = {}
    for file in files.values():
        if days.keys().isdisjoint(file.days):
            days.update(file.days)
            continue
        for day, facts in file.days.items():
            days[day] = days[day].plus(facts) if day in days else facts
    return days
