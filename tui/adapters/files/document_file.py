"""One file of documents: read with care, repaired when damaged, changed through TinyDB under the lock.

Before it is changed a copy is made, one a day and seven of them; what was damaged is kept aside.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tui.adapters.files.json_lines import DamagedFile, Documents, format_table, parse_tables, salvage
from tui.adapters.files.lock import telling
from tui.adapters.files.safe_file import Stamp, make_folder, read_regular, replace_file, stamp_of
from tui.core.record.schema import NewerSchema
from tui.core.text.problems import Problem, StoreProblem
from tui.core.timer.clock import Clock

if TYPE_CHECKING:
    from tui.adapters.files.json_storage import Database

T = TypeVar("T")
KEPT = 7
"""Backups of one file that are kept."""


class Contents(NamedTuple, Generic[T]):
    """What a file holds, by id, and what is wrong with it."""

    stamp: Stamp | None
    values: dict[str, T]
    documents: Documents
    """What can be rescued of a damaged file, else nothing."""
    lost: int = 0
    damaged: bool = False
    newer: int = 0
    """Documents of a later version of the program: the file is then read-only."""


class DocumentFile(Generic[T]):
    """A file of documents by id.

    Args:
        path: the file, which need not exist.
        table: the name of its one table.
        parse: returns the value of an id's document; raises NewerSchema or another Problem.
        backups: the folder of its copies.
        clock: dates the copies.
        gone: returns the ids that no repair may bring back.
    """

    def __init__(
        self,
        path: Path,
        table: str,
        parse: Callable[[str, dict[str, Any]], T],
        backups: Path,
        clock: Clock,
        gone: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self._gone = gone
        self.path = path
        self._table = table
        self._parse = parse
        self._backups = backups
        self._clock = clock
        self._known: Contents[T] = Contents(None, {}, {})
        self._database: Database | None = None

    @property
    def is_link(self) -> bool:
        """Whether it is a link: what it leads to may be anybody's, so that nothing is repaired unasked."""
        return os.path.islink(self.path)

    def read(self) -> Contents[T]:
        """Return what can be read; changes nothing.

        Raises:
            StoreProblem: when the system does not let it be read.
        """
        with telling(f"cannot read {self.path.name}"):
            stamp = stamp_of(self.path)
            if stamp != self._known.stamp:
                self._known = self._load()
        return self._known

    def repair(self) -> StoreProblem | None:
        """Keep a damaged file aside, restore what can be read of it and its backup, and tell what was done.

        The caller holds the lock. Returns None when there was nothing to do.

        Raises:
            StoreProblem: when that is not possible; nothing is changed then.
        """
        contents = self.read()
        if not contents.damaged:
            return None
        restored, source = self._from_backup(contents)
        with telling(f"cannot repair {self.path.name}", (OSError, ValueError)):
            aside = keep_aside(self.path, read_regular(self.path), self._clock.now())
            replace_file(self.path, format_table(self._table, contents.documents | restored))
        told = f"of its lines {len(contents.documents)} could be read"
        if contents.lost:
            told += f", {contents.lost} not"
        if restored:
            told += f", {len(restored)} restored from {source} (deleted ones may be back)"
        if contents.lost > len(restored) or not contents.lost:
            told += ", some may be missing"
        return StoreProblem(f"{self.path.name} was damaged", told, f"kept as {aside.name}")

    def with_documents(self, documents: Documents) -> bytes:
        """Return what the file is to hold with these documents, over those with the same ids, after a backup.

        The caller holds the lock, and puts it there.

        Raises:
            StoreProblem: when a newer version of the program wrote it, or it cannot be read.
        """
        if self.read().newer:
            raise self._too_new()
        with telling(f"cannot save {self.path.name}", (OSError, ValueError, DamagedFile)):
            known = parse_tables(read_regular(self.path), self._table) if self.path.exists() else {}
            with suppress(OSError):  # as below
                back_up(self.path, self._backups, self._clock.now())
            return format_table(self._table, known.get(self._table, {}) | documents)

    def _too_new(self) -> StoreProblem:
        return StoreProblem(
            f"{self.path.name} is read-only", "a newer version of unhunch wrote it", "update unhunch"
        )

    def insert(self, documents: Documents) -> None:
        """Add documents with new ids. As for `update` and `drop`, the caller holds the lock.

        Raises:
            StoreProblem: when nothing was changed, with the reason.
        """
        self._change(lambda database: database.insert(documents), documents)

    def update(self, key: str, document: dict[str, Any]) -> None:
        """Put `document` in the place of the one with this id."""
        self._change(lambda database: database.update(key, document), {key: document})

    def drop(self, key: str) -> None:
        """Remove the document with this id."""
        self._change(lambda database: database.drop(key), {}, dropped=key)

    def _change(self, act: "Callable[[Database], None]", changed: Documents, dropped: str = "") -> None:
        from tui.adapters.files.json_storage import Database  # only here: reading is quick without TinyDB

        contents = self.read()
        if contents.newer:
            raise self._too_new()
        with telling(f"cannot save {self.path.name}", (Problem,)):  # nothing that could not be read again
            new = {key: self._parse(key, document) for key, document in changed.items()}
        if self._database is None:
            self._database = Database(self.path, self._table)
        database = self._database
        with telling(f"cannot save {self.path.name}", (OSError, ValueError, DamagedFile)):
            if contents.stamp is None:
                make_folder(self.path.parent)
            with suppress(OSError):  # without a backup saving is still better than not saving
                back_up(self.path, self._backups, self._clock.now())
            act(database)
            if not contents.damaged:
                values = contents.values | new
                values.pop(dropped, None)
                self._known = Contents(database.stamp, values, {})

    def _load(self) -> Contents[T]:
        stamp = stamp_of(self.path)
        if stamp is None:
            return Contents(None, {}, {})
        data = read_regular(self.path)
        try:
            return self._check(stamp, parse_tables(data, self._table)[self._table], 0, damaged=False)
        except DamagedFile:
            return self._check(stamp, *salvage(data, self._lawful), damaged=True)

    def _check(self, stamp: Stamp, documents: Documents, lost: int, *, damaged: bool) -> Contents[T]:
        values: dict[str, T] = {}
        lawful: Documents = {}
        newer = 0
        for key, document in documents.items():
            try:
                values[key] = self._parse(key, document)
            except NewerSchema:
                newer += 1
            except Problem:
                lost += 1
                continue
            lawful[key] = document
        damaged = damaged or lost > 0
        return Contents(stamp, values, lawful if damaged else {}, lost, damaged, newer)

    def _lawful(self, key: str, document: dict[str, Any]) -> bool:
        try:
            self._parse(key, document)
        except NewerSchema:
            return True
        except Problem:
            return False
        return True

    def _from_backup(self, contents: Contents[T]) -> tuple[Documents, str]:
        for copy in backups_of(self.path, self._backups):
            try:
                documents, _ = salvage(read_regular(copy), self._lawful)
            except OSError:
                continue
            left_out = contents.documents.keys() | self._gone()
            missing = {key: item for key, item in documents.items() if key not in left_out}
            return missing, copy.name
        return {}, ""


def back_up(path: Path, folder: Path, now: datetime) -> None:
    """Keep a copy of the file as it is before the first change of a day. The caller holds the lock.

    Raises:
        OSError: as the system says.
    """
    copy = folder / f"{path.stem}.{now.date().isoformat()}{path.suffix}"
    if copy.exists() or not path.exists():
        return
    make_folder(folder)
    replace_file(copy, read_regular(path))
    for old in backups_of(path, folder)[KEPT:]:
        old.unlink(missing_ok=True)


def backups_of(path: Path, folder: Path) -> list[Path]:
    """Return the copies of a file, the newest first."""
    return sorted(folder.glob(f"{path.stem}.????-??-??{path.suffix}"), reverse=True)


def keep_aside(path: Path, data: bytes, now: datetime) -> Path:
    """Keep the content of a damaged file beside it and return where.

    Raises:
        OSError: as the system says.
    """
    aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S}-{count}")
    replace_file(aside, data)
    return aside
