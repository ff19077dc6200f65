"""What a session asks of whatever makes its sounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tui.core.cue import Cue


class SoundKind(StrEnum):
    """What is in use."""

    STARTING = "starting"
    SOUND = "sound"
    BELL = "bell"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SoundState:
    """What is in use, and one clear line that says so and why."""

    kind: SoundKind
    line: str


class Player(Protocol):
    """Plays cues at their instants on the monotonic clock. No method ever blocks, but `wait_ready`."""

    def open(self) -> None:
        """Begin to get ready; returns at once."""

    def state(self) -> SoundState:
        """Return what is in use now."""

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait until cues can be heard, at most `timeout_s` seconds; return whether they can."""

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan cues; a sender is at least a second ahead of their instants where it can be."""

    def tick(self, now: float) -> None:
        """Play what is due, where the player has no process of its own to wait in."""

    def silence(self) -> None:
        """Cancel every planned cue and fade what sounds; cues sent afterwards are played."""

    def set_volume(self, volume: int) -> None:
        """Set the volume, 0 to 10."""

    def set_muted(self, muted: bool) -> None:
        """Mute, or undo it."""

    def set_tones(self, tones: bool) -> None:
        """Play the movements' glides, or only their heads with the side's motif."""

    def close(self) -> None:
        """Let go of the device; never waits for it."""
