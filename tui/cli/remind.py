"""`unhunch remind`: has the machine call at the right moment, and looks whether it is one."""

import json
from argparse import Namespace
from contextlib import suppress
from datetime import date, datetime, timedelta

from tui.adapters.remind.choose import Scheduler, best_scheduler, schedulers
from tui.adapters.remind.notify import notify
from tui.adapters.remind.program import own_call
from tui.adapters.remind.store import ReminderStore
from tui.cli.reminding import TITLE, tick
from tui.cli.stores import Stores, open_stores
from tui.cli.streams import Streams
from tui.core.remind.calling import next_slot
from tui.core.remind.plan import ReminderPlan, at_times, clock_text, every
from tui.core.remind.reminder_json import Reminders
from tui.core.text.date_words import named_day
from tui.core.text.problems import Problem, StoreProblem, UsageProblem
from tui.core.text.weekdays import ALL, read_weekdays, weekday_words

_NONE = "There are no reminders: `unhunch remind 11:00 15:00` makes some."
_BY = {
    "systemd": "by a timer of your systemd",
    "cron": "by your crontab",
    "launchd": "by launchd (nobody has tried this on a Mac yet)",
}


def run(args: Namespace, streams: Streams) -> int:
    """Do the one thing that is asked for."""
    if args.tick:
        return tick(streams)
    wanted = _plan(args)
    asked = [wanted is not None, args.off, args.pause is not None, args.test, args.show]
    if sum(asked) > 1:
        raise UsageProblem("remind: one thing at a time", hint="see unhunch remind --help")
    return _Reminding(streams, as_json=args.json).do(args, wanted)


class _Reminding:
    def __init__(self, streams: Streams, *, as_json: bool) -> None:
        self._streams = streams
        self._as_json = as_json
        self._stores: Stores = open_stores(streams)
        self._store = ReminderStore(self._stores.paths)

    def do(self, args: Namespace, wanted: ReminderPlan | None) -> int:
        if wanted:
            return self._make(wanted)
        if args.off:
            return self._off()
        if args.pause is not None:
            return self._pause(args.pause)
        return self._test() if args.test else self._show()

    def _make(self, plan: ReminderPlan) -> int:
        """Keep the plan, then have the scheduler call; where that fails, say what to tell it by hand."""
        call = own_call(self._streams.environ)
        scheduler = best_scheduler(self._streams.environ)
        by_hand = scheduler or schedulers(self._streams.environ)[-1]
        before = self._read()
        paused = before.paused_until if before else None
        shown = before.shown if before else ()
        self._store.write(Reminders(plan, by_hand.name, paused, shown))
        try:
            if scheduler is None:
                raise StoreProblem(
                    "nothing here calls programs", "no user manager of systemd answers, and no cron"
                )
            for other in schedulers(self._streams.environ):
                if other.name != scheduler.name:
                    with suppress(StoreProblem):
                        _take_out(other)
            scheduler.install(plan, call)
        except StoreProblem:
            self._streams.say(by_hand.text(plan, call).rstrip("\n"))
            raise
        return self._show()

    def _off(self) -> int:
        try:
            before = self._read()
        except StoreProblem:
            before = None
        used = before.scheduler if before else ""
        fault: StoreProblem | None = None
        found = before is not None
        for scheduler in schedulers(self._streams.environ):
            try:
                found = _take_out(scheduler) or found
            except StoreProblem as problem:
                fault = problem if scheduler.name == used else fault
        if fault:
            raise fault
        self._store.forget()
        line = "There are no reminders any more." if found else "There were no reminders."
        return self._tell(line, {"reminders": None})

    def _pause(self, days: int) -> int:
        reminders = self._read()
        if reminders is None:
            raise UsageProblem("remind: there are no reminders to pause", hint="unhunch remind 11:00")
        until = self._stores.today + timedelta(days=days) if days else None
        self._store.write(Reminders(reminders.plan, reminders.scheduler, until, reminders.shown))
        return self._show()

    def _test(self) -> int:
        notify(TITLE, "This is how a reminder looks.", self._streams.environ)
        return self._tell("A notification was shown: is it to be seen?", {"shown": True})

    def _show(self) -> int:
        reminders = self._read()
        if reminders is None:
            return self._tell(_NONE, {"reminders": None})
        now = self._streams.clock.now()
        until = reminders.paused_until
        paused = until if until and until > self._stores.today else None
        ahead = next_slot(reminders.plan, now, datetime.astimezone, paused)
        scheduler = next(
            item for item in schedulers(self._streams.environ) if item.name == reminders.scheduler
        )
        installed = _is_installed(scheduler)
        parts = [f"Reminders {reminders.plan.words}, while a set is due, {_BY[scheduler.name]}"]
        if not installed:
            parts = [f"Reminders {reminders.plan.words} are wanted, but {scheduler.name} has not been told"]
        if paused:
            parts.append(f"paused until {named_day(paused, now.date())}")
        if ahead and installed:
            parts.append(f"next {named_day(ahead.date(), now.date())} {ahead:%H:%M}")
        return self._tell(
            "; ".join(parts), {"reminders": _answer(reminders, paused, ahead, installed=installed)}
        )

    def _read(self) -> Reminders | None:
        return self._store.read()

    def _tell(self, line: str, answer: dict[str, object]) -> int:
        self._streams.say(json.dumps(answer) if self._as_json else line)
        return 0


def _plan(args: Namespace) -> ReminderPlan | None:
    """Return the plan that is asked for, None when none is.

    Raises:
        UsageProblem: when the arguments make no plan.
    """
    if args.times and args.every is not None:
        raise UsageProblem("remind: give times or --every, not both")
    if (args.every is None) != (args.between is None):
        raise UsageProblem(
            "remind: --every and --between go together", hint="--every 3h --between 09:00-18:00"
        )
    if not args.times and args.every is None:
        if args.days is not None:
            raise UsageProblem("remind: --days needs times", hint="like unhunch remind 11:00 --days mon-fri")
        return None
    times = at_times(args.times) if args.times else every(args.every, args.between)
    return ReminderPlan(times, read_weekdays(args.days or ALL))


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


def _answer(
    reminders: Reminders, paused: date | None, ahead: datetime | None, *, installed: bool
) -> dict[str, object]:
    return {
        "times": [clock_text(minute) for minute in reminders.plan.times],
        "days": weekday_words(reminders.plan.weekdays),
        "scheduler": reminders.scheduler,
        "installed": installed,
        "paused_until": paused.isoformat() if paused else None,
        "next": ahead.isoformat() if ahead and installed else None,
    }
