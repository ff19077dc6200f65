"""Reads all that a home holds, and writes into it what comes from another."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tui.adapters.exchange.zip_file import write_zip
from tui.adapters.files.atomic import make_folder, replace_file
from tui.adapters.files.lock import locked, store_problem
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.exchange.differences import without_sessions
from tui.core.exchange.everything import (
    FOLDER,
    MOST_SOUND_BYTES,
    Everything,
    checked_file,
    checked_setting,
    is_file,
    to_files,
)
from tui.core.exercises.named_set import FILE as SETS
from tui.core.text.problems import Problem, StoreProblem
from tui.core.timer.clock import Clock

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
        self.problems: list[Problem] = []
        """What was left out when it was last read, and why."""

    def read(self) -> Everything:
        """Return what can be read.

        Raises:
            StoreProblem: when the history cannot be read.
        """
        self.problems = []
        return Everything(
            sessions=self._history.all(),
            deleted=self._history.deleted(),
            settings=self._lawful_settings(),
            away=self._away.read()[0],
            progress=self._progress.read()[0],
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
        with locked(self._paths.lock):
            try:
                make_folder(self._paths.exercises)
                for name, data in changes.files.items():
                    replace_file(self._paths.data / name, data)
            except OSError as error:
                raise store_problem("cannot save the exercises", error) from error

    def back_up(self) -> Path:
        """Write all but the sessions, which no import replaces, into the folder of backups, and return where.

        Raises:
            StoreProblem: when that is not possible.
        """
        folder = self._paths.backups
        path = folder / f"{BACKUP}{_stamp(self._clock.now())}.zip"
        data = write_zip(to_files(without_sessions(self.read())))
        with locked(self._paths.lock):
            try:
                make_folder(folder)
                replace_file(path, data)
                for old in sorted(folder.glob(f"{BACKUP}*.zip"))[:-_KEPT]:
                    old.unlink(missing_ok=True)
            except OSError as error:
                raise store_problem("cannot make a backup", error) from error
        return path

    def _lawful_settings(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in self._settings.stored().items():
            try:
                found[name] = checked_setting(name, value)
            except Problem as problem:
                self.problems.append(problem)
        return found

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for name in (SETS, *self._own_names()):
            if not is_file(name):
                continue
            try:
                yield name, checked_file(name, read_regular(self._paths.data / name, MOST_SOUND_BYTES))
            except FileNotFoundError:
                continue
            except OSError as error:
                self.problems.append(store_problem(f"{name} is left out", error))
            except Problem as problem:
                self.problems.append(StoreProblem(f"{name} is left out", problem.line))

    def _own_names(self) -> list[str]:
        try:
            return sorted(f"{FOLDER}{name}" for name in os.listdir(self._paths.exercises))
        except OSError:
            return []


def _stamp(now: datetime) -> str:
    return f"{now:%Y-%m-%dT%H%M%S}"
