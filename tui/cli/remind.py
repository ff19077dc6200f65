"""`unhunch remind`: has the machine call at the right moment, and looks whether it is one."""

import json
from argparse import Namespace
from collections.abc import Callable

from tui.adapters.remind.notify import notify
from tui.adapters.remind.reminding import NotTold, Reminding
from tui.cli.reminding import TITLE, tick
from tui.cli.stores import Stores, open_stores
from tui.cli.streams import Streams
from tui.core.remind.plan import ReminderPlan, at_times, clock_text, every
from tui.core.remind.standing import Standing
from tui.core.text.problems import UsageProblem
from tui.core.text.weekdays import ALL, read_weekdays, weekday_words

_NONE = "There are no reminders: `unhunch remind 11:00 15:00` makes some."


def run(args: Namespace, streams: Streams) -> None:
    """Do the one thing that is asked for."""
    if args.tick:
        tick(streams)
        return
    wanted = _plan(args)
    asked = [wanted is not None, args.off, args.pause is not None, args.test, args.show]
    if sum(asked) > 1:
        raise UsageProblem("remind: one thing at a time", hint="see unhunch remind --help")
    _Commands(streams, as_json=args.json).do(args, wanted)


class _Commands:
    def __init__(self, streams: Streams, *, as_json: bool) -> None:
        self._streams = streams
        self._say: Callable[[str], None] = streams.say
        self._as_json = as_json
        self._stores: Stores = open_stores(streams)
        self._reminding = Reminding(self._stores.paths, streams.environ)

    def do(self, args: Namespace, wanted: ReminderPlan | None) -> None:
        if wanted or args.off or args.pause is not None or args.test:
            self._say = self._streams.answer
        if args.off:
            found = self._reminding.end()
            line = "There are no reminders any more." if found else "There were no reminders."
            self._tell(line, {"reminders": None})
            return
        if wanted:
            self._make(wanted)
        if args.pause is not None:
            self._reminding.pause(args.pause, self._stores.today)
        if args.test:
            self._test()
        else:
            self._show()

    def _make(self, plan: ReminderPlan) -> None:
        try:
            self._reminding.make(plan)
        except NotTold as problem:
            self._streams.say(problem.by_hand.rstrip("\n"))
            raise

    def _test(self) -> None:
        notify(TITLE, "This is how a reminder looks.", self._streams.environ)
        self._tell("A notification was shown: is it to be seen?", {"shown": True})

    def _show(self) -> None:
        now = self._streams.clock.now()
        standing = self._reminding.standing(now, self._stores.today)
        if standing is None:
            self._tell(_NONE, {"reminders": None})
            return
        self._tell(standing.line(now.date()), {"reminders": _answer(standing)})

    def _tell(self, line: str, answer: dict[str, object]) -> None:
        self._say(json.dumps(answer) if self._as_json else line)


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
    return ReminderPlan(times, read_weekdays(ALL if args.days is None else args.days))


def _answer(standing: Standing) -> dict[str, object]:
    reminders, paused, ahead = standing.reminders, standing.paused_until, standing.ahead
    return {
        "times": [clock_text(minute) for minute in reminders.plan.times],
        "days": weekday_words(reminders.plan.weekdays),
        "scheduler": reminders.scheduler,
        "installed": standing.installed,
        "paused_until": paused.isoformat() if paused else None,
        "next": ahead.isoformat() if ahead and standing.installed else None,
    }
