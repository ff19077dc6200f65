"""`unhunch report`: a page for the physiotherapist, in Markdown."""

from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.cli.stores import open_stores, tell_problems
from tui.cli.streams import Streams
from tui.core.history.report import report


def run(args: Namespace, streams: Streams) -> None:
    """Print the page."""
    stores = open_stores(streams)
    names = {exercise.id: exercise.name for exercise in read_catalogue(stores.paths.exercises).exercises}
    history = stores.history
    streams.out.write(report(history.all(), history.days(), stores.rules, stores.today, args.weeks, names))
    tell_problems(stores, streams)
