"""The streak: never miss twice (or, strictly, never at all)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tui.core.settings.settings import ALL_DAYS
from tui.core.streaks.days import Days, Kind, StreakRules, walk
from tui.core.text.date_words import counted


@dataclass(frozen=True, slots=True)
class Streak:
    """Done days in a row, with bridged days between them not counted."""

    current: int = 0
    best: int = 0
    best_from: date | None = None
    best_to: date | None = None
    bridged: frozenset[date] = frozenset()
    """Missed days that a streak survived, or so far survives."""


def streak(days: Days, rules: StreakRules, today: date) -> Streak:
    """Return the current and the best streak as of `today`."""
    return streak_over(walk(days, rules, today), rules.allowed)


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
