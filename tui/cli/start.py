"""`unhunch start`: straight into a session, full screen or printed."""

from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.files.paths import find_paths
from tui.cli.choice import chosen_exercises, overrides_of
from tui.cli.shell import Shell, require_full_screen


def run(args: Namespace, shell: Shell) -> int:
    """Run the session that is asked for."""
    overrides = overrides_of(args)
    if not args.plain:
        require_full_screen(shell)
    catalogue = read_catalogue(find_paths(shell.environ).exercises)
    exercises = chosen_exercises(catalogue, args.exercises)
    if args.plain:
        from tui.cli.plain_start import start_plain

        return start_plain(catalogue, exercises, overrides, shell)
    from tui.cli.full_screen import start_session

    return start_session(catalogue, exercises, overrides, shell)
