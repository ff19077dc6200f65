"""`unhunch completion SHELL`: what a shell needs to complete the program's commands."""

import re
from argparse import SUPPRESS, Action, ArgumentParser, Namespace
from collections.abc import Iterator

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.content.named_sets import read_sets
from tui.adapters.files.paths import find_paths
from tui.cli.completion_scripts import Completion, Option, Words, bash, fish, zsh
from tui.cli.get import REPS
from tui.cli.parser import COMMANDS
from tui.cli.streams import Streams
from tui.core.exercises.exercise import BOTH
from tui.core.exercises.named_set import NamedSet
from tui.core.settings.setting_text import NAMES, taken
from tui.core.text.problems import Problem

_HARMLESS = re.compile(r"[A-Za-z0-9._@:+-]+\Z")
"""Words that no shell takes for anything else."""
_FILES = ("FILE",)
_SETS = ("both|ID|SET", "SET")
_EXERCISES = ("both|ID|SET", "ID[=N]", "ID=N", "ID", "EXERCISE")
_SESSIONS = ("SESSION", "DAY|ID")
_DAYS = ("DAY", "FIRST", "LAST")


def run(args: Namespace, shell: Streams) -> None:
    """Print the script."""
    completions = tuple(completions_of(*_own_words(shell)))
    script = {"bash": bash, "zsh": zsh, "fish": fish}[args.shell]
    shell.out.write(script(completions))


def completions_of(exercises: tuple[str, ...], sets: tuple[str, ...] = ()) -> Iterator[Completion]:
    """Yield what can be completed of each command, from the table of commands alone.

    Args:
        exercises: their short names and ids.
        sets: the names of sets.
    """
    for name, command in COMMANDS.items():
        parser = ArgumentParser()
        command.add_to(parser)
        actions = [action for action in parser._actions if action.help != SUPPRESS]
        flagged = [action for action in actions if action.option_strings]
        placed = [action for action in actions if not action.option_strings]
        words = [_words(action, exercises) for action in placed]
        words += [Words(sets) for action in placed if action.metavar in _SETS]
        yield Completion(
            name=name,
            help=command.help,
            options=tuple(_option(action, exercises) for action in flagged),
            words=Words(
                tuple(dict.fromkeys(word for item in words for word in item.words)),
                files=any(item.files for item in words),
            ),
            after=_values(exercises) if name == "set" else {},
        )


def _option(action: Action, exercises: tuple[str, ...]) -> Option:
    takes = action.nargs != 0
    return Option(
        tuple(action.option_strings), action.help or "", _words(action, exercises) if takes else None
    )


def _words(action: Action, exercises: tuple[str, ...]) -> Words:
    kind = action.metavar if isinstance(action.metavar, str) else ""
    if action.choices:
        return Words(tuple(map(str, action.choices)))
    if kind in _FILES:
        return Words(files=True)
    if kind in _EXERCISES:
        return Words(exercises)
    if kind in _SESSIONS:
        return Words(("last", "today", "yesterday"))
    if kind in _DAYS:
        return Words(("today", "yesterday", "tomorrow") if kind == "FIRST" else ("today", "yesterday"))
    if kind == "NAME" and action.dest == "name":
        return Words((*NAMES, *(REPS + word for word in exercises if word != BOTH)))
    return Words()


def _values(exercises: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    settings = {name: taken(field) for name, field in NAMES.items()}
    return {**settings, **{REPS + word: ("default",) for word in exercises if word != BOTH}}


def _own_words(shell: Streams) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of exercises and of sets."""
    sets: tuple[NamedSet, ...] = ()
    try:
        paths = find_paths(shell.environ)
        catalogue = read_catalogue(paths.exercises)
        sets, _ = read_sets(paths.sets, catalogue)
    except Problem:  # without them the commands are completed all the same
        catalogue = Catalogue(())
    names = (word for exercise in catalogue.exercises for word in (exercise.short, exercise.id))
    return (BOTH, *(word for word in names if _HARMLESS.match(word))), tuple(item.name for item in sets)
