"""The stored repetitions of each exercise, one a line in a file of their own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from tui.adapters.files.entry_file import EntryFile
from tui.adapters.files.paths import Paths
from tui.core.streaks.progress_json import PROGRESS_KEYS, progress_from_dict, progress_to_dict
from tui.core.streaks.progression import FIRST_REPS, Progress, with_reps
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock


class ProgressStore:
    """What is stored of each exercise; those that are missing have the defaults of `Progress`.

    Args:
        paths: where the data is.
        clock: dates backups.
    """

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._file = EntryFile(paths, "progress", PROGRESS_KEYS, progress_from_dict, clock)

    def read(self) -> tuple[Mapping[str, Progress], tuple[StoreProblem, ...]]:
        """Return the progress by exercise id, and what is wrong. Never fails."""
        return self._file.read()

    def reps(self) -> Mapping[str, int]:
        """Return the stored repetitions by exercise id; the next `read` tells what is wrong."""
        return {exercise: progress.reps for exercise, progress in self._file.values().items()}

    def write(self, exercise: str, progress: Progress) -> None:
        """Save what is stored of one exercise.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self.write_all({exercise: progress})

    def write_all(self, progress: Mapping[str, Progress]) -> None:
        """Save what is stored of several exercises.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self._file.put({name: progress_to_dict(stored) for name, stored in progress.items()})

    def set_reps(self, exercise: str, reps: int, at: datetime) -> None:
        """Save a number of repetitions, which restarts the count.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self.write(exercise, with_reps(self._of(exercise), reps, at))

    def forget(self, exercise: str) -> None:
        """Remove what is stored of an exercise, if anything is: it has its own dose again.

        Raises:
            StoreProblem: when it could not be removed.
        """
        self._file.drop(exercise)

    def silence(self, exercise: str, until: date, reps: int = FIRST_REPS) -> None:
        """Save that nothing is offered for this exercise before `until`.

        Args:
            exercise: its id.
            until: the first day on which something is offered again.
            reps: its repetitions, where none are stored.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self.write(exercise, replace(self._of(exercise, reps), silenced_until=until))

    def _of(self, exercise: str, reps: int = FIRST_REPS) -> Progress:
        return self._file.values().get(exercise, Progress(reps))
