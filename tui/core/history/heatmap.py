"""The calendar of the last weeks: a glyph for every day, so that colour is never needed to read it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from tui.core.streaks.days import ONE_DAY, Days, Kind, StreakRules, kind_of
from tui.core.streaks.status import Status, status_of
from tui.core.text.date_words import MONTHS, WEEKDAYS
from tui.core.text.glyphs import ASCII, Glyphs
from tui.core.text.weekdays import week_start


class DayLevel(StrEnum):
    """What a cell shows."""

    legend: str
    """What its glyph is said to mean."""
    said: str
    """What is said of such a day; nothing where that depends."""

    def __new__(cls, value: str, legend: str, said: str) -> Self:
        """Return the level of the kind of day with this value."""
        level = str.__new__(cls, value)
        level._value_, level.legend, level.said = value, legend, said
        return level

    BLANK = Kind.REST.value, "nothing due", ""
    MISSED = Kind.MISSED.value, "missed", "missed"
    BRIDGED = "bridged", "bridged", "missed, bridged"
    PARTIAL = Kind.PARTIAL.value, "partial", "partial"
    DONE = Kind.DONE.value, "done", "done"
    OPEN = Kind.OPEN.value, "today", "not done yet today"

    @property
    def glyph(self) -> str:
        """The one character of the cell, in ASCII."""
        return self.drawn(ASCII)

    def drawn(self, glyphs: Glyphs) -> str:
        """Return the one character of the cell in a table of them."""
        return glyphs.days[_PLACES[self]]


_LEVELS = {level.value: level for level in DayLevel}
_PLACES = {level: place for place, level in enumerate(DayLevel)}
LEGEND = tuple((level, level.legend) for level in DayLevel)


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the calendar."""

    day: date
    level: DayLevel
    shade: int = 2
    """Of a day that is done: 0 to 2, less to more of what a day came to at most in these weeks."""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Whole weeks, the oldest first; each has seven cells, Monday first unless weeks begin elsewhere."""

    weeks: tuple[tuple[Cell, ...], ...]

    def place_of(self, day: date | None) -> tuple[int, int] | None:
        """Return the week of a day and which of its seven it is; None where it is not among them."""
        if day is None or not self.weeks:
            return None
        week, weekday = divmod((day - self.weeks[0][0].day).days, 7)
        return (week, weekday) if 0 <= week < len(self.weeks) else None

    def rows(self) -> tuple[str, ...]:
        """Return seven lines, Monday first, a character and a blank for each week."""
        return tuple(
            f"{WEEKDAYS[weekday]}  " + " ".join(week[weekday].level.glyph for week in self.weeks)
            for weekday in range(7)
        )

    def months(self) -> str:
        """Return the line above: each month's name over the first week that begins in it, where it fits."""
        line = " " * 5
        for at, week in enumerate(self.weeks):
            first = week[0].day
            began = first.day <= 7
            column = 5 + 2 * at
            if began and len(line) <= column:
                line = line.ljust(column) + MONTHS[first.month - 1] + " "
        return line.rstrip()


def heatmap(
    days: Days,
    rules: StreakRules,
    today: date,
    weeks: int,
    until: date | None = None,
    first_weekday: int = 0,
    status: Status | None = None,
) -> Heatmap:
    """Return the calendar of the last `weeks` weeks up to the one of `until`, by default today's.

    Days before the first one done and after today are blank, unless something was counted on them.
    `status` is how things stand by these days and rules, where that is known already.
    """
    status = status or status_of(days, rules, today)
    start = week_start(until or today, first_weekday) - timedelta(weeks=weeks - 1)
    table = tuple(
        tuple(
            _cell(start + timedelta(weeks=week) + weekday * ONE_DAY, days, rules, today, status)
            for weekday in range(7)
        )
        for week in range(weeks)
    )
    return Heatmap(_shaded(table, days))


def _shaded(table: tuple[tuple[Cell, ...], ...], days: Days) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells with the days that are done shaded by their repetitions, in thirds of the largest."""
    done = [days[cell.day].units for week in table for cell in week if cell.level is DayLevel.DONE]
    most = max(done, default=0)

    def shaded(cell: Cell) -> Cell:
        if cell.level is not DayLevel.DONE or not most:
            return cell
        return Cell(cell.day, cell.level, min(2, 3 * days[cell.day].units // most))

    return tuple(tuple(shaded(cell) for cell in week) for week in table)


def legend_line() -> str:
    """Return the legend in one line."""
    parts = (f"{level.glyph if level.glyph != ' ' else 'blank'} {text}" for level, text in LEGEND)
    return "   ".join(parts)


def _cell(day: date, days: Days, rules: StreakRules, today: date, status: Status) -> Cell:
    if day in status.bridged:
        return Cell(day, DayLevel.BRIDGED)
    level = _LEVELS[kind_of(day, days, rules, today)]
    unknown = day > today or ((status.first is None or day < status.first) and day != today)
    if unknown and level is DayLevel.MISSED:
        level = DayLevel.BLANK
    return Cell(day, level)
