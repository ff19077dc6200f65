"""When a figure is shown again: only when it looks different, so that nothing wakes up for nothing.

A timer of Textual wakes up at one rate, whether there is anything to do or not, and twice each time.
"""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable

from textual.message_pump import MessagePump

from tui.core.figure.body.pose import Stance
from tui.ui.figure.brush import gathered
from tui.ui.figure.figure import FRAME_S, Figure


class Ticker:
    """Calls `play` on the loop of the app, for as long as a screen or a widget lives.

    Args:
        pump: the screen or the widget; it handles what goes wrong as in its other callbacks.
        play: does what is due, and returns after how many seconds it wants to be called again; None: not
            before `resume`.
    """

    def __init__(self, pump: MessagePump, play: Callable[[], float | None]) -> None:
        self._pump = pump
        self._play = play
        self._next: TimerHandle | None = None

    def resume(self) -> None:
        """Begin, or go on; has to be called from a handler of the pump."""
        self.pause()
        self._next = get_running_loop().call_later(0.0, self._call)

    def pause(self) -> None:
        """Wait until `resume`."""
        if self._next:
            self._next.cancel()
            self._next = None

    def _call(self) -> None:
        self._next = None
        if not self._pump.is_running:
            return
        try:
            with gathered(self._pump.app):
                delay = self._play()
        except Exception as error:  # the pump decides what becomes of any of them
            self._pump.call_later(_fail, error)
            return
        if delay is not None and self._next is None:
            self._next = get_running_loop().call_later(max(0.0, delay), self._call)


def _fail(error: Exception) -> None:
    raise error


_GRAIN_S = 1 / 60
"""How exactly the instant of a picture is found."""
JOIN_S = 0.25
"""How long bars and digits may wait for the figure's next picture, so that the terminal draws once."""
LOOK_S = 0.25
"""How long what stands still is not looked at."""


def next_change(figure: Figure, stance: Callable[[float], Stance], now: float, until: float) -> float:
    """Return the next instant at which `figure` is seen to have changed, or `until` when that comes first.

    Args:
        figure: what shows the stance of this instant.
        stance: what it is to show, by instant.
        now: this instant.
        until: how far `stance` is known.
    """
    at = now + FRAME_S
    while at < until and not figure.would_change(stance(at)):
        at += _GRAIN_S
    return min(at, until)


def next_drawing(
    figure: Figure, stance: Callable[[float], Stance], now: float, due: float, until: float
) -> float:
    """Return when to draw next: what is `due` waits a little for the next picture of `figure`.

    Args:
        figure: what shows the stance of this instant.
        stance: what it is to show, by instant.
        now: this instant.
        due: when something beside the figure changes.
        until: how far `stance` is known.
    """
    latest = min(due + JOIN_S, until)
    at = next_change(figure, stance, now, latest)
    return at if at < latest else due
