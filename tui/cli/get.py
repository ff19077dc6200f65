"""`unhunch get`: the settings in force, and the repetitions of each exercise."""

import json
from argparse import Namespace
from typing import Any

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.cli.stores import open_readable, stored_reps, tell_problems
from tui.cli.streams import Streams
from tui.core.settings.setting_text import LISTED, NAMES, field_of, in_force, setting_text

REPS = "reps."
"""Before an exercise's id or short name: its stored repetitions."""


def run(args: Namespace, streams: Streams) -> None:
    """Print one setting's value, or all of them."""
    stores = open_readable(streams)
    catalogue = read_catalogue(stores.paths.exercises)
    stored = stored_reps(stores, streams)
    texts: dict[str, tuple[str, Any]] = {
        name: (
            setting_text(stores.settings, field, stores.today),
            in_force(stores.settings, field, stores.today),
        )
        for name, field in NAMES.items()
        if args.name is not None or name in LISTED
    }
    for exercise in catalogue.exercises:
        reps = stored.get(exercise.id, exercise.dose.reps)
        texts[REPS + exercise.id] = (str(reps), reps)
    name = None if args.name is None else canonical(args.name, catalogue)
    if args.json:
        streams.say(json.dumps({key: value for key, (_, value) in texts.items() if name in (None, key)}))
    elif name is not None:
        streams.say(texts[name][0])
    else:
        width = max(map(len, texts))
        for key, (text, _) in texts.items():
            streams.say(f"{key:<{width}}  {text}")
    tell_problems(stores, streams)


def canonical(name: str, catalogue: Catalogue) -> str:
    """Return the whole name of a setting.

    Raises:
        UsageProblem: when there is none of that name.
    """
    if name.lower().startswith(REPS):
        return REPS + catalogue.find(name.lower().removeprefix(REPS)).id
    field = field_of(name)
    return next(known for known, other in NAMES.items() if other == field)
