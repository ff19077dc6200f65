"""Exercises to begin one's own with: what there is, and a copy of one in the user's folder."""

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.adapters.content.exercises import content_folder, read_exercise
from tui.adapters.files.lock import telling
from tui.adapters.files.safe_file import make_folder
from tui.core.exercises.exercise import LONGEST_NAME, LONGEST_SHORT, Exercise
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.text.problems import ContentProblem, printable
from tui.core.text.slug import slug

_FOLDER = content_folder() / "templates"
_SAID = re.compile(r"(?m)^(\[say\]\n)name = .*\n")
"""What the voice calls a template."""
AS_IT_IS: Mapping[str, str] = {}
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


def copy_template(
    template: ExerciseTemplate, folder: Path, taken: frozenset[str], typed: Mapping[str, str] = AS_IT_IS
) -> Path:
    """Write a copy that can be used beside the others, and return its path; nothing is ever overwritten.

    Every key is explained at its end.

    Args:
        template: what to begin with.
        folder: the user's own exercises.
        taken: ids and short names that are in use.
        typed: a name, repetitions and seconds to hold of its own, by their keys, as they were typed.

    Raises:
        ContentProblem: when it cannot have what was typed.
        StoreProblem: when it could not be written.
    """
    name, stem, short, text = _begun(template, typed)
    with telling("cannot write the exercise"):
        make_folder(folder)
        for mark in _marks():
            marked = stem + mark, _cut(short, LONGEST_SHORT, mark)
            if taken.intersection(marked):
                continue
            text = _with(text, "name", _text(_cut(name, LONGEST_NAME, mark.replace("-", " "))))
            text = _with(text, "short", _text(marked[1]))
            parse_exercise(tomllib.loads(text), marked[0], own=True)
            path = folder / f"{marked[0]}.toml"
            try:
                file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with open(file, "w", encoding="utf-8") as out:
                out.write(text)
            return path
        raise OSError(0, f"there are {_MOST} of that name")


def wrong_in(template: ExerciseTemplate, typed: Mapping[str, str]) -> dict[str, ContentProblem]:
    """Return what is wrong with each of the values that `copy_template` would take, by their keys."""
    wrong: dict[str, ContentProblem] = {}
    for key, value in typed.items():
        name, stem, _, text = _begun(template, {key: value})
        try:
            parse_exercise(tomllib.loads(_with(text, "name", _text(name))), stem, own=True)
        except ContentProblem as problem:
            wrong[key] = problem
    return wrong


def _begun(template: ExerciseTemplate, typed: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Return a copy's name, id and short name, unless they are taken, and the text of its file."""
    exercise = template.exercise
    name = printable(typed.get("name", exercise.name)).strip()
    text = template.path.read_text(encoding="utf-8") + (_FOLDER / "keys.txt").read_text(encoding="utf-8")
    stem, short = exercise.id, exercise.short
    if name != exercise.name:
        stem = short = slug(name) or stem
        text = _SAID.sub(r"\1", text)
    for key in typed.keys() - {"name"}:
        text = _with(text, key, _number(typed[key]))
    return name, stem, short, text


def _with(text: str, key: str, value: str) -> str:
    """Return the text of a file with another value of a key that it has."""
    return re.sub(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", text, count=1)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(typed: str) -> str:
    """Return a number as a file has it; what is none is left to be refused there."""
    found = re.fullmatch(r"\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*", typed, re.ASCII)
    return f"{float(found[1].replace(',', '.')):g}" if found else _text(printable(typed))


def _cut(name: str, longest: int, mark: str) -> str:
    return name[: longest - len(mark)].rstrip(" -") + mark


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
