"""Reads the large letters of a session."""

from pathlib import Path

from tui.adapters.content.exercises import content_folder
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
