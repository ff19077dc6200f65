"""`unhunch due`: answers by its exit status alone."""

from argparse import Namespace

from tui.cli.shell import Shell
from tui.cli.stores import open_stores
from tui.core.problems import Problem

DUE = 0
NOT_DUE = 1
CANNOT_TELL = 2


def run(args: Namespace, shell: Shell) -> int:
    """Return whether a set is still to be done today."""
    stores = open_stores(shell)
    facts = stores.history.days().get(stores.today)
    done = facts is not None and facts.done
    problems: tuple[Problem, ...] = (*stores.problems, *stores.history.problems)
    if problems and not done:
        shell.warn(problems[0].line)
        return CANNOT_TELL
    return DUE if stores.rules.due(stores.today) and not done else NOT_DUE
