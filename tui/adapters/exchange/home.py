"""Reads all that a home holds, and writes into it what comes from another."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from tui.adapters.exchange.zip_file import write_zip
from tui.adapters.files.lock import locked, store_problem, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import is_there, make_folder, read_regular, replace_file
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.exchange.differences import without_sessions
from tui.core.exchange.everything import (
    DELETED,
    FOLDER,
    KEYS,
    MOST_SOUND_BYTES,
    Everything,
    checked_file,
    checked_setting,
    is_file,
    is_own,
    to_files,
)
from tui.core.exercises.named_set import FILE as SETS
from tui.core.record.deletion import Deletion
from tui.core.record.record import Record
from tui.core.text.problems import Problem, StoreProblem
from tui.core.timer.clock import Clock

T = TypeVar("T")
BACKUP = "before-import."
"""How the names of archives begin that are made before something is replaced."""
_KEPT = 7


class Home:
    """A home as a whole.

    Args:
        paths: where it is.
        clock: dates backups.
        history: its sessions.
    """

    def __init__(self, paths: Paths, clock: Clock, history: HistoryStore) -> None:
        self._paths = paths
        self._clock = clock
        self._history = history
        self._settings = SettingsStore(paths, clock)
        self._away = AwayStore(paths, clock)
        self._progress = ProgressStore(paths, clock)
        self.mended: list[Problem] = []
        """What was damaged when it was last read; what could be read of it is not left out."""
        self.left_out: list[Problem] = []
        """What was left out when it was last read, and why."""
        self._unusable: list[str] = []

    @property
    def unusable(self) -> frozenset[str]:
        """The files that were left out when it was last read, by their paths in the home."""
        return frozenset(self._unusable)

    def read(self) -> Everything:
        """Return what can be read.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        self.mended, self.left_out, self._unusable = [], [], []
        return Everything(
            sessions=self._sessions(),
            deleted=self._deleted(),
            settings=self._lawful_settings(),
            away=self._read(self._away.read),
            progress=self._read(self._progress.read),
            files=dict(self._files()),
        )

    def write(self, changes: Everything) -> None:
        """Write settings, away marks, repetitions and files over those with the same names.

        Raises:
            StoreProblem: when that is not possible; what was written before stays.
        """
        self._settings.put(changes.settings)
        self._away.mark_all(changes.away)
        self._progress.write_all(changes.progress)
        if not changes.files:
            return
        with locked(self._paths.lock), telling("cannot save the exercises"):
            make_folder(self._paths.exercises)
            for name, data in changes.files.items():
                replace_file(self._paths.data / name, data)

    def back_up(self) -> Path:
        """Write all but the sessions, which no import replaces, into the folder of backups, and return where.

        Raises:
            StoreProblem: when that is not possible.
        """
        folder = self._paths.backups
        path = folder / f"{BACKUP}{_stamp(self._clock.now())}.zip"
        data = write_zip(to_files(without_sessions(self.read())))
        with locked(self._paths.lock), telling("cannot make a backup"):
            make_folder(folder)
            replace_file(path, data)
            for old in sorted(folder.glob(f"{BACKUP}*.zip"))[:-_KEPT]:
                old.unlink(missing_ok=True)
        return path

    def _sessions(self) -> tuple[Record, ...]:
        records = self._history.all()
        if self._history.problems:
            again = HistoryStore(self._paths, self._clock)
            again.all()
            self.left_out += again.problems
        return records

    def _deleted(self) -> tuple[Deletion, ...]:
        if is_there(self._paths.deleted):
            try:
                read_regular(self._paths.deleted)
            except OSError as error:
                self.left_out.append(store_problem(f"cannot read {DELETED}", error))
        return self._history.deleted()

    def _lawful_settings(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in self._read(self._settings.read_stored).items():
            try:
                found[name] = checked_setting(name, value)
            except Problem as problem:
                self.left_out.append(problem)
        return found

    def _read(self, read: Callable[[], tuple[T, tuple[StoreProblem, ...]]]) -> T:
        """Return what a store reads; what is wrong the second time, too, was not mended by the first."""
        values, told = read()
        still = read()[1] if told else ()
        self.left_out += still
        self.mended += () if still else told
        return values

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for name in (
            *(name for name in (SETS, KEYS) if is_there(self._paths.data / name)),
            *self._own_names(),
        ):
            try:
                if is_file(name):
                    yield name, checked_file(name, read_regular(self._paths.data / name, MOST_SOUND_BYTES))
                elif is_own(name):
                    raise StoreProblem("no exercise and no sound has such a name")
            except OSError as error:
                self._leave_out(name, store_problem(f"{name} is left out", error))
            except Problem as problem:
                self._leave_out(name, StoreProblem(f"{name} is left out", problem.line))

    def _leave_out(self, name: str, problem: StoreProblem) -> None:
        self._unusable.append(name)
        self.left_out.append(problem)

    def _own_names(self) -> list[str]:
        try:
            return sorted(f"{FOLDER}{name}" for name in os.listdir(self._paths.exercises))
        except FileNotFoundError:
            return []
        except OSError as error:
            self.left_out.append(store_problem(f"{FOLDER} is left out", error))
            return []


def _stamp(now: datetime) -> str:
    return f"{now:%Y-%m-%dT%H%M%S}"
