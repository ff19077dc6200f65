"""The facts of `status`, `due` and of Home's lower half, from the days alone."""

from datetime import date
from typing import Any, NamedTuple

from tui.core.streaks.days import Days, StreakRules, last_session_day, walk
from tui.core.streaks.streaks import streak_over, weekly_streak
from tui.core.streaks.strength import strength
from tui.core.streaks.week import Week, is_due, week


class Status(NamedTuple):
    """How things stand today."""

    streak: int
    best: int
    best_from: date | None
    best_to: date | None
    week: Week
    done_today: bool
    due_today: bool
    """Whether a set is still to be done today: due and not done."""
    strength: int | None
    last: date | None
    """The last day on which anything was counted."""
    unit: str = "day"
    """What the streaks count: days or weeks."""
    bridged: frozenset[date] = frozenset()
    """Missed days that a streak of days survived."""
    first: date | None = None
    """The first day that was done."""

    def as_dict(self) -> dict[str, Any]:
        """Return what `status --json` prints."""
        return {
            "streak": self.streak,
            "best": self.best,
            "week": {"done": self.week.done, "of": self.week.of},
            "done_today": self.done_today,
            "strength": self.strength,
            "last": self.last.isoformat() if self.last else None,
            "unit": self.unit,
        }


def status_of(days: Days, rules: StreakRules, today: date) -> Status:
    """Return how things stand today."""
    walked = tuple(walk(days, rules, today))
    weekly = rules.days_a_week > 0
    run = weekly_streak(days, rules, today) if weekly else streak_over(walked, rules.allowed)
    done_today = today in days and days[today].done
    return Status(
        streak=run.current,
        best=run.best,
        best_from=run.best_from,
        best_to=run.best_to,
        week=week(days, rules, today),
        done_today=done_today,
        due_today=is_due(days, rules, today) and not done_today,
        strength=strength(walked, rules, today),
        last=last_session_day(days, today),
        unit="week" if weekly else "day",
        bridged=frozenset() if weekly else run.bridged,
        first=walked[0][0] if walked else None,
    )
