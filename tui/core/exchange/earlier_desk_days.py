"""Which days are desk days before the first rule of a home, when sessions of those days come in."""

from datetime import date

from tui.core.settings.settings import ALL_DAYS, DeskDays, Settings
from tui.core.streaks.days import StreakRules
from tui.core.text.date_words import WEEKDAYS

CHOICES = {
    "mon-fri": frozenset(range(5)),
    "every": ALL_DAYS,
    "sun-thu": frozenset({6, 0, 1, 2, 3}),
}
"""What `--desk-days` takes, as weekdays (0 = Monday)."""
OF_NEW_HOMES = CHOICES["mon-fri"]


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
        return (DeskDays(first, weekdays or OF_NEW_HOMES),)
    if weekdays is None or weekdays == ALL_DAYS:
        return ()
    return (DeskDays(first, weekdays), DeskDays(today, ALL_DAYS))


def rule_words(weekdays: frozenset[int]) -> str:
    """Return the weekdays of a rule in words."""
    for words, days in CHOICES.items():
        if days == weekdays:
            return words
    return ", ".join(WEEKDAYS[day] for day in sorted(weekdays))
