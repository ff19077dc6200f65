"""Reads the CSV files of Loop Habit Tracker: `Habits.csv`, and one `Checkmarks.csv` a habit or of all.

The shapes are those that its `HabitsCSVExporter.kt` writes, and wrote: days newest first, in the table of
all habits a comma after the last cell and names as they are, commas in them too.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.core.exchange.cells import check_lines, iso_day, lines_of
from tui.core.exchange.habits import MOST_HABITS, ForeignHistory, Habit, Mark, gather
from tui.core.text.problems import UsageProblem

_NUMBERS = {
    2: Mark.DONE,
    1: Mark.FILLED_IN,
    3: Mark.SKIPPED,
    -3: Mark.SKIPPED,
    0: Mark.NOT_DONE,
    -1: Mark.NOT_DONE,
}
"""Older versions wrote -3 for a skipped day."""
_WORDS = {"YES_MANUAL": 2, "YES_AUTO": 1, "SKIP": 3, "NO": 0, "UNKNOWN": -1}
_THOUSANDTHS = 1000
"""A measured value is kept in thousandths of its unit."""
_HIGHEST_NUMBER = 3
"""Of a yes-or-no habit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """That a habit is measured, and what its owner aimed at."""

    target: float = 0.0
    at_most: bool = False


def mark_of(value: int | str | None, measure: Measure | None = None) -> Mark:
    """Return what `value` says.

    Args:
        value: a number, a number as text, or one of Loop's words.
        measure: of a habit that is measured, where that is known; a number over 3 shows it, too.
    """
    if isinstance(value, str):
        word = value.strip().upper()
        try:
            value = _WORDS[word] if word in _WORDS else int(word)
        except ValueError:
            return Mark.UNKNOWN
    if type(value) is not int:
        return Mark.UNKNOWN
    if measure is None and value <= _HIGHEST_NUMBER:
        return _NUMBERS.get(value, Mark.UNKNOWN)
    return _measured(value, measure or Measure())


def _measured(value: int, measure: Measure) -> Mark:
    """Loop keeps a skipped day of a measured habit as 3, too: three thousandths, which nobody does."""
    if value <= _HIGHEST_NUMBER:
        return Mark.SKIPPED if value == _HIGHEST_NUMBER else Mark.NOT_DONE
    target = measure.target * _THOUSANDTHS
    reached = value <= target if measure.at_most else value >= target
    return Mark.DONE if reached else Mark.BELOW


LOOP = "Loop"
HABITS = "Habits.csv"
CHECKMARKS = "Checkmarks.csv"
_FOLDER = re.compile(r"(\d{3,}) ?(.*)\Z")
_ONE_HABIT = ("Date,Value", "Date,Value,Notes")
_MEASURED = "NUMERICAL"
_AT_MOST = "AT_MOST"
_MOST_COMMAS = 10 * MOST_HABITS


def is_loop_name(name: str) -> bool:
    """Whether a file of that path is one that Loop's export holds and that says something here."""
    folder, _, file = name.rpartition("/")
    return (file == CHECKMARKS and "/" not in folder) or name == HABITS


def is_one_habit(first_line: str) -> bool:
    """Whether a file that begins with this line is the `Checkmarks.csv` of one habit."""
    if first_line in _ONE_HABIT:
        return True
    cells = first_line.split(",")
    return len(cells) == 2 and iso_day(cells[0]) is not None and mark_of(cells[1]) is not Mark.UNKNOWN


def is_all_habits(first_line: str, second_line: str) -> bool:
    """Whether a file that begins with these lines is the `Checkmarks.csv` of all habits."""
    if not (first_line.startswith("Date,") and first_line.endswith(",")):
        return False
    cells = second_line.rstrip(",").split(",")
    return not second_line or (second_line.endswith(",") and iso_day(cells[0]) is not None)


def read_loop(files: Mapping[str, str]) -> ForeignHistory:
    """Return the habits in Loop's files.

    Args:
        files: their texts by their paths in the export: `Habits.csv`, `001 Stretch/Checkmarks.csv`.

    Raises:
        UsageProblem: when they are not what Loop writes.
    """
    check_lines(files.values())
    known = _habits(files[HABITS]) if HABITS in files else {}
    singles = sorted(name for name in files if name.endswith(f"/{CHECKMARKS}"))
    if singles:
        return ForeignHistory(LOOP, gather(_single(name, files[name], known) for name in singles))
    if CHECKMARKS not in files:
        raise UsageProblem("the export of Loop is not whole", "it holds no Checkmarks.csv")
    return ForeignHistory(LOOP, gather(_all(files[CHECKMARKS], known)))


def _habits(text: str) -> dict[int, tuple[str, Measure | None]]:
    """Return name and measure of each habit by its position, in the order of the file."""
    found: dict[int, tuple[str, Measure | None]] = {}
    for row in _rows(text, HABITS):
        position = row.get("Position") or ""
        if position.isascii() and position.isdigit() and len(position) < 10:
            found[int(position)] = (row.get("Name") or "", _measure(row))
    return found


def _measure(row: Mapping[str, str | None]) -> Measure | None:
    if (row.get("Type") or "") != _MEASURED:
        return None
    try:
        target = float(row.get("Target Value") or 0.0)
    except ValueError:
        target = 0.0
    return Measure(target, (row.get("Target Type") or "") == _AT_MOST)


def _rows(text: str, file: str) -> Iterator[dict[str, str | None]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            yield {key: value for key, value in row.items() if isinstance(key, str)}
    except csv.Error as error:
        raise _broken(file, reader.line_num, str(error)) from error


def _single(path: str, text: str, known: Mapping[int, tuple[str, Measure | None]]) -> Habit:
    """Return the habit in a file of its own; older versions wrote no first line of names."""
    folder = path.split("/")[-2]
    found = _FOLDER.match(folder)
    usual = ((found[2] if found else "") or folder, None)
    name, measure = known.get(int(found[1][:9]), usual) if found else usual
    habit = Habit(name or usual[0])
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            if row and not (reader.line_num == 1 and row[0] == "Date"):
                habit.put(iso_day(row[0]), mark_of(row[1] if len(row) > 1 else None, measure))
    except csv.Error as error:
        raise _broken(path, reader.line_num, str(error)) from error
    return habit


def _all(text: str, known: Mapping[int, tuple[str, Measure | None]]) -> Iterator[Habit]:
    lines = lines_of(text)
    if lines[0].count(",") > _MOST_COMMAS:
        raise UsageProblem(f"{CHECKMARKS} of Loop cannot be read", "its first line holds too many names")
    rows = [line.removesuffix(",").split(",") for line in lines[1:] if line]
    count = max((len(row) for row in rows), default=1) - 1
    names = _names(lines[0], count, [name for name, _ in known.values()])
    measures = dict(known.values())
    for at, name in enumerate(names, 1):
        habit = Habit(name)
        for row in rows:
            habit.put(iso_day(row[0]), mark_of(row[at] if at < len(row) else None, measures.get(name)))
        yield habit


def _names(line: str, count: int, known: Sequence[str]) -> Sequence[str]:
    """Return `count` names from the first line of the table, in which commas may stand inside a name."""
    joined = line.removeprefix("Date,").removesuffix(",")
    cells = joined.split(",")
    if len(cells) == count or count == 0:
        return cells
    if count == 1:
        return [joined]
    if joined == ",".join(known) and len(known) == count:
        return known
    raise UsageProblem(
        "a name in Loop's table holds a comma", "", "import the whole export, a folder or a ZIP archive"
    )


def _broken(file: str, line: int, why: str) -> UsageProblem:
    return UsageProblem(f"{file} of Loop cannot be read", f"line {line}: {why}")
