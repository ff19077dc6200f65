"""What was changed from the shell, in a file: each command is a run of its own, and undo is another."""

import json
from pathlib import Path

from tui.adapters.files.lock import locked, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import make_folder, read_regular, replace_file
from tui.core.record.undo import Change, Step
from tui.core.record.undo_json import step_from_dict, step_to_dict
from tui.core.text.problems import Problem

KEPT = 20
"""Changes that can be taken back, the last ones."""
_LARGEST_BYTES = 1024 * 1024


class UndoFile:
    """One change a line, the last one at the end; a line that makes no sense is passed over.

    Every method raises StoreProblem when it could not be saved.

    Args:
        paths: where the data is.
    """

    def __init__(self, paths: Paths) -> None:
        self._path: Path = paths.undo
        self._lock = paths.lock

    def last(self) -> Step | None:
        """Return the change that would be taken back next."""
        steps = self._steps()
        return steps[-1] if steps else None

    def push(self, step: Step) -> None:
        """Remember a change, once it is saved."""
        with locked(self._lock):
            self._write([*self._steps(), step][-KEPT:])

    def drop(self, step: Step) -> None:
        """Forget a change, once it is taken back or cannot be any more."""
        with locked(self._lock):
            steps = self._steps()
            if step in steps:
                steps.reverse()
                steps.remove(step)
                steps.reverse()
                self._write(steps)

    def forget(self, record_id: str) -> None:
        """Forget every change of a session."""
        with locked(self._lock):
            steps = self._steps()
            kept = [step for step in steps if record_id not in _ids(step)]
            if len(kept) < len(steps):
                self._write(kept)

    def _steps(self) -> list[Step]:
        try:
            text = read_regular(self._path, _LARGEST_BYTES).decode(errors="replace")
        except OSError:
            return []
        return [step for step in map(_parsed, text.split("\n")) if step]

    def _write(self, steps: list[Step]) -> None:
        lines = (json.dumps(step_to_dict(step), ensure_ascii=False, allow_nan=False) + "\n" for step in steps)
        with telling("the change cannot be noted to be undone"):
            make_folder(self._path.parent)
            replace_file(self._path, "".join(lines).encode())


def _parsed(line: str) -> Step | None:
    try:
        return step_from_dict(json.loads(line))
    except (ValueError, RecursionError, Problem):
        return None


def _ids(step: Step) -> set[str]:
    records = (step.before, step.after) if isinstance(step, Change) else ()
    return {record.id for record in records if record}
