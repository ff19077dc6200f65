"""Reads what the bundled voice can say."""

from collections.abc import Mapping
from pathlib import Path

from tui.adapters.content.exercises import content_folder, read_toml
from tui.core.sound.voice import Voice, parse_voice
from tui.core.text.problems import ContentProblem

LANGUAGE = "en"
"""The only one that there is; another is a folder beside it."""


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
