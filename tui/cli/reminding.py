"""What happens when a scheduler calls: nothing at all, or one notification. Nothing is ever printed."""

from contextlib import suppress
from datetime import datetime

from tui.adapters.history.under_way import UnderWay
from tui.adapters.remind.notify import notify
from tui.adapters.remind.store import ReminderStore
from tui.cli.present import present
from tui.cli.stores import open_stores
from tui.cli.streams import Streams
from tui.cli.todays_sets import due_now, sets_today
from tui.core.remind.calling import ShownReminder, may_remind, slot_now
from tui.core.streaks.sets import Sets
from tui.core.text.problems import Problem, StoreProblem

TITLE = "Time to stretch"


def tick(streams: Streams) -> None:
    """Remind, if it is a moment for it; a fault is for another day, since nobody reads what cron says."""
    with suppress(Problem):
        _tick(streams)


def _tick(streams: Streams) -> None:
    now = present(streams.clock)
    stores = open_stores(streams)
    store = ReminderStore(stores.paths)
    reminders = store.read()
    if reminders is None or (reminders.paused_until and stores.today < reminders.paused_until):
        return
    slot = slot_now(reminders.plan, now, datetime.astimezone)
    if slot is None:
        return
    sets = sets_today(stores)
    due = due_now(stores, sets, stores.history.days(), now)
    if not due or stores.problems or stores.history.damage:
        return
    if not may_remind(reminders.shown, slot, now, stores.today, sets.last_at):
        return
    if UnderWay(stores.paths).is_running():
        return
    store.note(reminders, ShownReminder(now, slot, stores.today))
    try:
        notify(TITLE, _text(sets), streams.environ)
    except StoreProblem:
        store.write(reminders)  # nobody has seen it
        raise


def _text(sets: Sets) -> str:
    which = f"Set {sets.done + 1} of {sets.of}: " if sets.of > 1 else ""
    return f"{which}unhunch start takes a minute."
