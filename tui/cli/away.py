"""`unhunch away`: the days on which nothing is due."""

import json
from argparse import Namespace
from datetime import date, timedelta

from tui.cli.changing import Changing
from tui.cli.stores import open_readable, tell_problems
from tui.cli.streams import Streams
from tui.core.history.hand_entry import read_date
from tui.core.record.undo import mark, unmark
from tui.core.settings.settings import Away
from tui.core.text.date_words import named_days
from tui.core.text.problems import UsageProblem


def run(args: Namespace, streams: Streams) -> None:
    """List the days away, mark some, or take some back."""
    if args.first is None:
        if args.off:
            raise UsageProblem("away: --off needs the days", hint="like unhunch away today --off")
        _list(args, streams)
        return
    changing = Changing(streams, as_json=args.json)
    today = changing.stores.today
    first = _day(args.first, today)
    last = first if args.last is None else _day(args.last, today)
    if last < first:
        raise UsageProblem("away: the last day is before the first one")
    step = (unmark if args.off else mark)(changing.stores.away, Away(first, last))
    changing.make(step if step.before or step.after else None)


def _list(args: Namespace, streams: Streams) -> None:
    stores = open_readable(streams)
    if args.json:
        days = [{"first": item.first.isoformat(), "last": item.last.isoformat()} for item in stores.away]
        streams.say(json.dumps({"away": days}))
    for item in () if args.json else stores.away:
        streams.say(named_days(item.first, item.last, stores.today))
    if not stores.away and not args.json:
        streams.say("No days are marked as away.")
    tell_problems(stores, streams)


def _day(text: str, today: date) -> date:
    if text.strip().lower() == "tomorrow":
        return today + timedelta(days=1)
    return read_date(text, today, "today, tomorrow or yesterday")
