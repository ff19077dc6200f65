"""Calls back again and again, each time when the call before wanted it: nothing wakes up for nothing.

A timer of Textual wakes up at one rate, whether there is anything to do or not, and twice each time.
"""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable

from textual.message_pump import MessagePump


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

    @property
    def goes_on(self) -> bool:
        """Whether there will be another call."""
        return self._next is not None

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
            delay = self._play()
        except Exception as error:  # the pump decides what becomes of any of them
            self._pump.call_later(_fail, error)
            return
        if delay is not None and self._next is None:
            self._next = get_running_loop().call_later(max(0.0, delay), self._call)


def _fail(error: Exception) -> None:
    raise error
