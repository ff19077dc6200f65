"""`unhunch exercises`: what there is, how one is done, and whether one's own file can be used."""

import textwrap
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.adapters.content.exercises import (
    Catalogue,
    faults_in,
    names_taken,
    own_files,
    read_catalogue,
    read_exercise,
)
from tui.adapters.content.shipped import lengths_for
from tui.adapters.files.paths import find_paths
from tui.adapters.machine.blas import one_blas_thread
from tui.adapters.machine.terminal import find_terminal
from tui.cli.sayings import sayings_at_fault
from tui.cli.streams import Streams
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.text.problems import ContentProblem, UsageProblem
from tui.core.timer.cue_plan import called_of

_WIDTH = 80


def run(args: Namespace, streams: Streams) -> None:
    """List the exercises, explain one, begin a new one, or check a file."""
    folder = find_paths(streams.environ).exercises
    if sum(asked is not None for asked in (args.id, args.check, args.new, args.remove)) > 1:
        raise UsageProblem("exercises: give an ID, --check FILE, --new TEMPLATE or --remove OWN, one of them")
    if args.remove is not None:
        _remove(args.remove, folder, streams)
    elif args.new is not None:
        _new(args.new, folder, streams)
    elif args.check is not None:
        _check(Path(args.check), folder, streams)
    elif args.id is None:
        _list(read_catalogue(folder), folder, streams)
    else:
        _explain(read_catalogue(folder).find(args.id), streams, with_figure=args.figure)


def _explain(exercise: Exercise, streams: Streams, *, with_figure: bool) -> None:
    streams.say("\n".join(instructions(exercise)))
    if with_figure:
        with one_blas_thread():
            from tui.core.figure.picture.diagrams import diagrams  # only here: numpy comes with it

        streams.say("\n".join(("", *diagrams(exercise.figure, _width(streams)))))


def instructions(exercise: Exercise) -> Iterator[str]:
    """Yield the instructions of an exercise as lines of at most 80 columns."""
    yield exercise.name
    yield exercise.tagline
    yield ""
    for number, step in enumerate(exercise.steps, start=1):
        label = f"{number}. "
        yield f"{label}{step.title}"
        yield from textwrap.wrap(step.text, _WIDTH, initial_indent="   ", subsequent_indent="   ")
    low, high = exercise.dose.progress_to
    yield ""
    yield f"Begin with {dose_line(exercise)}; work up to {low} to {high}."
    yield from textwrap.wrap(exercise.safety, _WIDTH)
    if exercise.source:
        yield f'Source: "{exercise.source.title}" by {exercise.source.author}'


def _width(streams: Streams) -> int:
    """Return the columns there are: as COLUMNS or the terminal says, else 80."""
    said = streams.environ.get("COLUMNS", "")
    if said.isascii() and said.isdecimal() and int(said[:6]) > 0:
        return int(said[:6])
    size = find_terminal(streams.environ, streams.stdin, streams.out, streams.err).size
    return size[0] if size else _WIDTH


def dose_line(exercise: Exercise) -> str:
    """Return how much to begin with."""
    return exercise.dose_line(exercise.dose.reps, exercise.dose.hold_s)


def _list(catalogue: Catalogue, folder: Path, streams: Streams) -> None:
    width = max(len(exercise.id) for exercise in catalogue.exercises)
    for exercise in catalogue.exercises:
        dose = dose_line(exercise)
        own = ", yours" if exercise.own else ""
        streams.say(f"{exercise.id:<{width}}  {exercise.name}: {exercise.tagline} ({dose}{own})")
    for problem in catalogue.unusable:
        streams.say(f"unusable: {problem.line}")
    streams.say(f"Short names: {', '.join(exercise.short for exercise in catalogue.exercises)}, both.")
    streams.say(f"Your own go to {folder}")


def _new(name: str, folder: Path, streams: Streams) -> None:
    from tui.adapters.content.templates import copy_template, exercise_templates  # only here, as above

    templates = exercise_templates()
    found = [item for item in templates if name in (item.exercise.id, item.exercise.short)]
    if not found:
        known = ", ".join(item.exercise.id for item in templates)
        raise UsageProblem(f"exercises: there is no template '{name}'", hint=f"there are: {known}")
    streams.answer(str(copy_template(found[0], folder, read_catalogue(folder).names | {BOTH})))


def _all_in_one(path: Path, faults: Sequence[ContentProblem]) -> ContentProblem:
    """Return all faults of a file as one, so that they are told in one line."""
    told = "; ".join(f"{fault.key}: {fault.reason}" for fault in faults)
    return ContentProblem(path.name, "", f"{len(faults)} faults: {told}")


def _remove(name: str, folder: Path, streams: Streams) -> None:
    from tui.adapters.content.templates import set_aside  # only here, as above

    files = own_files(folder)
    found = [path for path in files if name in (path.stem, path.name)]
    if not found:
        known = ", ".join(path.stem for path in files) or "none"
        raise UsageProblem(f"exercises: there is no '{name}' of your own", hint=f"there are: {known}")
    streams.answer(f"{found[0].name} is {set_aside(found[0]).name} now; what was done of it stays.")


def _check(path: Path, folder: Path, streams: Streams) -> None:
    try:
        exercise = read_exercise(path, own=True)
    except ContentProblem as first:
        faults = faults_in(path)
        raise _all_in_one(path, faults) if len(faults) > 1 else first from first
    for name in names_taken(exercise, read_catalogue(folder).exercises):
        raise ContentProblem(path.name, "", f"the name '{name}' is taken")
    for problem in sayings_at_fault(exercise, path.parent):
        raise problem
    streams.say(f"{path.name} can be used: {exercise.name}, {dose_line(exercise)}.")
    said = ", ".join(called_of(exercise, lengths_for([exercise], path.parent)))
    streams.say(f"The voice says of it: {said}.")
