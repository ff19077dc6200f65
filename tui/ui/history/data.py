"""What the History screen shows, read once for each change: days, rules, and the sessions by row."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from tui.adapters.history.day_index import Past
from tui.adapters.history.months import Token
from tui.adapters.history.store import HistoryStore
from tui.core.history.index import Month, SessionIndex
from tui.core.history.order import EVERYTHING, Search, SessionOrder, ordered
from tui.core.history.rows import Names
from tui.core.history.totals import Totals, totals
from tui.core.record.record import Record
from tui.core.settings.settings import Away, Settings
from tui.core.streaks.days import DayFacts, StreakRules, facts_of, rules_of
from tui.core.streaks.status import Status, status_of
from tui.core.text.problems import Problem, StoreProblem, printable
from tui.ui.kit.services import Services


class AllSessions:
    """Every session by row; a month is read when one of its rows is asked for.

    Args:
        history: where they are read.
        past: what is known of them.
    """

    def __init__(self, history: HistoryStore, past: Past) -> None:
        self._history = history
        self._past = past
        self._index = SessionIndex(past.days, past.sums[0])
        self._months: dict[Month, tuple[Record, ...]] = {}
        self._on: dict[date, tuple[Record, ...]] = {}
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
                self._months[month] = tuple(reversed(self._history.month(*month, self._past)))
            except StoreProblem as problem:
                self.problem = problem
                return None
        records = self._months[month]
        return records[place] if place < len(records) else None

    def row_of(self, day: date) -> int:
        """Return the row of the newest session of `day`, or else of the last day before it that has one."""
        return self._index.row_of(day)

    def on(self, day: date) -> tuple[Record, ...]:
        """Return the sessions of a day, the newest first."""
        found = self._on.get(day)
        if found is None:
            rows = map(self.record, range(self.row_of(day), self.rows))
            since = takewhile(lambda record: record is None or record.day >= day, rows)
            found = tuple(record for record in since if record and record.day == day)
            if self.problem is None:
                self._on[day] = found
        return found

    def place_of(self, record: Record) -> int | None:
        """Return the row of a session; None where it is not among them."""
        ids = [item.id for item in self.on(record.day)]
        return self.row_of(record.day) + ids.index(record.id) if record.id in ids else None


class SomeSessions:
    """Sessions that were picked out or put into an order of their own, by row.

    Args:
        records: in their order.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._first: dict[date, int] = {}
        for row, record in enumerate(records):
            self._first.setdefault(record.day, row)
        self._days = sorted(self._first)

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self._records)

    def record(self, row: int) -> Record | None:
        """Return the session in a row."""
        return self._records[row]

    def row_of(self, day: date) -> int:
        """Return the first row of a session of `day`, or else of the last day before it that has one."""
        at = bisect_right(self._days, day) - 1
        return self._first[self._days[at]] if at >= 0 else max(len(self._records) - 1, 0)

    def on(self, day: date) -> tuple[Record, ...]:
        """Return the sessions of a day, the newest first."""
        found = [record for record in self._records if record.day == day]
        return tuple(sorted(found, key=lambda record: record.started_at, reverse=True))

    def place_of(self, record: Record) -> int | None:
        """Return the row of a session; None where it is not among them."""
        return next((row for row, item in enumerate(self._records) if item.id == record.id), None)


@dataclass(frozen=True)
class HistoryData:
    """The history as of one moment."""

    token: Token
    """Stands for the files as they were read."""
    today: date
    rules: StreakRules
    away: tuple[Away, ...]
    days: Mapping[date, DayFacts]
    status: Status
    """How things stand by these days."""
    totals: Totals
    """What these days come to."""
    stiffness: bytes
    """Before and after by turns, of the sessions that have both."""
    sessions: AllSessions | SomeSessions
    search: Search = EVERYTHING
    """What was looked for: the sessions are these alone, and the days are of the one exercise."""

    @cached_property
    def oldest(self) -> date | None:
        """The first day of all."""
        return min(self.days, default=None)

    @property
    def empty(self) -> bool:
        """Whether there is no session at all."""
        return self.sessions.rows == 0

    def on(self, day: date) -> tuple[Record, ...]:
        """Return the sessions of a day, the newest first."""
        return self.sessions.on(day)


def read_history(
    services: Services, settings: Settings, today: date
) -> tuple[HistoryData, tuple[Problem, ...]]:
    """Return all that there is, and what was found wrong.

    Raises:
        StoreProblem: when the history cannot be read.
    """
    away, problems = services.away.read()
    past, rules = services.history.past(), rules_of(settings, away)
    sessions = AllSessions(services.history, past)
    status = past.status(rules, today)
    summed = Totals(*past.sums)
    data = HistoryData(past.token, today, rules, away, past.days, status, summed, past.stiffness, sessions)
    return data, (*services.history.problems, *problems)


def listed(data: HistoryData, search: Search, order: SessionOrder, records: Sequence[Record]) -> HistoryData:
    """Return the history of what was looked for, its sessions in an order.

    Args:
        data: the whole history.
        search: what was looked for.
        order: how the sessions are to stand.
        records: all that match, the newest first.
    """
    sessions = SomeSessions(ordered(records, order))
    if not search.exercise:
        return replace(data, sessions=sessions, search=search)
    days = facts_of(records, search.exercise)
    status = status_of(days, data.rules, data.today)
    summed = totals(days)
    one = replace(data, days=days, status=status, totals=summed, stiffness=b"")
    return replace(one, sessions=sessions, search=search)


def shown_words(data: HistoryData, names: Names) -> str:
    """Return what of the history is shown, in a few words."""
    search = data.search
    words = f'note has "{printable(search.words)}"' if search.words else ""
    exercise = f"{names.name(search.exercise)} only" if search.exercise else ""
    shown = ", ".join(filter(None, (exercise, words))) or "all sessions"
    return f"{shown}  / find" if search or data.days else shown
