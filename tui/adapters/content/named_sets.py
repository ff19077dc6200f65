"""The user's sets of exercises under names: `sets.toml`."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.adapters.content.exercises import Catalogue, read_toml
from tui.adapters.files.lock import locked, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import is_there, make_folder, replace_file
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.text.problems import ContentProblem, StoreProblem, UsageProblem

if TYPE_CHECKING:
    from tui.core.exercises.named_set import NamedSet


def read_sets(path: Path, catalogue: Catalogue) -> "tuple[tuple[NamedSet, ...], tuple[ContentProblem, ...]]":
    """Return the sets, and what is wrong with those that cannot be used. Never fails."""
    if not is_there(path):
        return (), ()
    from tui.core.exercises.named_set import parse_sets  # only now: most have none, and Home waits for this

    try:
        table = read_toml(path)
    except ContentProblem as problem:
        return (), (problem,)
    return parse_sets(table, catalogue.names)


def change_sets(
    paths: Paths, catalogue: Catalogue, *, forget: Iterable[str] = (), keep: "NamedSet | None" = None
) -> "tuple[NamedSet, ...]":
    """Forget sets, keep one behind the others in the place of any with its name, and return all there are.

    Raises:
        StoreProblem: when a set cannot be read, which would be lost, or the file cannot be written.
    """
    from tui.core.exercises.named_set import format_sets

    gone = {*forget, *([keep.name] if keep else [])}
    with locked(paths.lock):
        before, problems = read_sets(paths.sets, catalogue)
        if problems:
            raise StoreProblem(f"{paths.sets.name} is left as it is", problems[0].line, "mend it first")
        after = tuple(item for item in before if item.name not in gone) + ((keep,) if keep else ())
        with telling(f"cannot save {paths.sets.name}"):
            make_folder(paths.sets.parent)
            replace_file(paths.sets, format_sets(after).encode())
    return after


def typed_set(name: str, texts: Iterable[str], catalogue: Catalogue) -> "NamedSet":
    """Return the set that was typed: `arch=5` stands for `sit-and-arch=5`, `both` for the bundled ones.

    `Morning set` is named `morning-set`.

    Raises:
        UsageProblem: when there is no such exercise, or nothing of the name can be kept.
        ContentProblem: when the name or the repetitions cannot be.
    """
    from tui.core.exercises.named_set import FILE, named_set
    from tui.core.text.slug import slug

    kept = slug(name)
    if not kept:
        raise UsageProblem("A set needs a name with a letter of a to z or a digit in it")
    found: list[str] = []
    for text in texts:
        part, equals, reps = text.partition("=")
        exercises = catalogue.bundled if part == BOTH else (catalogue.find(part),)
        if equals and not reps:
            raise ContentProblem(FILE, text, "how many are missing")
        found.extend(f"{exercise.id}{equals}{reps}" for exercise in exercises)
    return named_set(kept, found, catalogue.names)


def exercises_of(named: "NamedSet", catalogue: Catalogue) -> tuple[Exercise, ...]:
    """Return the exercises of a set in their order.

    Raises:
        UsageProblem: when one is no longer there, or cannot be used.
    """
    known = {exercise.id: exercise for exercise in catalogue.exercises}
    gone = next((exercise for exercise, _ in named.parts if exercise not in known), None)
    if gone is not None:
        catalogue.refuse_unusable(gone)
        raise UsageProblem(
            f"the set '{named.name}' cannot be done", f"the exercise '{gone}' is no longer there"
        )
    return tuple(known[exercise] for exercise, _ in named.parts)
