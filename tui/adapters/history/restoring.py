"""What can be brought back: copies made before changes, and what was kept aside as damaged."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tui.adapters.files.json_lines import salvage
from tui.adapters.files.lock import store_problem, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular
from tui.adapters.history.merging import latest
from tui.core.record.record import Record
from tui.core.record.record_json import parse_record
from tui.core.text.problems import Problem

_COPY = re.compile(r"(.+)\.(\d{4}-\d{2}-\d{2})(?:T\d{6})?\.(json|zip)\Z", re.ASCII)
_ASIDE = re.compile(r"(\d{4}-\d{2})\.json\.corrupt-(\d{4})(\d{2})(\d{2})T\d{6}(?:-\d+)?\Z", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of one file."""

    path: Path
    day: date
    """When it was made."""
    of: str
    """The file that it is a copy of."""
    sessions: bool
    """Whether that is a month of the history."""
    damaged: bool = False
    """Whether it was kept aside as damaged."""

    def records(self) -> tuple[Record, ...]:
        """Return the sessions in it that can be read.

        Raises:
            StoreProblem: when the system does not let it be read.
        """
        if not self.sessions:
            return ()
        with telling(f"cannot read {self.path.name}"):
            documents, _ = salvage(read_regular(self.path), _lawful)
        return tuple(parse_record(key, document) for key, document in documents.items())


def find_backups(paths: Paths) -> tuple[Backup, ...]:
    """Return the backups that there are, the newest day first.

    Raises:
        StoreProblem: when their folder cannot be read.
    """
    found = [*_copies(paths.backups), *_set_aside(paths.history)]
    return tuple(sorted(found, key=lambda backup: (-backup.day.toordinal(), backup.of, backup.path.name)))


def sessions_in(backups: Iterable[Backup]) -> Mapping[str, Record]:
    """Return the sessions of backups by id, of each the latest version.

    Raises:
        StoreProblem: when one of them cannot be read.
    """
    return {
        record.id: record for record in latest(record for backup in backups for record in backup.records())
    }


def _copies(folder: Path) -> Iterator[Backup]:
    for path in _listed(folder):
        found = _COPY.match(path.name)
        day = _day(found[2]) if found else None
        if found and day:
            of = found[1] if found[3] == "zip" else f"{found[1]}.json"
            yield Backup(path, day, of, bool(_MONTH.match(found[1])))


def _set_aside(folder: Path) -> Iterator[Backup]:
    for path in _listed(folder):
        found = _ASIDE.match(path.name)
        day = _day(f"{found[2]}-{found[3]}-{found[4]}") if found else None
        if found and day:
            yield Backup(path, day, f"{found[1]}.json", True, damaged=True)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise store_problem(f"cannot read {folder}", error) from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lawful(key: str, document: dict[str, Any]) -> bool:
    try:
        parse_record(key, document)
    except Problem:
        return False
    return True
