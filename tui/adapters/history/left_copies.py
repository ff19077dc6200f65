"""Sessions that only a sync program's copy of a month holds: they do not count, so they are told."""

import os
from collections.abc import Iterator
from pathlib import Path

from tui.adapters.files.json_lines import DamagedFile, parse_tables
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular
from tui.core.record.month_file import is_left_by_sync, is_month, month_of_copy
from tui.core.text.date_words import counted
from tui.core.text.problems import StoreProblem

_TABLE = "sessions"


def left_copies(paths: Paths, gone: frozenset[str]) -> Iterator[StoreProblem]:
    """Yield a problem for each copy with sessions that are in no month.

    Where it cannot choose, rclone 1.60 renames both versions, and no month is left.

    Args:
        paths: where the data is.
        gone: ids of sessions that were deleted.
    """
    try:
        names = sorted(os.listdir(paths.history))
    except OSError:  # whoever reads the months tells it
        return
    copies = [name for name in names if is_left_by_sync(name) and month_of_copy(name)]
    if not copies:
        return
    known = gone.union(*(_ids(paths.history / name) for name in names if is_month(name)))
    for name in copies:
        lost = _ids(paths.history / name) - known
        if lost:
            why = f"left by a sync program, and not counted: {counted(len(lost), 'session')}"
            yield StoreProblem(name, why, f"unhunch import {paths.data}")


def _ids(file: Path) -> frozenset[str]:
    try:
        return frozenset(parse_tables(read_regular(file), _TABLE)[_TABLE])
    except (OSError, DamagedFile):
        return frozenset()
