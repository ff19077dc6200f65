"""When a figure that moves has to be shown again: at the next instant at which it looks different."""

from collections.abc import Callable

from tui.core.figure.body.pose import Stance
from tui.ui.figure.figure import Figure

CALM_FRAME_S = 1 / 15
"""The same where nothing has to be followed closely: in holds, and where a movement is only shown."""
LOOK_S = 0.25
"""How long what stands still is not looked at."""


def next_change(
    figure: Figure, stance: Callable[[float], Stance], now: float, until: float, *, calm: bool = False
) -> float:
    """Return the next instant at which `figure` looks different, or `until` when that comes first.

    Args:
        figure: what shows the stance of this instant.
        stance: what it is to show, by instant.
        now: this instant.
        until: how far `stance` is known.
        calm: whether nobody follows it closely.
    """
    calm = calm or stance(now)[2] is not None
    frame_s = max(figure.frame_s, CALM_FRAME_S) if calm else figure.frame_s
    at = now + frame_s
    while at < until and not figure.would_change(stance(at)):
        at += frame_s
    return min(at, until)
