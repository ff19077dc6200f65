"""When a figure that moves has to be shown again: at the next instant at which it looks different."""

from collections.abc import Callable

from tui.core.figure.pose import Stance
from tui.ui.figure.figure import Figure

LOOK_S = 0.25
"""How long what stands still is not looked at."""


def next_change(figure: Figure, stance: Callable[[float], Stance], now: float, until: float) -> float:
    """Return the next instant at which `figure` looks different, or `until` when that comes first.

    Args:
        figure: what shows the stance of this instant.
        stance: what it is to show, by instant.
        now: this instant.
        until: how far `stance` is known.
    """
    at = now + figure.frame_s
    while at < until and not figure.would_change(stance(at)):
        at += figure.frame_s
    return min(at, until)
