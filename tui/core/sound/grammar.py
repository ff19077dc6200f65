"""The grammar of the sounds: what `content/sounds.toml` says, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.core.sound.cue import Glide, Head

HEAD_SECONDS = 0.2
"""The longest head before a glide: the rest of the movement is the glide's."""

MOVING_HEADS = (Head.GO, Head.LAST, Head.RELEASE)
"""The heads that stand before a glide."""


@dataclass(frozen=True, slots=True)
class Note:
    """One tone: frequency in Hz, start within its sound and length in seconds."""

    hz: float
    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A short sound: notes with one envelope and one place.

    `attack` and `release` are seconds of raised cosine at both ends of each note; `pan` is -1 (left) to 1.
    """

    notes: tuple[Note, ...]
    attack: float
    release: float
    pan: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return max(note.at + note.seconds for note in self.notes)


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sound as long as its movement.

    `hz` and `pan` are equally spaced stations of the movement's way; the pitch moves between them as the
    body does. `pulses` swells a second (0: none) mark a side where nothing but their rhythm can be heard.
    `motif` stands in for it when movement tones are off.
    """

    hz: tuple[float, ...]
    pan: tuple[float, ...]
    pulses: float
    attack: float
    release: float
    motif: Sound


@dataclass(frozen=True, slots=True)
class GrammarEntry:
    """How a sound is listed: its name and its meaning."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Every sound, and how it is listed."""

    heads: Mapping[Head, Sound]
    glides: Mapping[Glide, Sweep]
    entries: Mapping[Head | Glide, GrammarEntry]
