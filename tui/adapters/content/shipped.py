"""Reads what ships with the program beside the exercises: letters, sounds, and the words of the voice."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tui.adapters.content.exercises import content_folder, read_toml
from tui.adapters.files.safe_file import read_regular
from tui.core.exercises.exercise import Exercise
from tui.core.exercises.said import is_sound
from tui.core.sound.grammar import Grammar
from tui.core.sound.sound_file import parse_sounds
from tui.core.sound.sound_length import NoSound, sound_seconds
from tui.core.sound.voice import LONGEST_S, Voice, parse_voice
from tui.core.text.letters import Letters, parse_letters
from tui.core.text.problems import ContentProblem


def read_letters(path: Path | None = None) -> tuple[Letters, ...]:
    """Return the fonts of `content/letters.txt`, the widest first.

    Raises:
        ContentProblem: when the file cannot be read or has a fault.
    """
    path = path or content_folder() / "letters.txt"
    try:
        text = path.read_text(encoding="ascii")
    except UnicodeDecodeError as error:
        raise ContentProblem(path.name, "", "is not ASCII text") from error
    except OSError as error:
        raise ContentProblem(path.name, "", error.strerror or "cannot be read") from error
    return parse_letters(text)


def read_grammar(path: Path | None = None) -> Grammar:
    """Return the grammar in `path`, the bundled `sounds.toml` when None.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    path = path or content_folder() / "sounds.toml"
    return parse_sounds(read_toml(path), path.name)


LANGUAGE = "en"
"""The only one that there is; another is a folder beside it."""

MOST_BYTES = 2**20
"""Of a sound file of one's own."""
SHORTEST_S = 0.1


def voice_folder(language: str = LANGUAGE) -> Path:
    """Return the folder of a language's words."""
    return content_folder() / "voice" / language


def spoken_lengths() -> Mapping[str, float]:
    """Return the seconds of each phrase; none where the table is broken: the tones speak alone then."""
    try:
        return read_voice().lengths
    except ContentProblem:
        return {}


def read_voice(language: str = LANGUAGE) -> Voice:
    """Return what can be said in a language.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    path = voice_folder(language) / "words.toml"
    return parse_voice(read_toml(path), path.name)


def lengths_for(exercises: Iterable[Exercise], folder: Path) -> Mapping[str, float]:
    """Return the seconds of each phrase and of each sound file of one's own that can be said.

    Args:
        exercises: those of a session.
        folder: of one's own exercises; a file that cannot be used is left out, and a neutral word said.
    """
    lengths = dict(spoken_lengths())
    for exercise in (each for each in exercises if each.own):
        for said in filter(is_sound, exercise.say.parts.values()):
            try:
                lengths[said] = seconds_of(folder / said)
            except NoSound:
                continue
    return lengths


def seconds_of(path: Path) -> float:
    """Return how long a sound file says it is.

    Raises:
        NoSound: when it is missing, no regular file, too large, too long, or no sound.
    """
    try:
        if path.is_symlink():
            raise NoSound("is a link: put the file itself there")
        seconds = sound_seconds(read_regular(path, MOST_BYTES))
    except OSError as error:
        raise NoSound(f"cannot be read: {error.strerror or error}") from error
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise NoSound(f"lasts {_seconds_text(seconds)} s: {SHORTEST_S:g} to {LONGEST_S:g} s can be said")
    return seconds


def _seconds_text(seconds: float) -> str:
    """Return a length as a person reads it: at most two digits behind the point."""
    return f"{seconds:.2f}".rstrip("0").rstrip(".")


def problems_of(
    exercise: Exercise, folder: Path, listen: Callable[[Path], object] = seconds_of
) -> Iterator[ContentProblem]:
    """Yield what an exercise's file has the voice say that it cannot say; a neutral word is said instead.

    Args:
        exercise: one's own.
        folder: where its file and its sounds lie.
        listen: raises NoSound for a file that cannot be said.
    """
    phrases = spoken_lengths()
    for key, said in exercise.say.parts.items():
        why = ""
        if is_sound(said):
            try:
                listen(folder / said)
            except NoSound as fault:
                why = f"{said} {fault}"
        elif said not in phrases:
            why = f"'{said}' is no phrase of the voice: content/README.md tells those that there are"
        if why:
            yield ContentProblem(f"{exercise.id}.toml", f"say.{key}", why)
