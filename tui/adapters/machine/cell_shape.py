"""How tall the cells of the terminal are: asked of the kernel, which some terminals tell their pixels."""

import struct
from collections.abc import Callable

USUAL_ASPECT = 2.0
"""How many times as tall as wide a cell is where nobody says."""
_LIKELY = (1.5, 2.8)
"""What lies outside is a mistake of the terminal's."""
_WINDOW = struct.Struct("HHHH")
"""struct winsize of TIOCGWINSZ: rows, columns, pixels across, pixels down."""


def cell_aspect(descriptor: int) -> float:
    """Return how many times as tall as wide a cell is, in tenths; the usual where it cannot be known.

    Args:
        descriptor: a file descriptor of the terminal.
    """
    try:
        rows, columns, across, down = _WINDOW.unpack(_ask()(descriptor))
    except (ImportError, OSError):
        return USUAL_ASPECT
    if not (rows and columns and across and down):
        return USUAL_ASPECT
    aspect = float(round((down / rows) / (across / columns), 1))
    return aspect if _LIKELY[0] <= aspect <= _LIKELY[1] else USUAL_ASPECT


def aspect_of_screen() -> float:
    """Return the aspect of the terminal that a full screen is drawn on: standard error, as Textual does."""
    return cell_aspect(2)


def _ask() -> Callable[[int], bytes]:
    """Return what asks for a window's size.

    Raises:
        ImportError: where there is no such thing, as on Windows.
    """
    import fcntl
    import termios

    return lambda descriptor: fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(_WINDOW.size))
