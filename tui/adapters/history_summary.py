"""Days and sums of the whole history, from the summary where the files have not changed."""

from collections.abc import Mapping
from datetime import date

from tui.adapters.lock import locked
from tui.adapters.months import Months, Token
from tui.adapters.paths import Paths
from tui.adapters.summary_store import FileSummary, read_summary, write_summary
from tui.core.days import DayFacts, facts_of
from tui.core.problems import StoreProblem


class HistorySummary:
    """Reads only what has changed since the summary was written, then writes it anew."""

    def __init__(self, paths: Paths, months: Months) -> None:
        self._paths = paths
        self._months = months
        self._token: Token | None = None
        self._files: dict[str, FileSummary] | None = None
        self._days: dict[date, DayFacts] = {}

    def days(self) -> Mapping[date, DayFacts]:
        """Return what was done on each day.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        self._refresh()
        return self._days

    def stiffness(self) -> tuple[tuple[int, int], ...]:
        """Return stiffness before and after of the sessions that have both.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        self._refresh()
        return tuple(pair for _, file in sorted((self._files or {}).items()) for pair in file.stiffness)

    def files_with(self, exercise: str) -> frozenset[str]:
        """Return the names of the files in which an exercise occurs.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        self._refresh()
        return frozenset(name for name, file in (self._files or {}).items() if exercise in file.exercises)

    def _refresh(self) -> None:
        token = self._months.token()
        if token == self._token:
            return
        known = read_summary(self._paths.summary) if self._files is None else self._files
        files: dict[str, FileSummary] = {}
        stale = False
        for name, stamp in token:
            summary = known.get(name)
            if summary is None or summary.stamp != stamp:
                summary = self._read(name)
                stale = True
            files[name] = summary
        self._token, self._files = token, files
        self._days = _together(files)
        if stale or len(files) != len(known):
            self._write(files)

    def _read(self, name: str) -> FileSummary:
        contents = self._months.read(name)
        records = sorted(contents.values.values(), key=lambda record: record.started_at)
        pairs = tuple(
            (record.stiffness_before, record.stiffness_after)
            for record in records
            if record.stiffness_before is not None and record.stiffness_after is not None
        )
        stamp = (0, 0, 0) if contents.damaged or contents.stamp is None else contents.stamp
        exercises = frozenset(part.id for record in records for part in record.exercises)
        return FileSummary(stamp, facts_of(records), pairs, exercises)

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
