"""The file in which the reminders are kept."""

import json
from dataclasses import replace
from datetime import timedelta

from tui.adapters.files.lock import locked, store_problem, telling
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import make_folder, read_regular, replace_file
from tui.core.remind.calling import ShownReminder
from tui.core.remind.reminder_json import Reminders, reminders_from_dict, reminders_to_dict

_LARGEST_BYTES = 64 * 1024
_KEPT = timedelta(days=2)


class ReminderStore:
    """Reads and keeps the reminders.

    Args:
        paths: where the data is.
    """

    def __init__(self, paths: Paths) -> None:
        self._path = paths.reminders
        self._lock = paths.lock

    def read(self) -> Reminders | None:
        """Return the reminders; None when there are none.

        Raises:
            StoreProblem: when they cannot be read.
        """
        try:
            return reminders_from_dict(json.loads(read_regular(self._path, _LARGEST_BYTES)))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise store_problem("reminders.json cannot be read", error) from error
        except (ValueError, RecursionError):
            return reminders_from_dict(None)

    def write(self, reminders: Reminders) -> None:
        """Keep the reminders.

        Raises:
            StoreProblem: when that is not possible.
        """
        with locked(self._lock), telling("the reminders cannot be kept"):
            make_folder(self._path.parent)
            replace_file(self._path, json.dumps(reminders_to_dict(reminders)).encode() + b"\n")

    def note(self, reminders: Reminders, shown: ShownReminder) -> None:
        """Keep that one was shown; what is older than two days is forgotten."""
        kept = tuple(item for item in reminders.shown if shown.at - item.at < _KEPT)
        self.write(replace(reminders, shown=(*kept, shown)))

    def forget(self) -> None:
        """Remove the file.

        Raises:
            StoreProblem: when that is not possible.
        """
        if not self._path.exists():
            return
        with locked(self._lock), telling("the reminders cannot be forgotten"):
            self._path.unlink(missing_ok=True)
