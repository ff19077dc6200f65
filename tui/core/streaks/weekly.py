"""The streak of weeks: so many days a week, whichever they are; never miss two weeks in a row."""

from collections.abc import Iterator
from datetime import date, timedelta

from tui.core.streaks.days import ONE_DAY, Days, StreakRules, first_done
from tui.core.streaks.streaks import Streak
from tui.core.streaks.week import asked_for, monday

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
