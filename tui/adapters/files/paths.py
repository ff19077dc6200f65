"""Where things are kept: the platform's user data folder, or UNHUNCH_HOME."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui.core.text.problems import StoreProblem


class Paths(NamedTuple):
    """The folders and files of one user; nothing is created by naming them."""

    data: Path
    logs: Path

    @property
    def history(self) -> Path:
        """One file of sessions a month."""
        return self.data / "history"

    @property
    def exercises(self) -> Path:
        """The user's own exercises."""
        return self.data / "exercises"

    @property
    def backups(self) -> Path:
        """Daily copies of what was changed."""
        return self.data / "backups"

    @property
    def under_way(self) -> Path:
        """Sessions that have not ended yet."""
        return self.data / "under-way"

    @property
    def settings(self) -> Path:
        """The settings, one a line."""
        return self.data / "settings.json"

    @property
    def progress(self) -> Path:
        """The stored repetitions of each exercise."""
        return self.data / "progress.json"

    @property
    def keys(self) -> Path:
        """The user's own keys, which the program only reads."""
        return self.data / "keys.toml"

    @property
    def terminals(self) -> Path:
        """What terminals have answered."""
        return self.data / "terminals.json"

    @property
    def away(self) -> Path:
        """The days marked as away."""
        return self.data / "away.json"

    @property
    def deleted(self) -> Path:
        """What was deleted lately."""
        return self.data / "deleted.json"

    @property
    def undo(self) -> Path:
        """What was changed lately from the shell, to be taken back."""
        return self.data / "undo.json"

    @property
    def sets(self) -> Path:
        """Sets of exercises under names."""
        return self.data / "sets.toml"

    @property
    def reminders(self) -> Path:
        """When to be reminded, and what was shown lately."""
        return self.data / "reminders.json"

    @property
    def summary(self) -> Path:
        """What is derived from the history, to be quick."""
        return self.data / "summary.json"

    @property
    def answers(self) -> Path:
        """What `status` and `due` answered last."""
        return self.data / "answers.json"

    @property
    def moving(self) -> Path:
        """Names the record that is being moved to another month, while it is."""
        return self.data / "moving.json"

    @property
    def lock(self) -> Path:
        """The lock under which everything is changed."""
        return self.data / ".lock"


def find_paths(environ: Mapping[str, str]) -> Paths:
    """Return the folders: all under UNHUNCH_HOME when it is set, else where the platform keeps them.

    Raises:
        StoreProblem: when UNHUNCH_HOME is not an absolute path, there is no home folder to begin from, or
            the folder is a link that leads nowhere.
    """
    home = environ.get("UNHUNCH_HOME", "")
    paths = _named(home) if home else _usual()
    if os.path.islink(paths.data) and not os.path.exists(paths.data):  # neither ever raises
        raise StoreProblem(f"{paths.data} is a link that leads nowhere", "", "make the folder that it names")
    return paths


def _named(home: str) -> Paths:
    try:
        folder = Path(home).expanduser()
    except RuntimeError as error:
        raise StoreProblem("UNHUNCH_HOME names no folder", f"{home} is nobody's home") from error
    if not folder.is_absolute():
        raise StoreProblem("UNHUNCH_HOME must be an absolute path", home)
    return Paths(folder, folder / "logs")


def _usual() -> Paths:
    from platformdirs import PlatformDirs  # only now: `status` is quick where it is not needed

    nowhere = StoreProblem("there is no home folder to keep data in", "", "set HOME or UNHUNCH_HOME")
    folders = PlatformDirs("unhunch", appauthor=False)
    try:
        paths = Paths(Path(folders.user_data_dir), Path(folders.user_log_dir))
    except RuntimeError as error:
        raise nowhere from error
    if not paths.data.is_absolute():  # `~`, where nobody knows whose
        raise nowhere
    return paths
