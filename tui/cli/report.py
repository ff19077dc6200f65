"""`unhunch report`: a page for the physiotherapist, in Markdown."""

from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.history.report import report


def run(args: Namespace, shell: Shell) -> int:
    """Print the page."""
    stores = open_stores(shell)
    names = {exercise.id: exercise.name for exercise in read_catalogue(stores.paths.exercises).exercises}
    history = stores.history
    shell.out.write(report(history.all(), history.days(), stores.rules, stores.today, args.weeks, names))
    tell_problems(stores, shell)
    return 0
