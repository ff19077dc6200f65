"""This week, and weeks in a row. Weeks are ISO weeks, Monday to Sunday."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from tui.core.streaks.days import ONE_DAY, Days, StreakRules, first_done

GOOD_WEEK = 3
"""Done days that make a week good, where so many are due."""


@dataclass(frozen=True, slots=True)
class Week:
    """The week of today."""

    done: int
    """Days done, of any weekday."""
    of: int
    """Days due."""
    in_a_row: int
    """Good weeks in a row."""


def monday(day: date) -> date:
    """Return the first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def week(days: Days, rules: StreakRules, today: date) -> Week:
    """Return this week and the weeks in a row; days after today count for nothing."""
    start = monday(today)
    done_by_week = _done_by_week(days, today)
    in_a_row = _in_a_row(done_by_week, first_done(days, today), rules, today)
    return Week(done_by_week[_number(today)], _due(rules, start, start), in_a_row)


def _in_a_row(done_by_week: Counter[int], first: date | None, rules: StreakRules, today: date) -> int:
    """Return how many weeks in a row were good.

    A week is good with max(1, min(3, its due days since the first done day)) done days. One with
    nothing due and nothing done is skipped; this week adds once it is good and never breaks.
    """
    if first is None:
        return 0
    run = 0
    start, this = monday(first), monday(today)
    while start <= this:
        done = done_by_week[_number(start)]
        due = GOOD_WEEK if done >= GOOD_WEEK else _due(rules, start, first)
        if done >= max(1, min(GOOD_WEEK, due)):
            run += 1
        elif start < this and (due or done):
            run = 0
        start += timedelta(weeks=1)
    return run


def _due(rules: StreakRules, start: date, first: date) -> int:
    week_days = (start + n * ONE_DAY for n in range(7))
    return sum(rules.due(day) for day in week_days if day >= first)


def _done_by_week(days: Days, today: date) -> Counter[int]:
    return Counter(_number(day) for day, facts in days.items() if day <= today and facts.done)


def _number(day: date) -> int:
    """Number the ISO weeks through: the first day of the calendar was a Monday."""
    return (day.toordinal() - 1) // 7
