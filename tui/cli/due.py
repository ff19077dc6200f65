"""`unhunch due`: answers by its exit status alone."""

from typing import TYPE_CHECKING

from tui.adapters.history.answers import Answer
from tui.cli.present import present
from tui.cli.stores import Stores, open_stores
from tui.cli.streams import Streams
from tui.cli.todays_sets import due_now, sets_today
from tui.core.streaks.days import Days, facts_of
from tui.core.streaks.week import is_due
from tui.core.text.problems import Problem

if TYPE_CHECKING:
    from argparse import Namespace

DUE = 0
NOT_DUE = 1
CANNOT_TELL = 2


def run(args: "Namespace", streams: Streams) -> int:
    """Return whether a set is due now, or whether the first one of today is."""
    return _status(open_stores(streams), streams, first=args.first)


def answer(streams: Streams) -> Answer:
    """Return whether a set is due now, and how long that holds: where several a day are, by the minute."""
    stores = open_stores(streams)
    status = _status(stores, streams)
    since, until = stores.span_of_today
    return Answer("", status, since, until if stores.settings.sets_a_day == 1 else since)


def _status(stores: Stores, streams: Streams, *, first: bool = False) -> int:
    """Return whether a set is due; where one a day is asked for, by this month's file alone."""
    today = stores.today
    days: Days = facts_of(stores.history.month(today.year, today.month))
    if stores.rules.days_a_week:
        days = stores.history.days()  # a week may have begun in another month
    done = today in days and days[today].done
    one = first or stores.settings.sets_a_day == 1
    if one:
        due = is_due(days, stores.rules, today) and not done
    else:
        due = due_now(stores, sets_today(stores), days, present(streams.clock))
    if one and done:
        return NOT_DUE
    return _cannot_tell(stores, streams) or (DUE if due else NOT_DUE)


def _cannot_tell(stores: Stores, streams: Streams) -> int:
    problems: tuple[Problem, ...] = (*stores.problems, *stores.history.damage)
    if not problems:
        return 0
    streams.warn(problems[0].line)
    return CANNOT_TELL
