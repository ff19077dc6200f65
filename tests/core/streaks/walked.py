"""The streak of days as they are given."""

from datetime import date

from tui.core.streaks.days import Days, StreakRules, walk
from tui.core.streaks.streaks import Streak, streak_over


def streak(days: Days, rules: StreakRules, today: date) -> Streak:
    """Return the current and the best streak as of `today`."""
    return streak_over(walk(days, rules, today), rules.allowed)
