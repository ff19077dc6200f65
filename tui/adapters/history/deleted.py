"""What was deleted, for 30 days: so that no copy of the history brings it back, and a person may."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.adapters.files.lock import store_problem, telling
from tui.adapters.files.safe_file import make_folder, read_regular, replace_file
from tui.core.record.schema import UnlawfulRecord
from tui.core.text.checked import Table

if TYPE_CHECKING:
    from tui.core.record.deletion import Deletion

KEPT = timedelta(days=30)


class Deleted:
    """A file of one JSON line a deletion: `{"id", "when", "record"}`. Its caller holds the lock of the data.

    A line that makes no sense is passed over, and left out at the next change.

    Args:
        path: the file, which need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def ids(self, now: datetime) -> frozenset[str]:
        """Return the ids of what was deleted within the last 30 days."""
        return frozenset(line["id"] for line in self._lines(now))

    def all(self, now: datetime) -> tuple[Deletion, ...]:
        """Return what was deleted within the last 30 days, the oldest first, as far as it can be read."""
        from tui.core.record.deletion import deletion_from_dict  # only here: days need no records

        found: list[Deletion] = []
        for line in self._lines(now):
            try:
                found.append(deletion_from_dict(line))
            except UnlawfulRecord:
                continue
        return tuple(sorted(found, key=lambda deletion: (deletion.when, deletion.id)))

    def join(self, deletions: Iterable[Deletion], now: datetime) -> None:
        """Note deletions made elsewhere; of one that is known the later version is kept.

        Raises:
            StoreProblem: when that could not be saved.
        """
        from tui.core.record.deletion import deletion_to_dict  # as above

        self._require_readable()

        known = {deletion.id: deletion for deletion in self.all(now)}
        lines = {line["id"]: line for line in self._lines(now)}
        before = dict(lines)
        for deletion in deletions:
            key = deletion.id
            known[key] = known[key].joined(deletion) if key in known else deletion
            lines[key] = deletion_to_dict(known[key])
        if lines != before:
            self._write(list(lines.values()))

    def add(self, record_id: str, document: dict[str, Any] | None, now: datetime) -> None:
        """Note a deletion; without its document nothing but the id is left.

        Raises:
            StoreProblem: when that could not be saved.
        """
        self._require_readable()
        line = {"id": record_id, "when": now.isoformat(), "record": document}
        self._write([*self._others(record_id, now), line])

    def drop(self, record_id: str, now: datetime) -> None:
        """Forget a deletion: it has been taken back.

        Raises:
            StoreProblem: when that could not be saved.
        """
        if record_id in self.ids(now):
            self._write(self._others(record_id, now))

    def _require_readable(self) -> None:
        """Make sure that nothing is written over what cannot be read."""
        try:
            read_regular(self._path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise store_problem(f"cannot read {self._path.name}", error) from error

    def _others(self, record_id: str, now: datetime) -> list[dict[str, Any]]:
        return [line for line in self._lines(now) if line["id"] != record_id]

    def _lines(self, now: datetime) -> list[dict[str, Any]]:
        try:
            text = read_regular(self._path).decode(errors="replace")
        except OSError:
            return []
        return [line for line in map(_parsed, text.split("\n")) if line and _is_kept(line, now)]

    def _write(self, lines: list[dict[str, Any]]) -> None:
        text = "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)
        with telling("cannot save the change"):
            make_folder(self._path.parent)
            replace_file(self._path, text.encode())


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        line = json.loads(text)
        if not isinstance(line, dict):
            return None
        table = Table(UnlawfulRecord, line)
        table.text("id")
        table.instant("when")
    except (ValueError, UnlawfulRecord, RecursionError):
        return None
    return line


def _is_kept(line: dict[str, Any], now: datetime) -> bool:
    return now - datetime.fromisoformat(line["when"]) < KEPT
