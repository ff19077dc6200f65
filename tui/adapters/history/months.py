"""The files of the history, one a month: what they hold, what is wrong with them, moves between them."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.adapters.files.document_file import Contents, DocumentFile
from tui.adapters.files.json_lines import Documents
from tui.adapters.files.lock import locked, no_locks, store_problem, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import Stamp, make_folder, read_regular, replace_all, replace_file
from tui.adapters.history.deleted import Deleted
from tui.core.record.month_file import is_month
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock

if TYPE_CHECKING:
    from tui.core.record.record import Record


Token = tuple[tuple[str, Stamp], ...]
"""Stands for the state of all files: equal while nobody has changed anything."""

TABLE = "sessions"
"""The table of a month's file."""
_REPAIR_PATIENCE_S = 1.0
_LOCK = ".lock"


class Months:
    """One file a month."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock
        self._files: dict[str, DocumentFile[Record]] = {}
        self._problems: dict[str, StoreProblem] = {}

    def _gone(self) -> frozenset[str]:
        return Deleted(self._paths.deleted).ids(self._clock.now())

    @property
    def problems(self) -> tuple[StoreProblem, ...]:
        """What was found wrong while reading: the last of each file."""
        return tuple(self._problems.values())

    def token(self) -> Token:
        """Return the files there are, in order of their months, and their stamps.

        Raises:
            StoreProblem: when the folder cannot be read.
        """
        found: list[tuple[str, Stamp]] = []
        try:
            folder = os.open(self._paths.history, os.O_RDONLY | os.O_DIRECTORY)
            try:
                for name in filter(is_month, os.listdir(folder)):
                    status = os.stat(name, dir_fd=folder)
                    found.append((name, (status.st_size, status.st_mtime_ns, status.st_ino)))
            finally:
                os.close(folder)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise store_problem(f"cannot read {self._paths.history}", error) from error
        return tuple(sorted(found))

    def file(self, name: str) -> DocumentFile[Record]:
        """Return the file of that name, which need not exist."""
        from tui.core.record.record_json import parse_record  # only here: `status` needs no records

        if name not in self._files:
            path = self._paths.history / name
            self._files[name] = DocumentFile(
                path, TABLE, parse_record, self._paths.backups, self._clock, self._gone
            )
        return self._files[name]

    def read(self, name: str) -> Contents[Record]:
        """Return what a file holds, repaired when that was needed and possible.

        Raises:
            StoreProblem: when the system does not let it be read.
        """
        contents = self.file(name).read()
        if contents.damaged and self.file(name).is_link:
            self._tell_damage(name, contents, "it is a link, and left as it is")
        elif contents.damaged:
            try:
                with locked(self._paths.lock, _REPAIR_PATIENCE_S):
                    self.repair(name)
            except StoreProblem as problem:
                self._tell_damage(name, contents, problem.line)
            contents = self.file(name).read()
        if contents.newer:
            self._problems[name] = StoreProblem(
                f"{name} is read-only", "a newer version of unhunch wrote some of it", "update unhunch"
            )
        return contents

    def note_lock(self, *, held: bool) -> None:
        """Note whether changes are made under a lock: without one another terminal may undo them."""
        if held:
            self._problems.pop(_LOCK, None)
        else:
            why = no_locks(self._paths.lock) or "it cannot be opened"
            self._problems[_LOCK] = StoreProblem(
                "sessions are kept without a lock", why, "use one terminal at a time"
            )

    def _tell_damage(self, name: str, contents: Contents[Record], why_left: str) -> None:
        told = f"of its lines {len(contents.values)} could be read, {contents.lost} not"
        self._problems[name] = StoreProblem(f"{name} is damaged", told, why_left)

    def repair(self, name: str) -> None:
        """Repair a file when it is damaged. The caller holds the lock.

        Raises:
            StoreProblem: when that is not possible.
        """
        problem = self.file(name).repair()
        if problem:
            self._problems[name] = problem

    def put(self, groups: Mapping[str, Documents]) -> None:
        """Put documents into their files, over those with the same ids. The caller holds the lock.

        Raises:
            StoreProblem: when that is not possible; then no file is changed, as far as a disk allows.
        """
        if not groups:
            return
        with telling("cannot save the sessions"):
            make_folder(self._paths.history)
            replace_all(
                {
                    self.file(name).path: self.file(name).with_documents(group)
                    for name, group in groups.items()
                }
            )

    def holding(
        self, record_id: str, likely: str = "", without: Collection[tuple[str, Stamp]] = ()
    ) -> list[str]:
        """Return the names of the files that hold a record, looking into the `likely` one first and only.

        Args:
            record_id: the record's.
            likely: the name of the file that may be enough.
            without: names and stamps of files that do not hold it, which are not read.

        Raises:
            StoreProblem: when a file cannot be read.
        """
        if likely and record_id in self.file(likely).read().values:
            return [likely]
        names = [file[0] for file in reversed(self.token()) if file not in without]
        return [
            name
            for name in names
            if self._mentions(self._paths.history / name, record_id)
            and record_id in self.file(name).read().values
        ]

    def all(self) -> dict[str, Mapping[str, Record]]:
        """Return the records of each file by its name, and by their ids.

        Raises:
            StoreProblem: when a file cannot be read.
        """
        return {name: self.file(name).read().values for name, _ in self.token()}

    @staticmethod
    def _mentions(path: Path, record_id: str) -> bool:
        try:
            return record_id.encode() in read_regular(path)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise store_problem(f"cannot read {path.name}", error) from error


class Moves:
    """Finishes moves. A small file names the one under way; it is written first and removed last.

    Args:
        path: that file.
        months: the files of the history.
    """

    def __init__(self, path: Path, months: Months) -> None:
        self._path = path
        self._months = months

    @property
    def pending(self) -> bool:
        """Whether a move was interrupted."""
        return os.path.exists(self._path)  # which never raises

    def begin(self, record_id: str, target: str) -> None:
        """Note that a record is about to be in the file `target` and nowhere else. The caller holds the lock.

        Raises:
            StoreProblem: when it cannot be noted.
        """
        with telling("cannot save the change"):
            replace_file(self._path, json.dumps({"id": record_id, "to": target}).encode())

    def finish(self) -> None:
        """Remove the record from all files but the target, if it has arrived there, under the lock.

        Raises:
            StoreProblem: when a file cannot be changed; the move is then still pending.
        """
        try:
            noted = json.loads(read_regular(self._path))
            record_id, target = str(noted["id"]), str(noted["to"])
        except FileNotFoundError:
            return
        except OSError as error:
            raise store_problem(f"cannot read {self._path.name}", error) from error
        except (ValueError, KeyError, TypeError, RecursionError):
            record_id = target = ""
        if is_month(target) and record_id in self._months.file(target).read().values:
            for name in self._months.holding(record_id):
                if name != target:
                    self._months.repair(name)
                    self._months.file(name).drop(record_id)
        with telling("cannot finish the change"):
            self._path.unlink(missing_ok=True)
