"""All that is wrong with an exercise file at once, where reading it stops at the first fault."""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tui.core.exercises.exercise_file import parse_exercise
from tui.core.text.problems import ContentProblem

MOST = 20
"""Faults of one file that are told."""
_VIEW: Mapping[str, Any] = {"name": "rear", "yaw": 180.0, "pitch": 16.0}
_STEP: Mapping[str, Any] = {"title": "Move", "text": "Move."}
_RIGHT: Mapping[str, Any] = {
    "name": "Move",
    "tagline": "move",
    "title": "Move",
    "text": "Move.",
    "author": "nobody",
    "yaw": 0.0,
    "pitch": 0.0,
    "two_sided": False,
    "start": {},
    "end": {},
    "left": {},
    "views": [_VIEW],
    "steps": [_STEP],
}
"""What stands in for a faulty value by the name of its key, where it cannot be left out."""
_PART = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")


def faults_of(values: Mapping[str, Any], id: str) -> tuple[ContentProblem, ...]:
    """Return what is wrong with the parsed TOML `values` of `<id>.toml`; none is good.

    Each fault is mended in a copy, by leaving its key out or by a value that is right, until nothing is left.
    """
    mended = deepcopy(dict(values))
    found: dict[str, ContentProblem] = {}
    tried: dict[str, int] = {}
    while len(found) < MOST:
        try:
            parse_exercise(mended, id, own=True)
        except ContentProblem as problem:
            tried[problem.key] = tried.get(problem.key, 0) + 1
            found.setdefault(problem.key, problem)
            if not problem.key or tried[problem.key] > 2 or not _mend(mended, problem.key, values):
                break
        else:
            break
    return tuple(found.values())


def _mend(mended: dict[str, Any], key: str, values: Mapping[str, Any]) -> bool:
    """Leave a key out, or give it a value that is right where it is missing; return whether that was done."""
    *way, last = [(name, int(at) - 1 if at else None) for name, at in _PART.findall(key)]
    place: Any = mended
    for name, at in way:
        place = place.get(name) if isinstance(place, dict) else None
        if at is not None:
            place = place[at] if isinstance(place, list) and at < len(place) else None
    name = last[0]
    if not isinstance(place, dict):
        return False
    if name in place:
        del place[name]
    elif name in _RIGHT:
        place[name] = _is_two_sided(values) if name == "two_sided" else deepcopy(_RIGHT[name])
    elif name in ("figure", "poses"):
        poses: dict[str, Any] = {"start": {}, "left" if mended.get("two_sided") is True else "end": {}}
        place[name] = poses if name == "poses" else {"poses": poses, "views": [_VIEW]}
    else:
        return False
    return True


def _is_two_sided(values: Mapping[str, Any]) -> bool:
    """Whether a file whose `two_sided` cannot be read has the poses of two sides."""
    figure = values.get("figure")
    poses = figure.get("poses") if isinstance(figure, Mapping) else None
    return isinstance(poses, Mapping) and "left" in poses
