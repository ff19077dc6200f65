"""Exercises to begin one's own with: what there is, and a copy of one in the user's folder."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.adapters.content.exercises import content_folder, read_exercise
from tui.adapters.files.lock import telling
from tui.adapters.files.safe_file import make_folder
from tui.core.exercises.exercise import Exercise

_FOLDER = content_folder() / "templates"
_SHORT = re.compile(r'(?m)^short\s*=\s*"[^"\n]*"')
_NAME = re.compile(r'(?m)^name\s*=\s*"([^"\n]*)"')
_MOST = 1000
"""Copies of one template that are looked past."""


@dataclass(frozen=True, slots=True)
class ExerciseTemplate:
    """An exercise and the file that describes it."""

    exercise: Exercise
    path: Path


def exercise_templates() -> tuple[ExerciseTemplate, ...]:
    """Return the templates: one of one's own first, then the bundled exercises."""
    folders = _FOLDER, content_folder() / "exercises"
    files = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    return tuple(ExerciseTemplate(read_exercise(path, own=True), path) for path in files)


def copy_template(template: ExerciseTemplate, folder: Path, taken: frozenset[str]) -> Path:
    """Write a copy that can be used beside the others, and return its path; nothing is ever overwritten.

    Every key is explained at its end.

    Args:
        template: what to begin with.
        folder: the user's own exercises.
        taken: ids and short names that are in use.

    Raises:
        StoreProblem: when it could not be written.
    """
    text = template.path.read_text(encoding="utf-8") + (_FOLDER / "keys.txt").read_text(encoding="utf-8")
    stem, short = template.exercise.id, template.exercise.short
    with telling("cannot write the exercise"):
        make_folder(folder)
        for mark in _marks():
            if {stem + mark, short + mark} & taken:
                continue
            path = folder / f"{stem}{mark}.toml"
            try:
                file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with open(file, "w", encoding="utf-8") as out:
                named = _NAME.sub(rf'name = "\1{mark.replace("-", " ")}"', text, count=1)
                out.write(_SHORT.sub(f'short = "{short}{mark}"', named, count=1))
            return path
        raise OSError(0, f"there are {_MOST} of that name")


def set_aside(path: Path) -> Path:
    """Give one's own exercise a name that is no exercise's, and return that path; nothing is overwritten.

    Raises:
        StoreProblem: when that could not be done.
    """
    with telling("cannot take the exercise out"):
        for mark in _marks():
            kept = path.with_name(f"{path.name}.removed{mark}")
            if not os.path.lexists(kept):
                os.rename(path, kept)
                return kept
        raise OSError(0, f"there are {_MOST} of that name")


def _marks() -> Iterator[str]:
    """Yield what tells files of one name apart: nothing, then -2, -3 and so on."""
    yield ""
    yield from (f"-{number}" for number in range(2, _MOST))
