"""Strength: a number that forgets slowly, so that one bad week does not look like the end."""

from collections.abc import Iterable
from datetime import date

from tui.core.streaks.days import Kind, StreakRules

HALF_LIFE = 13
"""Desk days after which what was done weighs half."""
MEMORY: float = 0.5 ** (1 / HALF_LIFE)
HIDDEN_UNTIL = 5
"""Due days that must have passed before there is a number."""
EXPLANATION = f"half of it is your last {HALF_LIFE} desk days"


def strength(walked: Iterable[tuple[date, Kind]], rules: StreakRules, today: date) -> int | None:
    """Return the strength over days that were walked, in whole percent; None until five due days have passed.

    The due days run from the first done day through yesterday; today counts only once it is done.
    """
    value, passed = 0.0, 0
    for day, kind in walked:
        if kind is Kind.DONE:
            value = value * MEMORY + (1 - MEMORY)
        elif kind is Kind.PARTIAL:
            value = value * MEMORY + (1 - MEMORY) / 2
        elif kind is Kind.MISSED:
            value *= MEMORY
        if passed < HIDDEN_UNTIL and day < today and rules.due(day):
            passed += 1
    return None if passed < HIDDEN_UNTIL else int(value * 100 + 0.5)
