"""*Learn the sounds*: every cue with its name and meaning, one after the other."""

from dataclasses import dataclass

from tui.core.sound.cue import Cue, Glide, Head
from tui.core.sound.grammar import Grammar

GLIDE_SECONDS = 1.0
"""How long a movement's tone is shown."""

GAP_SECONDS = 0.25
"""The silence between two lessons."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sound to learn.

    `cue.at` is seconds after the start of the whole run (use `dataclasses.replace` to play it at an
    instant); `seconds` is how long it sounds.
    """

    name: str
    meaning: str
    cue: Cue
    seconds: float


def lessons(grammar: Grammar) -> tuple[Lesson, ...]:
    """Return every sound in the file's order, spaced so that all of them take about 15 seconds."""
    found: list[Lesson] = []
    at = 0.0
    for sound, entry in grammar.entries.items():
        if isinstance(sound, Head):
            seconds = grammar.heads[sound].seconds
            cue = Cue(at, head=sound)
        else:
            seconds = GLIDE_SECONDS * (1.5 if sound in (Glide.LEFT_ACROSS, Glide.RIGHT_ACROSS) else 1.0)
            cue = Cue(at, glide=sound, seconds=seconds)
        found.append(Lesson(entry.name, entry.meaning, cue, seconds))
        at += seconds + GAP_SECONDS
    return tuple(found)
