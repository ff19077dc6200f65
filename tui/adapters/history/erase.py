"""Erases a session for good: from what was deleted, from backups, and from what was kept aside."""

from pathlib import Path

from tui.adapters.files.lock import locked, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular, replace_file
from tui.adapters.history.deleted import Deleted
from tui.adapters.history.undo_file import UndoFile
from tui.core.timer.clock import Clock


def erase(paths: Paths, clock: Clock, record_id: str) -> None:
    """Leave nothing of a deleted session but its id, which keeps copies elsewhere from bringing it back.

    Raises:
        StoreProblem: when that could not be done everywhere.
    """
    with locked(paths.lock):
        Deleted(paths.deleted).add(record_id, None, clock.now())
        for path in _copies(paths):
            with telling(f"cannot erase the session from {path.name}"):
                _without(path, record_id.encode())
    UndoFile(paths).forget(record_id)


def _copies(paths: Paths) -> list[Path]:
    backups = paths.backups.glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].*.json")
    return sorted((*backups, *paths.history.glob("*.corrupt-*")))


def _without(path: Path, mark: bytes) -> None:
    """Take the lines that name a session out of a file of one document a line; the comma before follows."""
    data = read_regular(path)
    if mark not in data:
        return
    lines = [line for line in data.split(b"\n") if mark not in line]
    for at, line in enumerate(lines[:-1]):
        if lines[at + 1].startswith(b"}") and line.endswith(b","):
            lines[at] = line[:-1]
    replace_file(path, b"\n".join(lines))
