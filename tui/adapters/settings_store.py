"""The settings, the stored repetitions and the days away: small files, changed under the lock."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from tui.adapters.clock import Clock
from tui.adapters.document_file import DocumentFile
from tui.adapters.lock import PATIENCE_S, locked
from tui.adapters.paths import Paths
from tui.core.exercise import REPS_RANGE
from tui.core.problems import Problem, StoreProblem
from tui.core.progression import Progress
from tui.core.record import SCHEMA
from tui.core.record_json import NewerSchema
from tui.core.settings import Away, Settings
from tui.core.settings_json import away_from_dict, settings_from_dict, settings_to_dict

T = TypeVar("T")


class SettingsStore:
    """What a person has chosen.

    Reading never fails: what cannot be read takes its default and is told. Writing raises StoreProblem.

    Args:
        paths: where the files are.
        clock: dates backups.
        patience_s: how long a change waits for another terminal's.
    """

    def __init__(self, paths: Paths, clock: Clock, patience_s: float = PATIENCE_S) -> None:
        self._paths = paths
        self._patience_s = patience_s
        backups = paths.backups
        self._settings = DocumentFile(paths.settings, "settings", _parse_value, backups, clock)
        self._progress = DocumentFile(paths.progress, "progress", _parse_progress, backups, clock)
        self._away = DocumentFile(paths.away, "away", _parse_away, backups, clock)
        self._last = settings_to_dict(Settings())

    def read(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Return the settings, and one problem for each that got its default or each file's fault."""
        values, problems = self._read(self._settings)
        settings, broken = settings_from_dict(values)
        self._last = settings_to_dict(settings)
        return settings, (*problems, *broken)

    def write(self, settings: Settings) -> None:
        """Save what differs from what was last read or written here: other terminals' changes stay."""
        new = settings_to_dict(settings)
        changed = {name: value for name, value in new.items() if value != self._last[name]}
        self._put(self._settings, {name: {"schema": SCHEMA, "value": changed[name]} for name in changed})
        self._last = new

    def progress(self) -> tuple[Mapping[str, Progress], tuple[Problem, ...]]:
        """Return what is stored of each exercise; those missing have the defaults of `Progress`."""
        return self._read(self._progress)

    def write_progress(self, exercise: str, progress: Progress) -> None:
        """Save what is stored of one exercise."""
        document = {
            "schema": SCHEMA,
            "reps": progress.reps,
            "since": progress.since.isoformat() if progress.since else None,
            "silenced_until": progress.silenced_until.isoformat() if progress.silenced_until else None,
        }
        self._put(self._progress, {exercise: document})

    def away(self) -> tuple[tuple[Away, ...], tuple[Problem, ...]]:
        """Return the ranges of days marked as away, in their order."""
        values, problems = self._read(self._away)
        return tuple(sorted(values.values(), key=lambda away: (away.first, away.last))), problems

    def mark_away(self, away: Away) -> None:
        """Mark days as away."""
        first, last = away.first.isoformat(), away.last.isoformat()
        self._put(self._away, {f"{first} {last}": {"schema": SCHEMA, "first": first, "last": last}})

    def unmark_away(self, away: Away) -> None:
        """Take back that these days are marked as away."""
        with locked(self._paths.lock, self._patience_s):
            self._away.repair()
            self._away.drop(f"{away.first.isoformat()} {away.last.isoformat()}")

    def _read(self, file: DocumentFile[T]) -> tuple[dict[str, T], tuple[Problem, ...]]:
        try:
            contents = file.read()
            repaired = self._repair(file) if contents.damaged else None
            contents = file.read()
        except StoreProblem as problem:
            return {}, (problem,)
        problems = [repaired] if repaired else []
        if contents.newer:
            problems.append(StoreProblem(f"{file.path.name} is read-only", "a newer unhunch wrote it"))
        return contents.values, tuple(problems)

    def _repair(self, file: DocumentFile[T]) -> StoreProblem | None:
        try:
            with locked(self._paths.lock, self._patience_s):
                return file.repair()
        except StoreProblem as problem:
            return StoreProblem(f"{file.path.name} is damaged", problem.line)

    def _put(self, file: DocumentFile[Any], documents: dict[str, dict[str, Any]]) -> None:
        if not documents:
            return
        with locked(self._paths.lock, self._patience_s):
            file.repair()
            known = file.read().values
            new = {key: item for key, item in documents.items() if key not in known}
            if new:
                file.insert(new)
            for key in documents.keys() - new.keys():
                file.update(key, documents[key])


def _parse_value(_key: str, document: dict[str, Any]) -> Any:
    _check(document, {"schema", "value"})
    return document["value"]


def _parse_progress(_key: str, document: dict[str, Any]) -> Progress:
    _check(document, {"schema", "reps", "since", "silenced_until"})
    reps, since, until = (document[key] for key in ("reps", "since", "silenced_until"))
    low, high = REPS_RANGE
    if type(reps) is not int or not low <= reps <= high:
        raise StoreProblem("reps", f"must be a whole number from {low} to {high}")
    try:
        return Progress(
            reps,
            None if since is None else datetime.fromisoformat(since).astimezone(),
            None if until is None else date.fromisoformat(until),
        )
    except (TypeError, ValueError, OverflowError) as error:
        raise StoreProblem("progress", "holds no date") from error


def _parse_away(_key: str, document: dict[str, Any]) -> Away:
    _check(document, {"schema", "first", "last"})
    return away_from_dict(document)


def _check(document: object, keys: set[str]) -> None:
    schema = document.get("schema") if isinstance(document, dict) else None
    if type(schema) is int and schema > SCHEMA:
        raise NewerSchema("schema", "was written by a newer version of the program")
    if not isinstance(document, dict) or schema != SCHEMA or document.keys() != keys:
        raise StoreProblem("entry", f"must hold {', '.join(sorted(keys))}")
