"""`unhunch` without a command: the full screen."""

from argparse import Namespace

from tui.cli.shell import Shell, require_full_screen


def run(args: Namespace, shell: Shell) -> int:
    """Open Home."""
    require_full_screen(shell)
    from tui.cli.full_screen import open_home

    return open_home(shell)
