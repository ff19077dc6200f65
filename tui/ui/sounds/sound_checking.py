"""What the screens with a sound check on a key have in common."""

from textual.timer import Timer

from tui.core.sound.sound_check import SoundCheck
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services

_TICK_S = 0.05


class SoundCheckScreen(BaseScreen[None]):
    """A screen that plays two seconds of sound when that is asked for, never by itself."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._check: SoundCheck | None = None
        self._check_timer: Timer | None = None

    def action_sound(self) -> None:
        """Play two seconds of sound, and say what plays it."""
        self._check = SoundCheck(self.shell.player(), self.services.clock.monotonic())
        if self._check_timer is None:
            self._check_timer = self.set_interval(_TICK_S, self._hear, pause=True)
        self._check_timer.resume()
        self._hear()

    def _hear(self) -> None:
        now = self.services.clock.monotonic()
        if self._check is None:
            return
        line = self._check.tick(now)
        if line:
            self.say(line)
        if self._check.over(now) and self._check_timer:
            self._check_timer.pause()
