"""What of another home is taken into this one: what it has not, and, where asked for, what differs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tui.core.exchange.everything import FOLDER, KEYS, Everything
from tui.core.exercises.named_set import FILE as SETS
from tui.core.streaks.progression import Progress
from tui.core.text.problems import printable

PARTS = ("settings", "repetitions", "sets", "exercises", "keys")
"""What `--replace` takes: parts in which two homes may differ."""
_LONGEST = 40
_PART_OF = {SETS: "sets", KEYS: "keys"}
"""What is no exercise."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written, and what is left as it is."""

    changes: Everything
    """What is new here, and what replaces something; of sessions and deletions nothing."""
    differences: tuple[str, ...] = ()
    """What differs and is left as it is, a line each."""
    replaced: tuple[str, ...] = ()
    """What differs and is replaced, a line each."""
    kept_parts: frozenset[str] = frozenset()
    """The parts that `--replace` would take."""


def compare(
    home: Everything, other: Everything, replaced: Collection[str] = (), unusable: Collection[str] = ()
) -> Taken:
    """Return what is taken of `other`: what `home` has none of, and what differs in the `replaced` parts.

    Args:
        home: what there is.
        other: what comes.
        replaced: parts in which `other` wins.
        unusable: files of `home` that it cannot tell the content of, and no backup has: they always stay.
    """
    lines: dict[bool, list[str]] = {True: [], False: []}
    kept: set[str] = set()

    def wanted(part: str, name: str, here: str, there: str) -> bool:
        taken = part in replaced
        lines[taken].append(f"{part}: {printable(name)} is {here} here and {there} there")
        if not taken:
            kept.add(part)
        return taken

    settings: dict[str, Any] = {}
    for name, value in other.settings.items():
        mine = home.settings.get(name)
        if name not in home.settings or (
            mine != value and wanted("settings", name, _short(mine), _short(value))
        ):
            settings[name] = value
    progress: dict[str, Progress] = {}
    for name, stored in other.progress.items():
        known = home.progress.get(name)
        if known is None or (
            known != stored and wanted("repetitions", name, *_progress_words(known, stored))
        ):
            progress[name] = stored
    files: dict[str, bytes] = {}
    for name, data in other.files.items():
        part = _PART_OF.get(name, "exercises")
        if name in unusable:
            lines[False].append(
                f"{part}: {printable(name.removeprefix(FOLDER))} cannot be used here, mend it first"
            )
        elif name not in home.files or (
            home.files[name] != data and wanted(part, name.removeprefix(FOLDER), "another one", "another")
        ):
            files[name] = data
    away = tuple(item for item in other.away if item not in home.away)
    changes = Everything(settings=settings, away=away, progress=progress, files=files)
    return Taken(changes, tuple(lines[False]), tuple(lines[True]), frozenset(kept))


def without_sessions(everything: Everything) -> Everything:
    """Return all but the sessions and what was deleted."""
    return replace(everything, sessions=(), deleted=())


def counts(changes: Everything) -> Mapping[str, int]:
    """Return how many things of each kind are taken, of those that there are any of."""
    exercises = sum(name.endswith(".toml") and name not in _PART_OF for name in changes.files)
    found = {
        "setting": len(changes.settings),
        "away mark": len(changes.away),
        "number of repetitions": len(changes.progress),
        "exercise": exercises,
        "sound": sum(name.startswith(FOLDER) for name in changes.files) - exercises,
        "file of named sets": int(SETS in changes.files),
        "file of keys": int(KEYS in changes.files),
    }
    return {name: count for name, count in found.items() if count}


def _progress_words(here: Progress, there: Progress) -> tuple[str, str]:
    if here.reps != there.reps:
        return str(here.reps), str(there.reps)
    return f"{here.reps} since {_since(here)}", f"since {_since(there)}"


def _since(progress: Progress) -> str:
    return progress.since.date().isoformat() if progress.since else "ever"


def _short(value: Any) -> str:
    text = printable(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
