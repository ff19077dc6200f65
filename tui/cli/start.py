"""`unhunch start`: straight into a session, full screen or printed."""

import gc
from argparse import Namespace
from collections.abc import Sequence

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.content.named_sets import exercises_of, read_sets
from tui.adapters.files.paths import find_paths
from tui.cli.streams import Streams, require_full_screen
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.text.problems import UsageProblem
from tui.core.timer.plan import Overrides


def run(args: Namespace, streams: Streams) -> int:
    """Run the session that is asked for."""
    if not args.plain:
        require_full_screen(streams)
    paths = find_paths(streams.environ)
    catalogue = read_catalogue(paths.exercises)
    sets, problems = read_sets(paths.sets, catalogue)
    for problem in problems:
        if problem.key and [problem.key] == args.exercises:
            raise problem
    for problem in problems:
        streams.warn(problem.line)
    named = next((item for item in sets if [item.name] == args.exercises), None)
    names = [item.name for item in sets]
    exercises = (
        exercises_of(named, catalogue) if named else chosen_exercises(catalogue, args.exercises, names)
    )
    reps = named.reps if named else None
    overrides = Overrides(args.reps, args.move, args.hold, args.ready, reps, args.cues)
    if args.plain:
        from tui.cli.plain_start import start_plain

        return start_plain(catalogue, exercises, overrides, streams)
    gc.disable()  # until the first paint: the app enables it
    from tui.cli.full_screen import start_session

    return start_session(catalogue, exercises, overrides, streams)


def chosen_exercises(
    catalogue: Catalogue, names: Sequence[str], sets: Sequence[str] = ()
) -> tuple[Exercise, ...]:
    """Return the exercises with these ids or short names; both bundled ones when there are no names.

    Args:
        catalogue: the exercises.
        names: what was typed.
        sets: the names of the sets of one's own, one of which could have been typed alone.

    Raises:
        UsageProblem: for an unknown name, or one named twice.
    """
    chosen: list[Exercise] = []
    for name in names or (BOTH,):
        chosen.extend(catalogue.bundled if name == BOTH else (catalogue.find(name, sets),))
    for exercise in chosen:
        if chosen.count(exercise) > 1:
            raise UsageProblem(f"start: '{exercise.id}' is named twice")
    return tuple(chosen)
