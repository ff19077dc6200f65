"""What the History screen shows, read once for each change: days, rules, and the sessions by row."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui.adapters.history.store import HistoryStore
from tui.core.history.index import Month, SessionIndex, session_index
from tui.core.record.record import Record
from tui.core.settings.settings import Away, Settings
from tui.core.streaks.days import DayFacts, StreakRules, facts_of, rules_of
from tui.core.text.problems import Problem, StoreProblem
from tui.ui.kit.services import Services


class AllSessions:
    """Every session by row; a month is read when one of its rows is asked for."""

    def __init__(self, history: HistoryStore, index: SessionIndex) -> None:
        self._history = history
        self._index = index
        self._months: dict[Month, tuple[Record, ...]] = {}
        self.problem: StoreProblem | None = None
        """What kept the last month that was asked for from being read."""

    @property
    def rows(self) -> int:
        """How many there are."""
        return self._index.rows

    def record(self, row: int) -> Record | None:
        """Return the session in a row; None where it cannot be read."""
        month, place = self._index.locate(row)
        if month not in self._months:
            try:
                self._months[month] = tuple(reversed(self._history.month(*month)))
            except StoreProblem as problem:
                self.problem = problem
                return None
        records = self._months[month]
        return records[place] if place < len(records) else None

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or else of the last day before it that has one."""
        return self._index.row_of(day)


class SomeSessions:
    """Sessions that were picked out, by row.

    Args:
        records: the newest first.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self._records)

    def record(self, row: int) -> Record | None:
        """Return the session in a row."""
        return self._records[row]

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or else of the last day before it that has one."""
        row = bisect_left(self._records, -day.toordinal(), key=lambda record: -record.day.toordinal())
        return min(row, max(len(self._records) - 1, 0))


@dataclass(frozen=True)
class HistoryData:
    """The history as of one moment."""

    today: date
    rules: StreakRules
    away: tuple[Away, ...]
    days: Mapping[date, DayFacts]
    stiffness: tuple[tuple[int, int], ...]
    sessions: AllSessions | SomeSessions
    exercise: str = ""
    """The id of the one exercise that is shown; empty for all."""

    @property
    def empty(self) -> bool:
        """Whether there is no session at all."""
        return self.sessions.rows == 0

    def on(self, day: date) -> tuple[Record, ...]:
        """Return the sessions of a day, the newest first."""
        found: list[Record] = []
        for row in range(self.sessions.row_of(day), self.sessions.rows):
            record = self.sessions.record(row)
            if record is not None and record.day < day:
                break
            if record is not None and record.day == day:
                found.append(record)
        return tuple(found)


def read_history(
    services: Services, settings: Settings, today: date
) -> tuple[HistoryData, tuple[Problem, ...]]:
    """Return all that there is, and what was found wrong.

    Raises:
        StoreProblem: when the history cannot be read.
    """
    away, problems = services.away.read()
    days = services.history.days()
    stiffness = services.history.stiffness()
    sessions = AllSessions(services.history, session_index(days))
    data = HistoryData(today, rules_of(settings, away), away, days, stiffness, sessions)
    return data, (*services.history.problems, *problems)


def only(data: HistoryData, exercise: str, records: Sequence[Record]) -> HistoryData:
    """Return the history of one exercise.

    Args:
        data: the whole history.
        exercise: its id.
        records: the sessions that it is part of, the newest first.
    """
    days = facts_of(records, exercise)
    return HistoryData(data.today, data.rules, data.away, days, (), SomeSessions(records), exercise)
