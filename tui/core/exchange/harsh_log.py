"""Reads the log of `harsh`: one line a day and habit, `2026-11-22 : Stretch : y : comment : amount`.

Its shape is that of `internal/storage/log.go` in its repository (wakatara/harsh): the last line of a day
wins. A comment may hold the separator.
"""

from tui.core.exchange.cells import iso_day, lines_of
from tui.core.exchange.habits import MOST_HABITS, ForeignHistory, Habit, Mark
from tui.core.text.problems import UsageProblem

HARSH = "harsh"
_SEPARATOR = " : "
_COMMENT = "#"
_RESULTS = {"y": Mark.DONE, "n": Mark.NOT_DONE, "s": Mark.SKIPPED}
_LONGEST = 1000
"""Characters of a first line that are looked at."""


def is_harsh(text: str) -> bool:
    """Whether the first line that is no comment is one of such a log."""
    lines = (line for line in lines_of(text) if line.strip() and not line.startswith(_COMMENT))
    day, name, result = _parts(next(lines, "")[:_LONGEST])
    return iso_day(day) is not None and bool(name) and result in _RESULTS


def read_harsh(text: str) -> ForeignHistory:
    """Return the habits of a log; lines that name no habit are counted as having no date.

    Raises:
        UsageProblem: when there are more than anybody has.
    """
    habits: dict[str, Habit] = {}
    stray = 0
    for line in lines_of(text):
        if not line.strip() or line.startswith(_COMMENT):
            continue
        cell, name, result = _parts(line)
        if not name:
            stray += 1
            continue
        if name not in habits and len(habits) == MOST_HABITS:
            raise UsageProblem("the log cannot be imported", f"it holds more than {MOST_HABITS} habits")
        habit = habits.setdefault(name, Habit(name))
        day = iso_day(cell)
        mark = _RESULTS.get(result, Mark.UNKNOWN)
        if mark is not Mark.UNKNOWN or day not in habit.days:  # harsh passes unknown words over
            habit.put(day, mark)
    for habit in habits.values():
        habit.undated += stray
    return ForeignHistory(HARSH, tuple(habits.values()))


def _parts(line: str) -> tuple[str, str, str]:
    """Return date, habit and result of a line, empty where it has none."""
    day, name, result = (*line.split(_SEPARATOR, 3), "", "", "")[:3]
    return day, name.strip(), result.rstrip(" :").strip()
