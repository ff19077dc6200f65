"""The days marked as away, one range a line in a file of their own."""

from collections.abc import Iterable

from tui.adapters.files.entry_file import EntryFile
from tui.adapters.files.paths import Paths
from tui.core.settings.settings import Away
from tui.core.settings.settings_json import away_from_dict
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock


class AwayStore:
    """Ranges of days on which nothing is due.

    Args:
        paths: where the data is.
        clock: dates backups.
    """

    def __init__(self, paths: Paths, clock: Clock) -> None:
        keys = frozenset({"first", "last"})
        self._file = EntryFile(paths, "away", keys, away_from_dict, clock)

    def read(self) -> tuple[tuple[Away, ...], tuple[StoreProblem, ...]]:
        """Return the ranges in their order, and what is wrong. Never fails."""
        values, problems = self._file.read()
        return tuple(sorted(values.values(), key=lambda away: (away.first, away.last))), problems

    def mark(self, away: Away) -> None:
        """Save a range.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self.mark_all([away])

    def mark_all(self, ranges: Iterable[Away]) -> None:
        """Save several ranges.

        Raises:
            StoreProblem: when they could not be saved.
        """
        self._file.put(
            {_name(away): {"first": away.first.isoformat(), "last": away.last.isoformat()} for away in ranges}
        )

    def unmark(self, away: Away) -> None:
        """Take a range back.

        Raises:
            StoreProblem: when it could not be saved.
        """
        self._file.drop(_name(away))


def _name(away: Away) -> str:
    return f"{away.first.isoformat()} {away.last.isoformat()}"
