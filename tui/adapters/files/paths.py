"""Where things are kept: the platform's user data folder, or UNHUNCH_HOME."""

import os
from collections.abc import Mapping
from pathlib import Path

from tui.core.text.problems import StoreProblem


class Paths:
    """The folders and files of one user; nothing is created by naming them."""

    def __init__(self, data: Path, logs: Path, cache: Path | None = None) -> None:
        self.data = data
        self.logs = logs
        self.cache = cache or data / "cache"
        """What may be removed at any time."""
        self.pictures = self.cache / "pictures.json"
        """The pictures of the figure that starts began with."""
        self.history = data / "history"
        """One file of sessions a month."""
        self.exercises = data / "exercises"
        """The user's own exercises."""
        self.backups = data / "backups"
        """Daily copies of what was changed."""
        self.under_way = data / "under-way"
        """Sessions that have not ended yet."""
        self.settings = data / "settings.json"
        """The settings, one a line."""
        self.progress = data / "progress.json"
        """The stored repetitions of each exercise."""
        self.keys = data / "keys.toml"
        """The user's own keys, which the program only reads."""
        self.terminals = data / "terminals.json"
        """What terminals have answered."""
        self.away = data / "away.json"
        """The days marked as away."""
        self.deleted = data / "deleted.json"
        """What was deleted lately."""
        self.undo = data / "undo.json"
        """What was changed lately from the shell, to be taken back."""
        self.sets = data / "sets.toml"
        """Sets of exercises under names."""
        self.reminders = data / "reminders.json"
        """When to be reminded, and what was shown lately."""
        self.summary = data / "summary.json"
        """What is derived from the history, to be quick."""
        self.answers = data / "answers.json"
        """What `status` and `due` answered last."""
        self.moving = data / "moving.json"
        """Names the record that is being moved to another month, while it is."""
        self.lock = data / ".lock"
        """The lock under which everything is changed."""


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
        paths = Paths(*map(Path, (folders.user_data_dir, folders.user_log_dir, folders.user_cache_dir)))
    except RuntimeError as error:
        raise nowhere from error
    if not paths.data.is_absolute():  # `~`, where nobody knows whose
        raise nowhere
    return paths
