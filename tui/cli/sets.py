"""`unhunch sets`: sets of exercises under names."""

import json
from argparse import Namespace

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.content.named_sets import names_of, read_sets, write_sets
from tui.adapters.files.paths import Paths, find_paths
from tui.cli.streams import Streams
from tui.core.exercises.exercise import BOTH
from tui.core.exercises.named_set import NamedSet, named_set
from tui.core.text.problems import ContentProblem, StoreProblem, UsageProblem


def run(args: Namespace, streams: Streams) -> int:
    """List the sets, keep one, or forget one."""
    paths = find_paths(streams.environ)
    catalogue = read_catalogue(paths.exercises)
    sets, problems = read_sets(paths.sets, catalogue)
    if args.name is None or not (args.what or args.delete):
        for problem in problems:
            streams.warn(problem.line)
        return _list([item for item in sets if args.name in (None, item.name)], args, streams)
    if args.what and args.delete:
        raise UsageProblem("sets: give exercises or --delete, not both")
    if problems:
        raise StoreProblem("sets.toml is left as it is", problems[0].line, "mend it first")
    changed = named_set(args.name, _typed(args.what, catalogue), names_of(catalogue)) if args.what else None
    return _keep(args, changed, sets, paths, streams)


def _keep(
    args: Namespace, changed: NamedSet | None, sets: tuple[NamedSet, ...], paths: Paths, streams: Streams
) -> int:
    if changed is None and all(item.name != args.name for item in sets):
        raise UsageProblem(f"sets: there is no set '{args.name}'", hint="`unhunch sets` lists them")
    others = [item for item in sets if item.name != args.name]
    write_sets(paths.sets, paths.lock, [*others, changed] if changed else others)
    if args.json:
        streams.say(json.dumps({args.name: list(changed.texts) if changed else None}))
    elif changed:
        streams.say(f"{changed.name}: {', '.join(changed.texts)}; `unhunch start {changed.name}` does it")
    else:
        streams.say(f"{args.name} is forgotten")
    return 0


def _list(sets: list[NamedSet], args: Namespace, streams: Streams) -> int:
    if args.name is not None and not sets:
        raise UsageProblem(f"sets: there is no set '{args.name}'", hint="name its exercises to keep one")
    if args.json:
        streams.say(json.dumps({item.name: list(item.texts) for item in sets}))
        return 0
    for item in sets:
        streams.say(f"{item.name}: {', '.join(item.texts)}")
    if not sets:
        streams.say("There are no sets of your own: `unhunch sets evening arch=5 rotate` keeps one.")
    return 0


def _typed(texts: list[str], catalogue: Catalogue) -> list[str]:
    """Return what was typed with whole ids: `arch=5` is `sit-and-arch=5`, `both` the bundled ones."""
    found: list[str] = []
    for text in texts:
        name, equals, reps = text.partition("=")
        exercises = catalogue.bundled if name == BOTH else (catalogue.find(name),)
        if equals and not reps:
            raise ContentProblem("sets", text, "how many are missing")
        found.extend(f"{exercise.id}{equals}{reps}" for exercise in exercises)
    return found
