"""*Learn the sounds*: every cue with its name and meaning, one after the other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.core.sound.cue import SPOKEN, Cue, Glide, Head, Way
from tui.core.sound.grammar import Grammar

GLIDE_SECONDS = 1.0
"""How long a movement's tone is shown."""

GAP_SECONDS = 0.25
"""The silence between two lessons."""

APART_SECONDS = 0.06
"""Between a word and its tone."""

WORDS: Mapping[Head | Glide, str] = {
    Head.READY: "get ready",
    Head.HOLD: "hold",
    Head.TICK: "three",
    Head.LAST: "last one",
    Head.EXERCISE_DONE: "next exercise",
    Head.ALL_DONE: "well done",
    Head.PAUSE: "paused",
    Glide.LEFT: "turn left",
    Glide.RIGHT: "turn right",
    Glide.LEFT_ACROSS: "and over to the left",
    Glide.RIGHT_ACROSS: "and over to the right",
    Glide.OUT: "arch",
    Glide.BACK: "back",
}
"""An example of what is said with each; nothing is with the others."""


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
    word: Cue | None = None
    """What is said with it, where a word is."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Word and tone, in their order."""
        return tuple(sorted((self.cue, self.word), key=lambda cue: cue.at)) if self.word else (self.cue,)


def lessons(
    grammar: Grammar, lengths: Mapping[str, float] | None = None, way: Way = Way.TONES
) -> tuple[Lesson, ...]:
    """Return every sound in the file's order; in tones all of them take about 15 seconds.

    Args:
        grammar: the tones.
        lengths: the seconds of each phrase that can be said.
        way: in what they are to be heard: a word comes before its movement's tone, and after other ones.
    """
    found: list[Lesson] = []
    at = 0.0
    for sound, entry in grammar.entries.items():
        if isinstance(sound, Head):
            seconds = grammar.heads[sound].seconds
            cue = Cue(at, head=sound)
        else:
            seconds = GLIDE_SECONDS * (1.5 if sound in (Glide.LEFT_ACROSS, Glide.RIGHT_ACROSS) else 1.0)
            cue = Cue(at, glide=sound, seconds=seconds)
        lesson = Lesson(entry.name, entry.meaning, cue, seconds)
        if way is not Way.TONES and lengths:
            lesson = _spoken(lesson, WORDS.get(sound, ""), lengths, way)
        found.append(lesson)
        at += lesson.seconds + GAP_SECONDS
    return tuple(found)


def _spoken(lesson: Lesson, phrase: str, lengths: Mapping[str, float], way: Way) -> Lesson:
    if phrase not in lengths:
        return lesson
    tone, said_at, seconds = lesson.cue, lesson.cue.at, lengths[phrase]
    whole = lesson.seconds + APART_SECONDS + seconds
    if way is Way.WORDS:
        tone, whole = replace(tone, ways=frozenset((Way.TONES, Way.BOTH))), seconds
    elif tone.head is Head.HOLD:
        tone, whole = replace(tone, soft=True), max(seconds, lesson.seconds)
    elif tone.glide:
        tone = replace(tone, at=said_at + seconds + APART_SECONDS)
    else:
        said_at += lesson.seconds + APART_SECONDS
    return replace(lesson, cue=tone, word=Cue(said_at, word=phrase, ways=SPOKEN), seconds=whole)
