"""How the reminders stand, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from tui.core.remind.plan import clock_text
from tui.core.remind.reminder_json import Reminders
from tui.core.text.date_words import named_day

OFF = "off"
_FEW = 2
"""Times that are told one by one in a short line."""
_BY = {
    "systemd": "by a timer of your systemd",
    "cron": "by your crontab",
    "launchd": "by launchd (nobody has tried this on a Mac yet)",
}

MADE = {
    "systemd": "makes a user timer for them",
    "cron": "adds them to your crontab",
    "launchd": "makes a launchd agent for them",
}
"""What becomes of new reminders with each scheduler."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The reminders that there are, and what became of them."""

    reminders: Reminders
    paused_until: date | None
    """The first day on which it reminds again, where that is still to come."""
    ahead: datetime | None
    """The next one."""
    installed: bool
    """Whether the scheduler has been told."""

    def line(self, today: date) -> str:
        """Return all of it in one line."""
        plan, scheduler = self.reminders.plan, self.reminders.scheduler
        parts = [f"Reminders {plan.words}, while a set is due, {_BY[scheduler]}"]
        if not self.installed:
            parts = [f"Reminders {plan.words} are wanted, but {scheduler} has not been told"]
        if self.paused_until:
            parts.append(f"paused until {named_day(self.paused_until, today)}")
        if self.ahead and self.installed:
            parts.append(f"next {named_day(self.ahead.date(), today)} {self.ahead:%H:%M}")
        return "; ".join(parts)


def brief_words(reminders: Reminders | None, today: date) -> str:
    """Return the plan in some 30 characters, like `mon-fri at 11:00`; or until when it pauses, or `off`."""
    if reminders is None:
        return OFF
    plan, until = reminders.plan, reminders.paused_until
    if until and until > today:
        return f"paused until {named_day(until, today)}"
    if len(plan.times) <= _FEW:
        return plan.words
    return (
        f"{plan.day_words}{len(plan.times)} times, {clock_text(plan.times[0])}-{clock_text(plan.times[-1])}"
    )
