"""What can be said: phrases, their files and lengths, as `content/voice/*/words.toml` lists them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tui.core.text.checked import content_table

LONGEST_S = 1.5
"""The longest phrase."""

_FILE = re.compile(r"[a-z0-9-]+\.opus")


@dataclass(frozen=True, slots=True)
class Voice:
    """The phrases of a language, in the order in which they should be loaded.

    `lengths` are seconds by text, `files` file names by text.
    """

    lengths: Mapping[str, float]
    files: Mapping[str, str]


def parse_voice(values: Mapping[str, Any], file: str = "words.toml") -> Voice:
    """Return the voice that the parsed TOML `values` describe.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    root = content_table(file, values)
    lengths: dict[str, float] = {}
    files: dict[str, str] = {}
    for word in root.tables("words"):
        text = word.text("text", longest=40)
        if text in lengths:
            raise word.problem("text", "is there twice")
        files[text] = word.text("file", longest=44)
        if not _FILE.fullmatch(files[text]):
            raise word.problem("file", "must be a plain name that ends in .opus")
        lengths[text] = word.number("seconds", 0.1, LONGEST_S)
        word.no_others()
    root.no_others()
    return Voice(lengths, files)
