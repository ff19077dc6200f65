"""What is to be heard, and when: the planned instants of a session's sounds."""

from dataclasses import dataclass
from enum import StrEnum


class Head(StrEnum):
    """The short sounds; each has one meaning. The names are those of `content/sounds.toml`."""

    READY = "ready"
    GO = "go"
    HOLD = "hold"
    TICK = "tick"
    RELEASE = "release"
    LAST = "last"
    EXERCISE_DONE = "exercise-done"
    ALL_DONE = "all-done"
    PAUSE = "pause"


class Glide(StrEnum):
    """The sounds that last as long as the movement they accompany."""

    LEFT = "left"
    RIGHT = "right"
    LEFT_ACROSS = "left-across"
    RIGHT_ACROSS = "right-across"
    OUT = "out"
    BACK = "back"


class Way(StrEnum):
    """In what the cues are given."""

    BOTH = "both"
    WORDS = "words"
    TONES = "tones"


EVERY_WAY = frozenset(Way)
SPOKEN = frozenset((Way.BOTH, Way.WORDS))


@dataclass(frozen=True, slots=True)
class Cue:
    """One sound: a head, a glide, a head and then its glide, or a word.

    `at` is an instant on the session's monotonic clock, in seconds. `seconds` is the length of the
    movement that head and glide fill together; 0 where there is no glide. `word` is the text of a phrase
    that `content/voice` has. It is heard only where the cues are given in one of `ways`; `soft` ones are
    7 dB lower, under a word.
    """

    at: float
    head: Head | None = None
    glide: Glide | None = None
    seconds: float = 0.0
    word: str = ""
    ways: frozenset[Way] = EVERY_WAY
    soft: bool = False
