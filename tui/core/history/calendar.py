"""Which weeks the calendar shows, where its cursor may go, and what is said of the day under it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tui.core.history.heatmap import DayLevel
from tui.core.history.rows import day_title
from tui.core.history.totals import duration
from tui.core.streaks.days import Days, StreakRules
from tui.core.streaks.week import is_due
from tui.core.text.date_words import MONTHS, counted
from tui.core.text.limits import YEARS
from tui.core.text.weekdays import week_start

EARLIEST = date(YEARS[0], 1, 1)
"""The first day that may be named."""
LATEST = date(YEARS[-1] - 1, 12, 31)
"""The last day that may be named: all that is reckoned from it is lawful, too."""
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The weeks that are shown."""

    last: date
    """The first day of the last one."""
    weeks: int
    first_weekday: int = 0
    """With which weekday they begin, 0 = Monday."""

    @property
    def first(self) -> date:
        """The first day of the first one."""
        return self.last - (self.weeks - 1) * _WEEK

    def showing(self, day: date) -> "Window":
        """Return the window, moved as little as it takes to show `day`."""
        week = week_start(day, self.first_weekday)
        if week > self.last:
            return replace(self, last=week)
        if week < self.first:
            return replace(self, last=week + (self.weeks - 1) * _WEEK)
        return self


def within(day: date, today: date) -> date:
    """Return the day where the cursor may stand that is nearest to `day`."""
    return min(max(day, EARLIEST), today)


def moved(day: date, by: int, today: date) -> date:
    """Return the cursor's day after a move by so many days."""
    if by < 0 and day - EARLIEST < timedelta(days=-by):
        return EARLIEST
    if by > 0 and today - day < timedelta(days=by):
        return today if day <= today else day
    return day + timedelta(days=by)


def months_line(first: date, weeks: int, pitch: int = 2) -> str:
    """Return the names of the months, `pitch` cells a week, each over the first week that begins in it.

    January's has the year behind it where that fits, so that a calendar of years can be read.
    """
    line = ""
    for at in range(weeks):
        start = first + at * _WEEK
        column = pitch * at
        if start.day > 7 or len(line) > column:
            continue
        name = MONTHS[start.month - 1]
        year = f" {start.year}" if start.month == 1 and column + len(name) + 5 <= pitch * weeks else ""
        if column + len(name) <= pitch * weeks:
            line = f"{line.ljust(column)}{name}{year} "
    return line.rstrip()


def day_line(day: date, days: Days, rules: StreakRules, level: DayLevel) -> str:
    """Return a day in a line: `Thu 12 Nov 2026: 2 sessions, 18 repetitions, 3 min`."""
    facts = days.get(day)
    away = any(item.first <= day <= item.last for item in rules.away)
    sessions = facts.sessions if facts else 0
    said = [level.said] if level.said and not (sessions and level is DayLevel.DONE) else []
    if level is DayLevel.OPEN and not is_due(days, rules, day):
        said = ["today, nothing due"]
    if away:
        said.append("away")
    if facts and facts.sessions:
        said.append(counted(facts.sessions, "session"))
        said.append(counted(facts.units, "repetition"))
        if facts.seconds:
            said.append(duration(facts.seconds))
    elif level is DayLevel.BLANK and not away:
        said.append("nothing due")
    return f"{day_title(day)}: {', '.join(said)}"
