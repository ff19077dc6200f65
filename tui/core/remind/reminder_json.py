"""What is kept of reminders, as JSON values and strictly back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tui.core.remind.calling import ShownReminder
from tui.core.remind.plan import DAY, ReminderPlan
from tui.core.text.limits import YEARS
from tui.core.text.problems import StoreProblem

SCHEMA = 1
SCHEDULERS = ("systemd", "cron", "launchd")


@dataclass(frozen=True, slots=True)
class Reminders:
    """The plan, who calls, until when it is paused, and what was shown lately."""

    plan: ReminderPlan
    scheduler: str
    paused_until: date | None = None
    """The first day on which it reminds again."""
    shown: tuple[ShownReminder, ...] = field(default=())


def reminders_to_dict(reminders: Reminders) -> dict[str, Any]:
    """Return the reminders as JSON values."""
    until = reminders.paused_until
    return {
        "schema": SCHEMA,
        "times": list(reminders.plan.times),
        "weekdays": sorted(reminders.plan.weekdays),
        "scheduler": reminders.scheduler,
        "paused_until": until.isoformat() if until else None,
        "shown": [[item.at.isoformat(), item.slot, item.day.isoformat()] for item in reminders.shown],
    }


def reminders_from_dict(value: object) -> Reminders:
    """Return the reminders in JSON values.

    Raises:
        StoreProblem: when they are none.
    """
    try:
        if not isinstance(value, Mapping) or value["schema"] != SCHEMA:
            raise ValueError("schema")
        until = value["paused_until"]
        scheduler = value["scheduler"]
        if scheduler not in SCHEDULERS:
            raise ValueError("scheduler")
        return Reminders(
            ReminderPlan(
                tuple(_within(item, DAY) for item in value["times"]),
                frozenset(_within(item, 7) for item in value["weekdays"]),
            ),
            scheduler,
            None if until is None else date.fromisoformat(until),
            tuple(_shown(*item) for item in value["shown"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise StoreProblem(
            "reminders.json cannot be read", "it makes no sense", "`unhunch remind 11:00` makes it anew"
        ) from error


def _within(value: object, end: int) -> int:
    if type(value) is not int or not 0 <= value < end:
        raise ValueError(value)
    return value


def _shown(at: str, slot: str, day: str) -> ShownReminder:
    instant = datetime.fromisoformat(at)
    if instant.tzinfo is None or instant.year not in YEARS or not isinstance(slot, str):
        raise ValueError(at)
    return ShownReminder(instant, slot, date.fromisoformat(day))
