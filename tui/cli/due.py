"""`unhunch due`: answers by its exit status alone."""

from argparse import Namespace

from tui.cli.shell import Shell
from tui.cli.stores import open_stores
from tui.core.problems import Problem
from tui.core.status import status_of

DUE = 0
NOT_DUE = 1
CANNOT_TELL = 2


def run(args: Namespace, shell: Shell) -> int:
    """Return whether a set is still to be done today."""
    stores = open_stores(shell)
    status = status_of(stores.history.days(), stores.rules, stores.today)
    problems: tuple[Problem, ...] = (*stores.problems, *stores.history.problems)
    if problems and not status.done_today:
        shell.warn(problems[0].line)
        return CANNOT_TELL
    return DUE if status.due_today else NOT_DUE
