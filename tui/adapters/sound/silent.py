"""Plays nothing: sounds are switched off."""

from collections.abc import Sequence

from tui.core.sound.cue import Cue, Way
from tui.core.sound.player import SoundState


class SilentPlayer:
    """A Player that is never heard.

    Args:
        line: why, in one sentence.
        brief: the same in one short sentence, where `line` is long.
    """

    def __init__(self, line: str = "Sounds are switched off in Settings.", brief: str = "") -> None:
        self._state = SoundState("off", line, brief)

    def open(self) -> None:
        """There is nothing to open."""

    def state(self) -> SoundState:
        """Return "off", and why."""
        return self._state

    def wait_ready(self, timeout_s: float) -> bool:
        """Return False at once."""
        return False

    def send(self, cues: Sequence[Cue]) -> None:
        """Ignore them."""

    def silence(self) -> None:
        """It is silent."""

    def set_volume(self, volume: int) -> None:
        """Ignore it."""

    def set_muted(self, muted: bool) -> None:
        """Ignore it."""

    def set_tones(self, on: bool) -> None:
        """Ignore it."""

    def set_way(self, way: Way) -> None:
        """Ignore it."""

    def tick(self, now: float) -> None:
        """There is nothing to do."""

    def close(self) -> None:
        """There is nothing to close."""
