"""Reads the SQLite backup of Loop Habit Tracker from a private copy that nothing can change.

Its tables are those of the migrations in its repository (iSoron/uhabits): `Habits`, and `Repetitions` with
a row a day, whose time is in milliseconds of UTC's midnight.
"""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tui.core.exchange.habits import ForeignHistory, Habit, gather
from tui.core.exchange.loop_files import LOOP, Measure, mark_of
from tui.core.text.problems import UsageProblem, printable

if TYPE_CHECKING:
    import sqlite3

MOST_BYTES = 200 * 2**20
"""The largest database that is read."""
_MOST_ROWS = 2_000_000
_MOST_STEPS = 20_000
"""Calls of the watcher, each after a thousand steps of SQLite's machine."""
_LONGEST_CELL = 10**6
_EPOCH = date(1970, 1, 1)
_DAY_MS = 86_400_000
_FURTHEST_MS = 10**15
_NUMERICAL = 1
_AT_MOST = 1
_HABITS = ("id", "name", "type", "target_type", "target_value")
_REPETITIONS = ("habit", "timestamp", "value")


def read_loop_database(data: bytes) -> ForeignHistory:
    """Return the habits in a database.

    Raises:
        UsageProblem: when it is broken, or another program's.
    """
    try:
        import sqlite3
    except ImportError as error:
        raise UsageProblem(
            "this Python cannot read SQLite databases", "", "import Loop's CSV instead"
        ) from error
    try:
        with tempfile.TemporaryDirectory(prefix="unhunch-") as folder:  # for its owner only
            copy = Path(folder) / "copy.db"
            copy.touch(0o600)
            copy.write_bytes(data)
            connection = sqlite3.connect(f"file:{quote(str(copy))}?mode=ro&immutable=1", uri=True)
            try:
                _fence(connection)
                return ForeignHistory(LOOP, _habits(connection))
            finally:
                connection.close()
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        raise UsageProblem("the SQLite database cannot be read", printable(str(error))) from error
    except OSError as error:
        raise UsageProblem("no private copy of the database can be made", error.strerror or "") from error


def _fence(connection: "sqlite3.Connection") -> None:
    """Let nothing but the reading of the two tables through, and that for a while only."""
    import sqlite3

    connection.text_factory = lambda raw: raw.decode(errors="replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
    readable = {"sqlite_master", "habits", "repetitions"}

    def allow(action: int, first: str | None, *_: object) -> int:
        if action == sqlite3.SQLITE_SELECT:
            return sqlite3.SQLITE_OK
        read = action == sqlite3.SQLITE_READ and (first or "").lower() in readable
        told = action == sqlite3.SQLITE_PRAGMA and first == "table_info"
        return sqlite3.SQLITE_OK if read or told else sqlite3.SQLITE_DENY

    connection.set_authorizer(allow)


def _habits(connection: "sqlite3.Connection") -> tuple[Habit, ...]:
    for table in ("Habits", "Repetitions"):
        found = connection.execute(
            "SELECT type, rootpage > 0 FROM sqlite_master WHERE name = ? COLLATE NOCASE", (table,)
        ).fetchall()
        if found != [("table", 1)]:  # no view, and no module's table
            raise UsageProblem("the file is a SQLite database", "it is none of Loop's")
    known: dict[object, tuple[Habit, Measure | None]] = {}
    for key, name, kind, target_type, target in _rows(connection, "Habits", _HABITS, "id"):
        usual = f"habit {key}"
        habit = Habit(name if isinstance(name, str) and name.strip() else usual)
        goal = float(target) if isinstance(target, int | float) else 0.0
        known[key] = (habit, Measure(goal, target_type == _AT_MOST) if kind == _NUMERICAL else None)
    for owner, milliseconds, value in _rows(connection, "Repetitions", _REPETITIONS, "rowid"):
        if owner in known:
            habit, measure = known[owner]
            habit.put(_day(milliseconds), mark_of(value, measure))
    return gather(habit for habit, _ in known.values())


def _rows(
    connection: "sqlite3.Connection", table: str, columns: Sequence[str], order: str
) -> Iterator[tuple[Any, ...]]:
    """Yield the columns of a table; of those that an older version had not, what it meant."""
    there = {str(row[1]).lower() for row in connection.execute(f"PRAGMA table_info({table})")}
    meant = {"value": "2", "type": "0", "target_type": "0", "target_value": "0"}
    if missing := [name for name in columns if name not in there and name not in meant]:
        raise UsageProblem("the file is a SQLite database", f"its {table} has no {missing[0]}")
    wanted = ", ".join(name if name in there else meant[name] for name in columns)
    for count, row in enumerate(connection.execute(f"SELECT {wanted} FROM {table} ORDER BY {order}")):
        if count >= _MOST_ROWS:
            raise UsageProblem("the SQLite database is too large", f"{table} has over {_MOST_ROWS} rows")
        yield row


def _day(milliseconds: object) -> date | None:
    if type(milliseconds) is not int or not 0 <= milliseconds < _FURTHEST_MS:
        return None
    try:
        return _EPOCH + timedelta(days=milliseconds // _DAY_MS)
    except OverflowError:
        return None
