"""`unhunch start`: straight into a session, full screen or printed."""

from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.files.paths import find_paths
from tui.adapters.machine.terminal import find_terminal, full_screen_problem
from tui.cli.choice import chosen_exercises, overrides_of
from tui.cli.shell import Shell


def run(args: Namespace, shell: Shell) -> int:
    """Run the session that is asked for."""
    overrides = overrides_of(args)
    if not args.plain:
        problem = full_screen_problem(find_terminal(shell.environ, shell.stdin, shell.out, shell.err))
        if problem:
            raise problem
    catalogue = read_catalogue(find_paths(shell.environ).exercises)
    exercises = chosen_exercises(catalogue, args.exercises)
    if args.plain:
        from tui.cli.plain_start import start_plain

        return start_plain(exercises, overrides, shell)
    from tui.cli.full_screen import start_session

    return start_session(catalogue, exercises, overrides, shell)
