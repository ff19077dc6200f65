"""Moves a record from one month's file to another's so that a crash in between leaves it in one."""

import json
import os
from pathlib import Path

from tui.adapters.files.lock import store_problem
from tui.adapters.files.safe_file import read_regular, replace_file
from tui.adapters.history.months import Months
from tui.core.record.month_file import is_month


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
        try:
            replace_file(self._path, json.dumps({"id": record_id, "to": target}).encode())
        except OSError as error:
            raise store_problem("cannot save the change", error) from error

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
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise store_problem("cannot finish the change", error) from error
