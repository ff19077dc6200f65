"""`unhunch` without a command: the full screen."""

from argparse import Namespace

from tui.cli.streams import Streams, require_full_screen


def run(args: Namespace, streams: Streams) -> int:
    """Open Home."""
    require_full_screen(streams)
    from tui.cli.full_screen import open_home

    return open_home(streams)
