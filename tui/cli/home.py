"""`unhunch` without a command: the full screen."""

from argparse import Namespace

from tui.adapters.machine.terminal import find_terminal, full_screen_problem
from tui.cli.shell import Shell


def run(args: Namespace, shell: Shell) -> int:
    """Open Home."""
    problem = full_screen_problem(find_terminal(shell.environ, shell.stdin, shell.out, shell.err))
    if problem:
        raise problem
    from tui.cli.full_screen import open_home

    return open_home(shell)
