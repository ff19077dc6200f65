"""The sets of today, for `status`, `due` and the reminders."""

from datetime import datetime

from tui.cli.stores import Stores
from tui.core.streaks.days import Days
from tui.core.streaks.sets import Sets, count_sets, set_due
from tui.core.streaks.week import is_due


def sets_today(stores: Stores) -> Sets:
    """Return the sets of today.

    Raises:
        StoreProblem: when the history cannot be read.
    """
    return count_sets(stores.history.newest_first(), stores.settings.sets_a_day, stores.today)


def due_now(stores: Stores, sets: Sets, days: Days, now: datetime) -> bool:
    """Whether a set is due at this moment."""
    facts = days.get(stores.today)
    done = facts is not None and facts.done
    return set_due(
        sets, stores.settings, now, day_due=is_due(days, stores.rules, stores.today), day_done=done
    )
