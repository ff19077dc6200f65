"""Histories as other programs keep them, and the files that those write: shapes only, nobody's data."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

YES, AUTO, NO, SKIP, UNKNOWN = "YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN"
NUMBERS = {YES: 2, AUTO: 1, NO: 0, SKIP: 3, UNKNOWN: -1}
FIRST = date(2023, 1, 1)
LETTERS = "abcXYZ 019,'\"&äé\N{HOT BEVERAGE}-_."


@dataclass(frozen=True)
class Kept:
    """One habit: its name and what was marked on its days, the newest first."""

    name: str
    marks: Mapping[date, str]

    @property
    def done(self) -> set[date]:
        return {day for day, mark in self.marks.items() if mark == YES}


def names(letters: str = LETTERS) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def kept(draw: st.DrawFn, words: Sequence[str] = tuple(NUMBERS), letters: str = LETTERS) -> tuple[Kept, ...]:
    """Draw one to three habits with different names."""
    found = draw(st.lists(names(letters), min_size=1, max_size=3, unique_by=str.casefold))
    habits = []
    for name in found:
        marks = draw(st.dictionaries(st.integers(0, 1400), st.sampled_from(list(words)), max_size=12))
        days = {FIRST + timedelta(days=back): mark for back, mark in sorted(marks.items(), reverse=True)}
        habits.append(Kept(name, days))
    return tuple(habits)


def loop_export(habits: Sequence[Kept], *, numbers: bool = False) -> dict[str, str]:
    """Return the files of Loop's export; with the words of today, or the numbers of older versions."""
    listed = io.StringIO()
    writer = csv.writer(listed, lineterminator="\n")
    listed.write(
        "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
        "Target Type,Target Value,Archived?\n"
    )
    files: dict[str, str] = {}
    for number, habit in enumerate(habits, 1):
        writer.writerow(
            [f"{number:03}", habit.name, "YES_NO", "Did you?", "", 1, 1, "#FF8F00", "", "", "", "false"]
        )
        folder = f"{number:03} {re.sub('[^ a-zA-Z0-9._-]+', '', habit.name)}".strip()
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        if not numbers:
            rows.writerow(["Date", "Value", "Notes"])
        for day, mark in habit.marks.items():
            rows.writerow([day, NUMBERS[mark]] if numbers else [day, mark, 'so, "so"'])
        files[f"{folder}/Checkmarks.csv"] = text.getvalue()
        files[f"{folder}/Scores.csv"] = "Date,Score\n"
    return {"Habits.csv": listed.getvalue(), "Checkmarks.csv": loop_table(habits), **files}


def loop_table(habits: Sequence[Kept]) -> str:
    """Return Loop's table of all habits: names as they are, a comma after the last cell."""
    lines = ["Date," + "".join(f"{habit.name}," for habit in habits)]
    days = [day for habit in habits for day in habit.marks]
    for back in range((max(days) - min(days)).days + 1) if days else ():
        day = max(days) - timedelta(days=back)
        lines.append(f"{day}," + "".join(f"{habit.marks.get(day, UNKNOWN)}," for habit in habits))
    return "\n".join(lines) + "\n"


def harsh_log(habits: Sequence[Kept]) -> str:
    """Return the log of harsh: each day first wrong, then right, with a comment that holds the separator."""
    words = {YES: "y", NO: "n", SKIP: "s"}
    lines = ["# a comment", ""]
    for habit in habits:
        for day, mark in habit.marks.items():
            wrong = "n" if mark == YES else "y"
            lines.append(f"{day} : {habit.name} : {wrong} :  : ")
            lines.append(f"{day} : {habit.name} : {words[mark]} : tired : very : 1.5")
    return "\n".join(lines) + "\n"


def table(habit: Kept, delimiter: str = ",") -> str:
    """Return a table of a habit with other columns around."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Nr", "Date", "Stretched", "Remark"])
    words = {YES: "yes", NO: "", SKIP: "skip"}
    for number, (day, mark) in enumerate(habit.marks.items()):
        writer.writerow([number, day, words[mark], f'a{delimiter}b "c"\nd'])
    return text.getvalue()
