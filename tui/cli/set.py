"""`unhunch set`: changes one setting, or an exercise's repetitions, or sets everything back."""

import json
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.settings.progress import ProgressStore
from tui.cli.get import REPS, canonical
from tui.cli.stores import Stores, open_readable, tell_problems
from tui.cli.streams import Streams
from tui.cli.subcommand import whole
from tui.core.figure.style import STYLES
from tui.core.settings.setting_text import DEFAULT, NAMES, defaults, in_force, setting_text, with_setting
from tui.core.text.limits import REPS_RANGE
from tui.core.text.problems import UsageProblem

_THEME = "theme"
_STYLE = "figure_style"


def run(args: Namespace, streams: Streams) -> None:
    """Keep the new value, and tell it."""
    if args.defaults != (args.name is None) or args.defaults != (args.value is None):
        raise UsageProblem("set: give a NAME and a VALUE, or --defaults", hint="see unhunch set --help")
    stores = open_readable(streams)
    answer: dict[str, object]
    if args.defaults:
        stores.settings_store.write(defaults(stores.settings, stores.today))
        answer, told = {"set": "defaults"}, "All settings are back at their defaults."
    else:
        name, text, value = _set(args.name, args.value, stores, streams)
        answer, told = {name: value}, f"{name} is {text}"
    streams.answer(json.dumps(answer) if args.json else told)
    tell_problems(stores, streams)


def _set(name: str, text: str, stores: Stores, streams: Streams) -> tuple[str, str, object]:
    """Change one thing; return its whole name, its value in words, and as JSON has it."""
    catalogue = read_catalogue(stores.paths.exercises)
    name = canonical(name, catalogue)
    if name.startswith(REPS):
        exercise = catalogue.find(name.removeprefix(REPS))
        reps = exercise.dose.reps if text.strip().lower() == DEFAULT else _reps(name, text)
        _keep_reps(ProgressStore(stores.paths, streams.clock), exercise.id, reps, streams)
        return name, str(reps), reps
    field = NAMES[name]
    settings = with_setting(stores.settings, field, text, stores.today)
    if field == _THEME:
        from tui.ui.kit.themes import theme_names  # only here: nothing else needs Textual

        _require(name, settings.theme, theme_names())
    if field == _STYLE:
        _require(name, settings.figure_style, STYLES)
    stores.settings_store.write(settings)
    return name, setting_text(settings, field, stores.today), in_force(settings, field, stores.today)


def _keep_reps(store: ProgressStore, exercise: str, reps: int, streams: Streams) -> None:
    try:
        store.set_reps(exercise, reps, streams.clock.now())
    finally:
        for problem in store.read()[1]:
            streams.warn(problem.line)


def _reps(name: str, text: str) -> int:
    try:
        return whole(*REPS_RANGE)(text)
    except ArgumentTypeError as error:
        raise UsageProblem(name, str(error)) from error


def _require(name: str, value: str, known: Iterable[str]) -> None:
    if value not in known:
        raise UsageProblem(name, f"there is no '{value}'", ", ".join(known))
