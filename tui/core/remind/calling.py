"""Whether to remind at this moment: the time is there, a set is due, and nobody was called too often."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tui.core.remind.plan import LEAST_APART, ReminderPlan

GRACE = timedelta(minutes=30)
"""How late a reminder may come; a machine that slept through one says nothing of it."""
MOST_UNANSWERED = 2
_DAY = timedelta(days=1)

Local = Callable[[datetime], datetime]
"""Gives a wall-clock time without offset the offset that holds here; of a repeated one, by its fold."""


@dataclass(frozen=True, slots=True)
class ShownReminder:
    """A reminder that was shown: when, and for which time of the plan."""

    at: datetime
    slot: str
    day: date
    """The day it was, by the day start."""


def slot_now(plan: ReminderPlan, now: datetime, local: Local) -> str | None:
    """Return the time of the plan that has come, as `2026-11-22 11:00`; None when none has.

    In the night when clocks go forward a time that is left out has come as soon as the clock shows a
    later one; when they go back, a time that comes twice has come from its first instant on.

    Args:
        plan: the times.
        now: the instant, with its offset.
        local: the time zone here.
    """
    wall = now.replace(tzinfo=None)
    for day in (wall.date(), wall.date() - _DAY):
        for planned in reversed(plan.on(day)):
            last = max(local(planned.replace(fold=fold)) for fold in (0, 1))
            if planned <= wall and now - last <= GRACE:
                return f"{planned:%Y-%m-%d %H:%M}"
    return None


def next_slot(plan: ReminderPlan, now: datetime, local: Local, paused_until: date | None) -> datetime | None:
    """Return the next time of the plan after `now`, with its offset; None where there is none in a week."""
    first = max(now.date(), paused_until) if paused_until else now.date()
    for ahead in range(8):
        for planned in plan.on(first + ahead * _DAY):
            if local(planned) > now:
                return local(planned)
    return None


def may_remind(
    shown: Sequence[ShownReminder], slot: str, now: datetime, today: date, last_set: datetime | None
) -> bool:
    """Whether one more reminder is not too much.

    Args:
        shown: those of the last days, in any order.
        slot: the time of the plan that has come.
        now: the instant.
        today: the day it is.
        last_set: when the last set began: reminders before it were answered.
    """
    if any(item.slot == slot for item in shown):
        return False
    last = max((_minute(item.at) for item in shown), default=None)
    if last and timedelta(0) <= _minute(now) - last < timedelta(minutes=LEAST_APART):
        return False
    unanswered = [item for item in shown if item.day == today and not (last_set and item.at <= last_set)]
    return len(unanswered) < MOST_UNANSWERED


def _minute(at: datetime) -> datetime:
    """Schedulers are late by seconds: whole minutes are compared."""
    return at.replace(second=0, microsecond=0)
