"""`unhunch history`: the calendar, the numbers and the list of sessions, printed."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.machine.terminal import find_terminal
from tui.cli.stores import Stores, open_stores, tell_problems
from tui.cli.streams import Streams
from tui.core.history.facts import fact_lines, history_facts
from tui.core.history.heatmap import heatmap, legend_line
from tui.core.history.rows import session_line
from tui.core.record.export import to_json
from tui.core.record.record import Record
from tui.core.text.problems import printable

LISTED_DAYS = 30
"""Days whose sessions are listed when no number is given."""
_COLUMNS = 80
_WEEKDAY_COLUMNS = 5


def run(args: Namespace, streams: Streams) -> None:
    """Print the history, or its records as JSON."""
    stores = open_stores(streams)
    if args.json:
        records = _since(stores, _first_day(stores.today, args.days) if args.days else date.min)
        streams.write_bytes(to_json(sorted(records, key=_start)).encode())
    else:
        size = find_terminal(streams.environ, streams.stdin, streams.out, streams.err).size
        columns = size[0] if size else _COLUMNS
        for line in page(stores, read_catalogue(stores.paths.exercises), columns, args.days):
            streams.out.write(printable(line) + "\n")
    tell_problems(stores, streams)


def page(stores: Stores, catalogue: Catalogue, columns: int, days: int | None = None) -> Iterator[str]:
    """Yield the lines of the page.

    Args:
        stores: the history and the rules of days.
        catalogue: for the exercises' short names.
        columns: the width of the page.
        days: how many days back it goes; when None, as many weeks as fit and the sessions of a month.
    """
    past = stores.history.past()
    known = past.days
    if not known:
        yield "No sessions yet: `unhunch start` begins one."
        return
    fitting = max(1, (columns - _WEEKDAY_COLUMNS) // 2)
    weeks = min(fitting, -(-days // 7) + 1) if days else fitting
    calendar = heatmap(known, stores.rules, stores.today, weeks)
    yield calendar.months()
    yield from (row.rstrip() for row in calendar.rows())
    yield legend_line()
    yield ""
    facts = history_facts(
        known,
        stores.rules,
        stores.today,
        past.stiffness,
        show_streaks=stores.settings.show_streaks,
        status=past.status(stores.rules, stores.today),
    )
    yield from (f"{line.label}{line.value}{line.aside}".rstrip() for line in fact_lines(facts, columns))
    yield ""
    shorts = {exercise.id: exercise.short for exercise in catalogue.exercises}
    first = _first_day(stores.today, days or LISTED_DAYS)
    yield from (session_line(record, shorts) for record in _since(stores, first))


def _first_day(today: date, days: int) -> date:
    return today - timedelta(days=days - 1)


def _since(stores: Stores, first: date) -> Iterator[Record]:
    return takewhile(lambda record: record.day >= first, stores.history.newest_first())


def _start(record: Record) -> tuple[date, datetime]:
    return record.day, record.started_at
