"""Which scheduler of this machine calls the program."""

from collections.abc import Mapping
from typing import Protocol

from tui.adapters.remind.crontab import Crontab
from tui.adapters.remind.launchd import LaunchAgent
from tui.adapters.remind.program import Call
from tui.adapters.remind.systemd import SystemdTimer
from tui.core.remind.plan import ReminderPlan


class Scheduler(Protocol):
    """What calls the program at the times of a plan; each method raises StoreProblem with the reason."""

    name: str

    @property
    def is_there(self) -> bool:
        """Whether this machine has it."""

    def text(self, plan: ReminderPlan, call: Call) -> str:
        """Return what it is told."""

    def install(self, plan: ReminderPlan, call: Call) -> None:
        """Tell it, in the place of what it was told before."""

    def remove(self) -> None:
        """Leave nothing of it behind."""

    def installed(self) -> bool:
        """Whether it has been told."""


def schedulers(environ: Mapping[str, str]) -> tuple[Scheduler, ...]:
    """Return all of them, the one to be preferred first."""
    return (LaunchAgent(environ), SystemdTimer(environ), Crontab(environ))


def best_scheduler(environ: Mapping[str, str]) -> Scheduler | None:
    """Return the one to use here; None when there is none."""
    return next((item for item in schedulers(environ) if item.is_there), None)
