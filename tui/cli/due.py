"""`unhunch due`: answers by its exit status alone."""

from typing import TYPE_CHECKING

from tui.cli.shell import Shell
from tui.cli.stores import open_stores
from tui.core.streaks.days import facts_of
from tui.core.text.problems import Problem

if TYPE_CHECKING:
    from argparse import Namespace

DUE = 0
NOT_DUE = 1
CANNOT_TELL = 2


def run(args: "Namespace", shell: Shell) -> int:
    """Return whether a set is still to be done today."""
    return tell(shell)


def tell(shell: Shell) -> int:
    """Return whether a set is still to be done today, by this month's file alone."""
    stores = open_stores(shell)
    today = stores.today
    facts = facts_of(stores.history.month(today.year, today.month)).get(today)
    if facts and facts.done:
        return NOT_DUE
    problems: tuple[Problem, ...] = (*stores.problems, *stores.history.problems)
    if problems:
        shell.warn(problems[0].line)
        return CANNOT_TELL
    return DUE if stores.rules.due(today) else NOT_DUE
