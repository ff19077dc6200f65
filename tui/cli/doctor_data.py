"""The doctor on the data: folder, rights, files, exercises, the clock."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.files.lock import locked, no_locks
from tui.adapters.files.paths import Paths
from tui.adapters.history.under_way import UnderWay
from tui.adapters.settings.key_file import read_key_file
from tui.cli.finding import Finding, note, wrong
from tui.cli.sayings import sayings_at_fault
from tui.cli.stores import open_stores
from tui.cli.streams import Streams
from tui.core.record.month_file import is_left_by_sync
from tui.core.streaks.days import clock_notice
from tui.core.text.date_words import counted
from tui.core.text.problems import StoreProblem

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NO_RIGHTS = "this disk keeps no rights: mount it for yourself alone, or set UNHUNCH_HOME to another"
_LOCK_PATIENCE_S = 0.5
_MEBIBYTE = 1024 * 1024
_LITTLE_SPACE = 10 * _MEBIBYTE


def check_folder(paths: Paths) -> Iterator[Finding]:
    """Yield whether data can be kept where it belongs."""
    folder = paths.data
    existing = next(path for path in (folder, *folder.parents) if os.path.exists(path))
    if not existing.is_dir():
        yield wrong("Data folder", f"{existing} is not a folder", "move that file away, or set UNHUNCH_HOME")
        return
    if not os.access(existing, os.W_OK | os.X_OK):
        yield wrong(
            "Data folder", f"{existing} cannot be written to", f"chmod u+rwx {existing}, or set UNHUNCH_HOME"
        )
        return
    space = os.statvfs(existing)
    if space.f_bavail * space.f_frsize < _LITTLE_SPACE:
        yield wrong("Data folder", f"the disk of {existing} is nearly full", "make room on it")
    new = "" if folder.exists() else ", made when it is needed"
    yield Finding("Data folder", f"{folder}{new}")
    if not folder.exists():
        return
    try:
        os.listdir(folder)
    except OSError as error:
        yield wrong(
            "Data folder", f"{folder} cannot be read: {error.strerror}", "set UNHUNCH_HOME to another disk"
        )
        return
    yield from _check_rights(folder)
    yield from _check_lock(paths)


def check_cache(paths: Paths) -> Iterator[Finding]:
    """Yield where the pictures are that a start begins with; without them it draws its own."""
    yield Finding("Cache folder", f"{paths.cache}, which may be removed at any time")


def check_files(streams: Streams) -> Iterator[Finding]:
    """Yield what the files hold and what is wrong with them; damaged ones are repaired by reading them."""
    stores = open_stores(streams)
    try:
        records = stores.history.all()
        days = stores.history.days()
    except StoreProblem as problem:
        yield wrong(
            "History", problem.line, f"check {stores.paths.history}; backups are in {stores.paths.backups}"
        )
        return
    yield Finding("History", f"{counted(len(records), 'session')} on {counted(len(days), 'day')}")
    yield from _check_copies(stores.paths)
    for found in stores.history.problems:
        yield wrong("History", found.line, f"backups are in {stores.paths.backups}; then run doctor again")
    for trouble in stores.problems:
        yield wrong("Settings", trouble.line, "choose again in Settings (s on Home)")
    for state in UnderWay(stores.paths).interrupted():
        yield note("Interrupted", f"a session of {state.day.isoformat()}", "Home offers to go on with it")
    notice = clock_notice(days, stores.today)
    if notice:
        yield wrong("Clock", notice, "set the clock; sessions in the future are kept but do not count yet")


def check_exercises(paths: Paths) -> Iterator[Finding]:
    """Yield the exercises that can be used and those that cannot."""
    catalogue = read_catalogue(paths.exercises)
    yield Finding("Exercises", ", ".join(exercise.id for exercise in catalogue.exercises))
    own = (exercise for exercise in catalogue.exercises if exercise.own)
    unsaid = (problem for exercise in own for problem in sayings_at_fault(exercise, paths.exercises))
    for problem in (*catalogue.unusable, *unsaid):
        file = paths.exercises / problem.file
        yield wrong("Exercises", problem.line, f"correct it, then `unhunch exercises --check {file}`")


def check_keys(paths: Paths) -> Iterator[Finding]:
    """Yield what of one's own keys cannot be had."""
    if not os.path.lexists(paths.keys):
        return
    from tui.ui.keys.bindings import own_keys  # only here: Textual comes with it

    tables, text, unreadable = read_key_file(paths.keys)
    keys, refused = own_keys(tables, text)
    problems = (*unreadable, *refused)
    if not problems:
        yield Finding("Keys", f"{counted(len(keys), 'command')} with keys of your own")
    for problem in problems:
        yield wrong("Keys", problem.line, f"correct {paths.keys}, or remove it")


def _check_copies(paths: Paths) -> Iterator[Finding]:
    """Yield the copies that a sync program has left: they are never merged unasked."""
    for path in sorted(_files(paths.data)):
        if ".json" in path.name and is_left_by_sync(path.name):
            yield note(
                "Copies", f"a sync program has left {path}", f'take it in with `unhunch import "{path}"`'
            )


def _check_rights(folder: Path) -> Iterator[Finding]:
    open_to_others = [path for path in _files(folder) if _open_to_others(path)]
    if open_to_others:
        yield wrong(
            "Privacy",
            f"others can read {open_to_others[0]}"
            + (f" and {len(open_to_others) - 1} more" if len(open_to_others) > 1 else ""),
            f"chmod -R go= {folder}" if _keeps_rights(folder) else _NO_RIGHTS,
        )


def _files(folder: Path) -> Iterator[Path]:
    """Yield what lies in the folder and below it; what cannot be listed is passed over."""
    for where, _, names in os.walk(folder):
        yield from (Path(where, name) for name in names)


def _keeps_rights(folder: Path) -> bool:
    """Whether the disk keeps who may read a file: NTFS, exFAT and FAT have no place for it."""
    try:
        with NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:  # made for its owner only
            return not _open_to_others(Path(file.name))
    except OSError:
        return True


def _check_lock(paths: Paths) -> Iterator[Finding]:
    try:
        with locked(paths.lock, _LOCK_PATIENCE_S) as held:
            if not held:
                why = f"the disk of {paths.data} knows no locks: {no_locks(paths.lock)}"
                yield wrong(
                    "Lock", why, "use one terminal at a time, or set UNHUNCH_HOME to a disk of this machine"
                )
    except StoreProblem as problem:
        yield wrong("Lock", problem.line, "close the other unhunch, or wait until it has saved")


def _open_to_others(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:  # it has gone meanwhile
        return False
    return stat.S_ISREG(mode) and bool(mode & _OTHERS)
