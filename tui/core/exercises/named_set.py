"""Sets of one's own under a name: exercises in their order, with repetitions of their own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui.core.exercises.exercise import BOTH, OWN_SET
from tui.core.text.limits import REPS_RANGE
from tui.core.text.problems import ContentProblem

FILE = "sets.toml"
MOST_EXERCISES = 20
LONGEST_NAME = 30
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_PART = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:=(\d{1,2}))?\Z", re.ASCII)
_TAKEN = (BOTH, OWN_SET)


@dataclass(frozen=True, slots=True)
class NamedSet:
    """Its name, and of each exercise the id and the repetitions; None leaves the stored number."""

    name: str
    parts: tuple[tuple[str, int | None], ...]

    @property
    def reps(self) -> dict[str, int]:
        """The repetitions of its own, by exercise id."""
        return {exercise: reps for exercise, reps in self.parts if reps is not None}

    @property
    def texts(self) -> tuple[str, ...]:
        """Its exercises as they are typed: `sit-and-arch=5`."""
        return tuple(exercise if reps is None else f"{exercise}={reps}" for exercise, reps in self.parts)


def check_name(name: str, exercises: Iterable[str]) -> str:
    """Return a set's name.

    Args:
        name: what was typed.
        exercises: ids and short names, which no set may have.

    Raises:
        ContentProblem: with the reason.
    """
    if not _NAME.match(name) or len(name) > LONGEST_NAME:
        raise ContentProblem(FILE, name, f"a name has at most {LONGEST_NAME} small letters, digits and -")
    if name in _TAKEN or name in exercises:
        raise ContentProblem(FILE, name, "the name is taken")
    return name


def read_part(name: str, text: object) -> tuple[str, int | None]:
    """Return an exercise's id and its repetitions, of a text like `sit-and-arch=5`.

    Raises:
        ContentProblem: when it is none.
    """
    low, high = REPS_RANGE
    found = _PART.match(text) if isinstance(text, str) else None
    if not found:
        raise ContentProblem(
            FILE, name, 'must be a list of exercises like "sit-and-arch" or "sit-and-arch=5"'
        )
    reps = int(found[2]) if found[2] else None
    if reps is not None and not low <= reps <= high:
        raise ContentProblem(FILE, name, f"repetitions are {low} to {high}")
    return found[1], reps


def parse_sets(
    table: Mapping[str, object], exercises: Iterable[str]
) -> tuple[tuple[NamedSet, ...], tuple[ContentProblem, ...]]:
    """Return the sets of a file in their order, and what is wrong with those that cannot be used."""
    names = frozenset(exercises)
    found: list[NamedSet] = []
    problems: list[ContentProblem] = []
    for name, value in table.items():
        try:
            found.append(named_set(name, value, names))
        except ContentProblem as problem:
            problems.append(problem)
    return tuple(found), tuple(problems)


def named_set(name: str, value: object, exercises: Iterable[str]) -> NamedSet:
    """Return one set.

    Raises:
        ContentProblem: with the reason.
    """
    check_name(name, exercises)
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_EXERCISES:
        raise ContentProblem(FILE, name, f"must be a list of 1 to {MOST_EXERCISES} exercises")
    parts = tuple(read_part(name, item) for item in value)
    if len({exercise for exercise, _ in parts}) < len(parts):
        raise ContentProblem(FILE, name, "an exercise is named twice")
    return NamedSet(name, parts)


def format_sets(sets: Iterable[NamedSet]) -> str:
    """Return the file of these sets, one a line."""
    head = "# Sets of your own: `unhunch start NAME` does one. A number after = is its own repetitions.\n"
    return head + "".join(f"{item.name} = [{_quoted(item.texts)}]\n" for item in sets)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f'"{text}"' for text in texts)
