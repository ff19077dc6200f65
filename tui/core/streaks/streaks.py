"""The streak, of days or of weeks: never miss twice (or, strictly, never at all)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tui.core.settings.settings import ALL_DAYS
from tui.core.streaks.days import ONE_DAY, Days, Kind, StreakRules, first_done
from tui.core.streaks.week import asked_for, monday
from tui.core.text.date_words import counted


class Streak(NamedTuple):
    """Done days in a row, with bridged days between them not counted."""

    current: int = 0
    best: int = 0
    best_from: date | None = None
    best_to: date | None = None
    bridged: frozenset[date] = frozenset()
    """Missed days that a streak survived, or so far survives."""


def streak_over(walked: Iterable[tuple[date, Kind]], allowed: int) -> Streak:
    """Return the streaks of days that were walked.

    Done: one more. Partial: keeps. Rest and open: nothing. Missed: ends it when there are more of
    them in a row than are allowed.
    """
    run, missed = 0, 0
    began: date | None = None
    best, best_from, best_to = 0, None, None
    waiting: list[date] = []
    bridged: set[date] = set()
    for day, kind in walked:
        if kind is Kind.DONE:
            began = day if run == 0 else began
            run, missed = run + 1, 0
            if run > best:
                best, best_from, best_to = run, began, day
        elif kind is Kind.PARTIAL:
            missed = 0
        elif kind is Kind.MISSED:
            missed += 1
            run = 0 if missed > allowed else run
            waiting = [*waiting, day] if run else []
            continue
        if missed == 0:
            bridged.update(waiting)
            waiting = []
    return Streak(run, best, best_from, best_to, frozenset(bridged.union(waiting)))


def rules_text(rules: StreakRules, today: date) -> str:
    """Return the sentence under the number: the rule in force on `today`."""
    if rules.days_a_week:
        goal = f"{counted(rules.days_a_week, 'day')} a week"
        if rules.strict:
            return f"{goal}, strict: one week with fewer ends it."
        return f"{goal}: one week with fewer is bridged, two in a row end it."
    day = "day" if rules.weekdays(today) == ALL_DAYS else "desk day"
    if rules.strict:
        return f"Strict: one missed {day} ends it."
    return f"One missed {day} is bridged, two in a row end it."


_WEEK = timedelta(weeks=1)


def weekly_streak(days: Days, rules: StreakRules, today: date) -> Streak:
    """Return the streaks of weeks as of `today`.

    A week with as many done days as are asked for: one more. Fewer: it ends the streak when there are more
    such weeks in a row than are allowed. A week that asks for nothing, with nothing done: nothing. This
    week adds once it has enough, and never ends anything.
    """
    run, missed = 0, 0
    began: date | None = None
    best, best_from, best_to = 0, None, None
    for start, done, asked in _weeks(days, rules, today):
        if done and len(done) >= asked:
            began = done[0] if run == 0 else began
            run, missed = run + 1, 0
            if run > best:
                best, best_from, best_to = run, began, done[-1]
        elif start < monday(today) and (asked or done):
            missed += 1
            run = 0 if missed > rules.allowed else run
    return Streak(run, best, best_from, best_to)


def _weeks(days: Days, rules: StreakRules, today: date) -> Iterator[tuple[date, list[date], int]]:
    """Yield each week's Monday, its done days and how many it asks for, from the first day done on."""
    first = first_done(days, today)
    if first is None:
        return
    start = monday(first)
    while start <= today:
        span = (start + n * ONE_DAY for n in range(7))
        done = [day for day in span if day <= today and day in days and days[day].done]
        yield start, done, asked_for(rules, start, first)
        start += _WEEK
