"""`unhunch` without a command: the full screen."""

import gc
import sys
from typing import TYPE_CHECKING

from tui.cli.streams import Streams, require_full_screen

if TYPE_CHECKING:
    from argparse import Namespace


def run(_: "Namespace | None", streams: Streams) -> int:
    """Open Home, whose first paint is to be quick: without a parser and without a collection before it."""
    require_full_screen(streams)
    gc.disable()  # the app enables it
    without = sys.modules.setdefault("ssl", None) is None  # type: ignore[arg-type]
    from tui.cli.full_screen import open_home

    if without:  # asyncio does without it where it cannot be imported, and nothing here goes over a network
        del sys.modules["ssl"]
    return open_home(streams)
