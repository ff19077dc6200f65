"""Makes, pauses and ends the reminders: what is kept of them, and what the scheduler is told."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from tui.adapters.files.paths import Paths
from tui.adapters.remind.crontab import Crontab
from tui.adapters.remind.launchd import LaunchAgent
from tui.adapters.remind.program import Call, own_call
from tui.adapters.remind.store import ReminderStore
from tui.adapters.remind.systemd import SystemdTimer
from tui.core.remind.calling import next_slot
from tui.core.remind.plan import ReminderPlan
from tui.core.remind.reminder_json import Reminders
from tui.core.remind.standing import MADE, Standing
from tui.core.text.problems import Problem, StoreProblem, UsageProblem


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


class NotTold(StoreProblem):
    """The scheduler could not be told.

    Args:
        problem: why.
        by_hand: what it is to be told.
    """

    def __init__(self, problem: StoreProblem, by_hand: str) -> None:
        super().__init__(problem.title, problem.detail, problem.hint)
        self.by_hand = by_hand


class Reminding:
    """The reminders of a home.

    Args:
        paths: where the data is.
        environ: where to look for schedulers.
    """

    def __init__(self, paths: Paths, environ: Mapping[str, str]) -> None:
        self._store = ReminderStore(paths)
        self._environ = environ

    def read(self) -> Reminders | None:
        """Return what is kept; None when there are no reminders.

        Raises:
            StoreProblem: when that cannot be read.
        """
        return self._store.read()

    def make(self, plan: ReminderPlan) -> None:
        """Keep a plan, then have the best scheduler call, and no other.

        Raises:
            NotTold: when the plan is kept, but the scheduler could not be told.
            StoreProblem: when nothing was done.
        """
        call = own_call(self._environ)
        scheduler = best_scheduler(self._environ)
        chosen = scheduler or schedulers(self._environ)[-1]
        before = self._known()
        kept = Reminders(plan, chosen.name)
        self._store.write(
            replace(kept, paused_until=before.paused_until, shown=before.shown) if before else kept
        )
        try:
            if scheduler is None:
                raise StoreProblem(
                    "nothing here calls programs", "no user manager of systemd answers, and no cron"
                )
            for other in schedulers(self._environ):
                if other.name != scheduler.name:
                    with suppress(StoreProblem):
                        _take_out(other)
            scheduler.install(plan, call)
        except StoreProblem as problem:
            raise NotTold(problem, chosen.text(plan, call)) from problem

    def end(self) -> bool:
        """Leave nothing behind; return whether there were reminders.

        Raises:
            StoreProblem: when the scheduler that was used keeps its part; the plan is kept then.
        """
        before = self._known()
        used = before.scheduler if before else ""
        fault: StoreProblem | None = None
        found = before is not None
        for scheduler in schedulers(self._environ):
            try:
                found = _take_out(scheduler) or found
            except StoreProblem as problem:
                fault = problem if scheduler.name == used else fault
        if fault:
            raise fault
        self._store.forget()
        return found

    def pause(self, days: int, today: date) -> None:
        """Be silent for so many days, today the first of them; for none, go on.

        Raises:
            UsageProblem: when there are no reminders.
            StoreProblem: when that could not be kept.
        """
        reminders = self.read()
        if reminders is None:
            raise UsageProblem("there are no reminders to pause", hint="make some first, like 11:00")
        until = today + timedelta(days=days) if days else None
        self._store.write(replace(reminders, paused_until=until))

    def making(self) -> str:
        """Return what becomes of new ones here, like `adds them to your crontab`; empty where nothing can."""
        scheduler = best_scheduler(self._environ)
        return MADE[scheduler.name] if scheduler else ""

    def standing(self, now: datetime, today: date) -> Standing | None:
        """Return how they stand; None when there are none.

        Raises:
            StoreProblem: when what is kept cannot be read.
        """
        reminders = self.read()
        if reminders is None:
            return None
        until = reminders.paused_until
        paused = until if until and until > today else None
        ahead = next_slot(reminders.plan, now, datetime.astimezone, paused)
        scheduler = next(item for item in schedulers(self._environ) if item.name == reminders.scheduler)
        return Standing(reminders, paused, ahead, _is_installed(scheduler))

    def _known(self) -> Reminders | None:
        """Return what is kept, None where that is damaged: what takes its place mends it."""
        with suppress(StoreProblem):
            return self.read()
        return None


def _take_out(scheduler: Scheduler) -> bool:
    """Remove what a scheduler was told; return whether there was anything."""
    if scheduler.name == "cron" and not scheduler.is_there:
        return False
    if not scheduler.installed():
        return False
    scheduler.remove()
    return True


def _is_installed(scheduler: Scheduler) -> bool:
    try:
        return scheduler.installed()
    except Problem:
        return False
