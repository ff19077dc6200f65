"""Which days are desk days before the first rule of a home, when sessions of those days come in."""

from datetime import date

from tui.core.settings.settings import ALL_DAYS, WORKDAYS, DeskDays, Settings
from tui.core.streaks.days import StreakRules
from tui.core.text.weekdays import read_weekdays, weekday_words

EVERY = "every"
"""What `--desk-days` takes beside weekdays."""


def read_desk_days(text: str) -> frozenset[int]:
    """Return the weekdays (0 = Monday) in `text`: mon-fri, sun-thu, every.

    Raises:
        UsageProblem: when it names none.
    """
    return ALL_DAYS if text.strip().lower() == EVERY else read_weekdays(text)


def with_earlier(
    settings: Settings, first: date, today: date, weekdays: frozenset[int] | None
) -> tuple[DeskDays, ...]:
    """Return the desk days after sessions from `first` on came in; those of now where nothing changes.

    Without a rule every weekday is due, and two years of workdays have a streak of five.

    Args:
        settings: of the home; one that was never opened and has no rule is to have that of new homes.
        first: the day of the first session that came in.
        today: the day it is.
        weekdays: what was asked for; None for the rule in force today.
    """
    rules = settings.desk_days
    if rules and rules[0].start <= first:
        return rules
    if rules:
        return (DeskDays(first, weekdays or StreakRules(rules).weekdays(today)), *rules)
    if not settings.welcomed:
        return (DeskDays(first, weekdays or WORKDAYS),)
    if weekdays is None or weekdays == ALL_DAYS:
        return ()
    return (DeskDays(first, weekdays), DeskDays(today, ALL_DAYS))


def rule_words(weekdays: frozenset[int]) -> str:
    """Return the weekdays of a rule as `read_desk_days` takes them."""
    return EVERY if weekdays == ALL_DAYS else weekday_words(weekdays)
