"""Reads any table with a column of dates: CSV with commas, semicolons or tabs, and a first line of names."""

import csv
import io
from collections.abc import Sequence

from tui.core.exchange.cells import days_in, lines_of
from tui.core.exchange.habits import ForeignHistory, Habit, Mark
from tui.core.text.problems import UsageProblem, printable

TABLE = "CSV"
_MOST_COLUMNS = 1000
_DELIMITERS = ",;\t"
_DATE_NAMES = ("date", "day", "datum", "fecha", "data", "jour", "tag")
_DONE = frozenset(
    {"yes", "y", "true", "t", "x", "done", "complete", "completed", "ok", "1", "yes_manual", "✓", "✔"}
)
_NOT_DONE = frozenset({"", "no", "n", "false", "f", "-", "0", "missed", "not done", "none", "null"})
_SKIPPED = frozenset({"skip", "skipped", "s"})


def looks_like_table(first_line: str) -> bool:
    """Whether a text that begins with this line may be such a table."""
    return any(delimiter in first_line for delimiter in _DELIMITERS)


def read_table(text: str, date_column: str | None, done_column: str | None) -> ForeignHistory:
    """Return the table as one habit.

    Args:
        text: the whole of it.
        date_column: the name of the column of dates; None where its name says it.
        done_column: the name of the column that says whether a day was done; None when every line is one.

    Raises:
        UsageProblem: when a column is missing or the table is broken.
    """
    names, rows = _rows(text)
    date_at = _find(names, date_column) if date_column is not None else _usual(names)
    done_at = None if done_column is None else _find(names, done_column)
    habit = Habit(names[done_at] if done_at is not None else "")
    days = days_in([_cell(row, date_at) for row in rows])
    for row, day in zip(rows, days, strict=True):
        habit.add(day, Mark.DONE if done_at is None else _mark(_cell(row, done_at)))
    return ForeignHistory(TABLE, (habit,))


def _rows(text: str) -> tuple[Sequence[str], list[list[str]]]:
    text = text.lstrip("\n\r ")
    first = lines_of(text)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UsageProblem("the table cannot be read", f"line {reader.line_num}: {error}") from error
    if rows and len(rows[0]) > _MOST_COLUMNS:
        raise UsageProblem("the table cannot be read", f"it has over {_MOST_COLUMNS} columns")
    if not rows:
        raise UsageProblem("there is nothing to import", "the table is empty")
    return [name.strip() for name in rows[0]], rows[1:]


def _find(names: Sequence[str], wanted: str) -> int:
    for same in (str, str.casefold):
        found = [at for at, name in enumerate(names) if same(name) == same(wanted.strip())]
        if len(found) == 1:
            return found[0]
    raise UsageProblem(f"no column '{printable(wanted)}' in the table", _told(names))


def _usual(names: Sequence[str]) -> int:
    found = [at for at, name in enumerate(names) if name.casefold() in _DATE_NAMES]
    if len(found) == 1:
        return found[0]
    raise UsageProblem(
        "the file is a table", _told(names), "say which column has the dates with --date COLUMN"
    )


def _told(names: Sequence[str]) -> str:
    return f"its columns are {', '.join(printable(name)[:30] for name in names[:12])}"


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _mark(cell: str) -> Mark:
    word = cell.strip().casefold()
    if word in _DONE:
        return Mark.DONE
    if word in _NOT_DONE:
        return Mark.NOT_DONE
    if word in _SKIPPED:
        return Mark.SKIPPED
    if word == "yes_auto":
        return Mark.FILLED_IN
    try:
        amount = float(word.replace(",", "."))
    except ValueError:
        return Mark.UNKNOWN
    if amount != amount or abs(amount) == float("inf"):
        return Mark.UNKNOWN
    return Mark.DONE if amount > 0 else Mark.NOT_DONE
