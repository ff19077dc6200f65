"""What the screens with a sound check on a key have in common."""

from textual.await_complete import AwaitComplete
from textual.timer import Timer

from tui.core.sound.sound_check import SoundCheck
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services

_TICK_S = 0.05


class SoundCheckScreen(BaseScreen[None]):
    """A screen that plays two seconds of sound when that is asked for, never by itself.

    The player is open no longer than that: one that is open and silent keeps a sound server awake.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._check: SoundCheck | None = None
        self._check_timer: Timer | None = None

    def action_sound(self) -> None:
        """Play two seconds of sound, and say what plays it."""
        self._check = SoundCheck(self.port.player(), self.services.clock.monotonic())
        if self._check_timer is None:
            self._check_timer = self.set_interval(_TICK_S, self._hear, pause=True)
        self._check_timer.resume()
        self._hear()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go back, and end the check before another screen can ask for the player."""
        self._end_check()
        return super().dismiss(result)

    def _end_check(self) -> None:
        if self._check is None:
            return
        self._check = None
        if self._check_timer:
            self._check_timer.pause()
        self.port.close_player()

    def _hear(self) -> None:
        now = self.services.clock.monotonic()
        if self._check is None:
            return
        line = self._check.tick(now)
        if line:
            self.say(line)
        if self._check.over(now):
            self._end_check()
