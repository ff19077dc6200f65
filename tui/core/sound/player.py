"""What plays the cues of a session, as seen by those who plan them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from tui.core.sound.cue import Cue, Way


@dataclass(frozen=True, slots=True)
class SoundState:
    """What is in use for the cues.

    `kind` is what sounds now: the mixer, the terminal's bell, nothing, or not known yet. `line` is one
    sentence that says which and why; `brief` says it in one row of the smallest screen, where `line` may
    be longer.
    """

    kind: Literal["sound", "bell", "off", "starting"]
    line: str
    brief: str = ""

    @property
    def short(self) -> str:
        """`brief`, or `line` where that is short itself."""
        return self.brief or self.line


class Player(Protocol):
    """Plays planned cues. No method blocks (but `wait_ready`) and none ever raises for want of a device.

    The owner calls `tick` a few times a second (every frame is fine) from one thread, that of all calls.
    """

    def open(self) -> None:
        """Start the sound and return at once. Open again to start anew, e.g. after the device vanished."""

    def state(self) -> SoundState:
        """Return what is in use now and why."""

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait until the state is no longer "starting", at most `timeout_s`; return whether it is sound."""

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan `cues`, whose instants are `time.monotonic()` ones: at least a second ahead is best."""

    def silence(self) -> None:
        """Cancel all that is planned and fade what sounds: silent within 150 ms, without a click."""

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to `LOUDEST`."""

    def set_muted(self, muted: bool) -> None:
        """Silence every cue, or let them be heard again; what is planned stays planned."""

    def set_tones(self, on: bool) -> None:
        """Switch the tones that accompany movements; without them their motifs are heard."""

    def set_way(self, way: Way) -> None:
        """Choose words, tones, or both; what is planned in other ways is not heard."""

    def tick(self, now: float) -> None:
        """Read what the sound reports, notice its faults, and ring the bell where that is in use."""

    def close(self) -> None:
        """End the sound without waiting for it: planned cues are dropped, a short last one rings out."""
