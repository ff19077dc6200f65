"""The user's sets of exercises under names: `sets.toml`."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.adapters.content.exercises import Catalogue, read_toml
from tui.adapters.files.atomic import make_folder, replace_file
from tui.adapters.files.lock import PATIENCE_S, locked, store_problem
from tui.core.exercises.exercise import Exercise
from tui.core.text.problems import ContentProblem, UsageProblem

if TYPE_CHECKING:
    from tui.core.exercises.named_set import NamedSet


def read_sets(path: Path, catalogue: Catalogue) -> "tuple[tuple[NamedSet, ...], tuple[ContentProblem, ...]]":
    """Return the sets, and what is wrong with those that cannot be used. Never fails."""
    if not os.path.exists(path):  # which never raises
        return (), ()
    from tui.core.exercises.named_set import (
        parse_sets,
    )  # only now: most have no sets, and Home waits for this

    try:
        table = read_toml(path)
    except ContentProblem as problem:
        return (), (problem,)
    return parse_sets(table, names_of(catalogue))


def write_sets(path: Path, lock: Path, sets: "Iterable[NamedSet]") -> None:
    """Replace the file.

    Raises:
        StoreProblem: when that is not possible.
    """
    from tui.core.exercises.named_set import format_sets

    with locked(lock, PATIENCE_S):
        try:
            make_folder(path.parent)
            replace_file(path, format_sets(sets).encode())
        except OSError as error:
            raise store_problem(f"cannot save {path.name}", error) from error


def exercises_of(named: "NamedSet", catalogue: Catalogue) -> tuple[Exercise, ...]:
    """Return the exercises of a set in their order.

    Raises:
        UsageProblem: when one is no longer there.
    """
    known = {exercise.id: exercise for exercise in catalogue.exercises}
    gone = next((exercise for exercise, _ in named.parts if exercise not in known), None)
    if gone is not None:
        raise UsageProblem(
            f"the set '{named.name}' cannot be done", f"the exercise '{gone}' is no longer there"
        )
    return tuple(known[exercise] for exercise, _ in named.parts)


def names_of(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids and short names of the exercises: no set may have one of them."""
    return frozenset(name for exercise in catalogue.exercises for name in (exercise.id, exercise.short))
