"""This week, and weeks in a row. Weeks are ISO weeks, Monday to Sunday."""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from tui.core.streaks.days import ONE_DAY, Days, StreakRules, first_done

GOOD_WEEK = 3
"""Done days that make a week good, where so many are due."""


class Week(NamedTuple):
    """The week of today."""

    done: int
    """Days done, of any weekday."""
    of: int
    """Days due, or asked for whichever they are."""
    in_a_row: int
    """Good weeks in a row."""
    any_days: bool = False
    """Whether it does not matter which days they are."""

    @property
    def line(self) -> str:
        """How many days are done, in a few words: `3 of 5 desk days`."""
        return f"{self.done} of {self.of} {'days' if self.any_days else 'desk days'}"


def monday(day: date) -> date:
    """Return the first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def week(days: Days, rules: StreakRules, today: date) -> Week:
    """Return this week and the weeks in a row; days after today count for nothing."""
    start = monday(today)
    done_by_week = _done_by_week(days, today)
    in_a_row = _in_a_row(done_by_week, first_done(days, today), rules, today)
    of = asked_for(rules, start, start)
    return Week(done_by_week[_number(today)], of, in_a_row, rules.days_a_week > 0)


def asked_for(rules: StreakRules, start: date, first: date) -> int:
    """Return how many done days a week asks for: its due days, or so many of those that are not away.

    Args:
        rules: which days are due.
        start: the week's Monday.
        first: days before it ask for nothing.
    """
    days = map(date.fromordinal, range(max(start, first).toordinal(), start.toordinal() + 7))
    if rules.days_a_week:
        return min(rules.days_a_week, sum(not rules.is_away(day) for day in days))
    return sum(rules.due(day) for day in days)


def is_due(days: Days, rules: StreakRules, today: date) -> bool:
    """Whether today asks for a set, done or not: it is due, or its week is and has too few other days."""
    if not rules.days_a_week:
        return rules.due(today)
    start = monday(today)
    others = (start + n * ONE_DAY for n in range(7))
    done = sum(day < today and day in days and days[day].done for day in others)
    return not rules.is_away(today) and done < rules.days_a_week


def _in_a_row(done_by_week: Counter[int], first: date | None, rules: StreakRules, today: date) -> int:
    """Return how many weeks in a row were good.

    A week is good with max(1, min(3, its due days since the first done day)) done days, or with as many
    as are asked for. One with nothing due and nothing done is skipped; this week adds once it is good and
    never breaks.
    """
    if first is None:
        return 0
    run = 0
    start = this = monday(today)
    while start >= monday(first):
        done = done_by_week[_number(start)]
        enough = done >= GOOD_WEEK and not rules.days_a_week
        due = 0 if enough else asked_for(rules, start, first)
        if enough or done >= max(1, due if rules.days_a_week else min(GOOD_WEEK, due)):
            run += 1
        elif start < this and (due or done):
            break
        start -= timedelta(weeks=1)
    return run


def _done_by_week(days: Days, today: date) -> Counter[int]:
    return Counter(_number(day) for day, facts in days.items() if day <= today and facts.done)


def _number(day: date) -> int:
    """Number the ISO weeks through: the first day of the calendar was a Monday."""
    return (day.toordinal() - 1) // 7
