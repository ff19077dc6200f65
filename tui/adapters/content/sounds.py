"""Reads the bundled grammar of the sounds."""

from pathlib import Path

from tui.adapters.content.exercises import content_folder, read_toml
from tui.core.sound.grammar import Grammar
from tui.core.sound.sound_file import parse_sounds


def read_grammar(path: Path | None = None) -> Grammar:
    """Return the grammar in `path`, the bundled `sounds.toml` when None.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    path = path or content_folder() / "sounds.toml"
    return parse_sounds(read_toml(path), path.name)
