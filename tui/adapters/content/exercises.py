"""Reads the bundled and the user's own content files."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from tui.adapters.files.safe_file import read_regular
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.text.matching import meant
from tui.core.text.problems import ContentProblem, UsageProblem

_LARGEST_BYTES = 16 * 1024
"""Several times the size of any exercise; what takes long to read does not fit."""


_ENDING = ".toml"


class Catalogue(NamedTuple):
    """The exercises that can be used, and what is wrong with those that cannot."""

    exercises: tuple[Exercise, ...]
    unusable: tuple[ContentProblem, ...] = ()

    def find(self, name: str, also: Iterable[str] = ()) -> Exercise:
        """Return the exercise with this id or short name.

        Args:
            name: what was typed.
            also: what else could have been typed there.

        Raises:
            UsageProblem: when there is none, which lists those that there are; or why it cannot be used.
        """
        for exercise in self.exercises:
            if name in (exercise.id, exercise.short):
                return exercise
        self.refuse_unusable(name)
        known = ", ".join((*(f"{exercise.id} or {exercise.short}" for exercise in self.exercises), *also))
        unread = next((problem.line for problem in self.unusable if not is_exercise_name(problem.file)), "")
        mean = meant(name, (*self.names, "both"))
        raise UsageProblem(f"unknown exercise '{name}'", unread, f"{mean} there are: both, {known}".strip())

    def refuse_unusable(self, name: str) -> None:
        """Make sure that no file of that name cannot be used.

        Raises:
            UsageProblem: saying why it cannot.
        """
        for problem in self.unusable:
            if problem.file == f"{name}{_ENDING}":
                raise UsageProblem(f"the exercise '{name}' cannot be used", problem.line)

    @property
    def names(self) -> frozenset[str]:
        """The ids and short names that are in use."""
        return frozenset(name for exercise in self.exercises for name in (exercise.id, exercise.short))

    @property
    def bundled(self) -> tuple[Exercise, ...]:
        """The exercises that came with the program: together, *Both stretches*."""
        return tuple(exercise for exercise in self.exercises if not exercise.own)


def is_exercise_name(name: str) -> bool:
    """Whether a file of that name is meant as an exercise."""
    return name.endswith(_ENDING)


def content_folder() -> Path:
    """Return the folder of the bundled content: a checkout's before the copy inside a wheel."""
    package = Path(__file__).resolve().parents[2]
    checkout = package.parent / "content"
    return checkout if (checkout / "exercises").is_dir() else package / "content"


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file.

    Raises:
        ContentProblem: when it cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(read_regular(path, _LARGEST_BYTES).decode("utf-8-sig"))
    except OSError as error:
        raise ContentProblem(path.name, "", error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise ContentProblem(path.name, "", "is not UTF-8 text") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise ContentProblem(path.name, "", f"is not TOML 1.0: {error}") from error


def read_exercise(path: Path, *, own: bool) -> Exercise:
    """Return the exercise in one file.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    return parse_exercise(read_toml(path), path.stem, own=own)


def content_of(path: Path) -> bytes | None:
    """Return what stands in a file of one's own; None where it cannot be read, or is no regular file."""
    try:
        return read_regular(path)
    except OSError:
        return None


def names_taken(exercise: Exercise, others: Iterable[Exercise]) -> list[str]:
    """Return which of an exercise's id and short name are another's; its own file may be among the others."""
    taken = {BOTH}
    for other in others:
        if not other.own or other.id != exercise.id:
            taken |= {other.id, other.short}
    return [name for name in (exercise.id, exercise.short) if name in taken]


def faults_in(path: Path) -> tuple[ContentProblem, ...]:
    """Return all that is wrong with one's own exercise in a file, at once; none where it can be used."""
    try:
        values = read_toml(path)
    except ContentProblem as problem:
        return (problem,)
    from tui.core.exercises.faults import faults_of  # only now: what starts reads files that can be used

    return faults_of(values, path.stem)


def read_catalogue(own_folder: Path, bundled_folder: Path | None = None) -> Catalogue:
    """Return the bundled exercises, Rotate before Arch, then the user's own by file name.

    A faulty file of the user's is listed as unusable; a faulty bundled one raises ContentProblem.
    """
    folder = bundled_folder or content_folder() / "exercises"
    bundled = sorted(
        (read_exercise(path, own=False) for path in folder.glob("*.toml")),
        key=lambda exercise: (not exercise.two_sided, exercise.id),
    )
    own: list[Exercise] = []
    unusable: list[ContentProblem] = []
    for path in _own_files(own_folder, unusable):
        try:
            exercise = read_exercise(path, own=True)
            for name in names_taken(exercise, (*bundled, *own)):
                raise ContentProblem(path.name, "", f"the name '{name}' is taken")
        except ContentProblem as problem:
            unusable.append(problem)
        else:
            own.append(exercise)
    return Catalogue((*bundled, *own), tuple(unusable))


def own_files(folder: Path) -> list[Path]:
    """Return the user's own exercise files by name; none where the folder cannot be listed."""
    return _own_files(folder, [])


def _own_files(folder: Path, unusable: list[ContentProblem]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if is_exercise_name(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        unusable.append(ContentProblem(folder.name, "", error.strerror or "cannot be read"))
        return []
