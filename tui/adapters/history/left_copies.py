"""What only a sync program's copies hold: it does not count, so it is told."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.adapters.files.json_lines import DamagedFile, parse_tables
from tui.adapters.files.paths import Paths
from tui.adapters.files.safe_file import read_regular
from tui.adapters.history.months import TABLE
from tui.core.record.month_file import is_left_by_sync, is_month, month_of_copy, without_number
from tui.core.text.date_words import counted
from tui.core.text.problems import StoreProblem


def left_copies(paths: Paths, gone: Callable[[], frozenset[str]]) -> Iterator[StoreProblem]:
    """Yield a problem for each copy with sessions that are in no month, and for other files that are gone.

    Where it cannot choose, rclone 1.60 renames both versions, and no file of that name is left.

    Args:
        paths: where the data is.
        gone: reads the ids of sessions that were deleted; called only where there are copies.
    """
    there = _names(paths.data)
    for before, name in {without_number(name): name for name in reversed(there)}.items():
        if before not in there:
            yield StoreProblem(f"{before} is missing", f"a sync program has left {name}", "rename one back")
    names = _names(paths.history)
    copies = [name for name in names if is_left_by_sync(name) and month_of_copy(name)]
    if not copies:
        return
    known = gone().union(*(_ids(paths.history / name) for name in names if is_month(name)))
    for name in copies:
        lost = _ids(paths.history / name) - known
        if lost:
            why = f"left by a sync program, and not counted: {counted(len(lost), 'session')}"
            yield StoreProblem(name, why, f"unhunch import {paths.data}")


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:  # whoever reads what is in it tells that
        return []


def _ids(file: Path) -> frozenset[str]:
    try:
        return frozenset(parse_tables(read_regular(file), TABLE)[TABLE])
    except (OSError, DamagedFile):
        return frozenset()
