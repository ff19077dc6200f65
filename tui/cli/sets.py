"""`unhunch sets`: sets of exercises under names."""

import json
from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.content.named_sets import change_sets, read_sets, typed_set
from tui.adapters.files.paths import find_paths
from tui.cli.stores import require_readable
from tui.cli.streams import Streams
from tui.core.exercises.named_set import NamedSet
from tui.core.text.problems import StoreProblem, UsageProblem


def run(args: Namespace, streams: Streams) -> None:
    """List the sets, keep one, or forget one."""
    paths = find_paths(streams.environ)
    require_readable(paths)
    catalogue = read_catalogue(paths.exercises)
    sets, problems = read_sets(paths.sets, catalogue)
    if args.delete and args.name is None:
        raise UsageProblem("sets: --delete needs a name", hint="like unhunch sets evening --delete")
    if args.name is None or not (args.what or args.delete):
        if not sets and any(not problem.key for problem in problems):
            raise StoreProblem(problems[0].line)
        if faulty := next((problem for problem in problems if args.name and problem.key == args.name), None):
            raise faulty
        for problem in problems:
            streams.warn(problem.line)
        found = [item for item in sets if args.name in (None, item.name)]
        _list(found, args, streams, none_at_all=not problems)
        return
    if args.what and args.delete:
        raise UsageProblem("sets: give exercises or --delete, not both")
    if args.delete and not problems and all(item.name != args.name for item in sets):
        raise UsageProblem(f"sets: there is no set '{args.name}'", hint="`unhunch sets` lists them")
    changed = typed_set(args.name, args.what, catalogue) if args.what else None
    change_sets(paths, catalogue, forget=[args.name], keep=changed)
    if args.json:
        told = {changed.name: list(changed.texts)} if changed else {args.name: None}
        streams.answer(json.dumps(told))
    elif changed:
        streams.answer(f"{changed.name}: {', '.join(changed.texts)}; `unhunch start {changed.name}` does it")
    else:
        streams.answer(f"{args.name} is forgotten")


def _list(sets: list[NamedSet], args: Namespace, streams: Streams, *, none_at_all: bool) -> None:
    if args.name is not None and not sets:
        raise UsageProblem(f"sets: there is no set '{args.name}'", hint="name its exercises to keep one")
    if args.json:
        streams.say(json.dumps({item.name: list(item.texts) for item in sets}))
        return
    for item in sets:
        streams.say(f"{item.name}: {', '.join(item.texts)}")
    if not sets and none_at_all:
        streams.say("There are no sets of your own: `unhunch sets evening arch=5 rotate` keeps one.")
