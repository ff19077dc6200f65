"""Copies of files before they are changed, one a day and seven of them; and what was damaged, kept aside."""

from datetime import datetime
from pathlib import Path

from tui.adapters.files.safe_file import make_folder, read_regular, replace_file

KEPT = 7
"""Backups of one file that are kept."""


def back_up(path: Path, folder: Path, now: datetime) -> None:
    """Keep a copy of the file as it is before the first change of a day. The caller holds the lock.

    Raises:
        OSError: as the system says.
    """
    copy = folder / f"{path.stem}.{now.date().isoformat()}{path.suffix}"
    if copy.exists() or not path.exists():
        return
    make_folder(folder)
    replace_file(copy, read_regular(path))
    for old in backups_of(path, folder)[KEPT:]:
        old.unlink(missing_ok=True)


def backups_of(path: Path, folder: Path) -> list[Path]:
    """Return the copies of a file, the newest first."""
    return sorted(folder.glob(f"{path.stem}.????-??-??{path.suffix}"), reverse=True)


def keep_aside(path: Path, data: bytes, now: datetime) -> Path:
    """Keep the content of a damaged file beside it and return where.

    Raises:
        OSError: as the system says.
    """
    aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S}-{count}")
    replace_file(aside, data)
    return aside
