"""Reads what a person wants to import, whatever it is: a file, a folder of Loop's or an archive."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tui.adapters.exchange.loop_database import MOST_BYTES as LARGEST_DATABASE
from tui.adapters.exchange.loop_database import read_loop_database
from tui.adapters.exchange.zip_file import names_in, read_zip
from tui.adapters.files.safe_file import TooLarge, Unreadable, read_regular
from tui.core.exchange.cells import utf8
from tui.core.exchange.everything import MANIFEST, from_files, is_known
from tui.core.exchange.home_files import from_home_files, is_home_file
from tui.core.exchange.import_file import Source, Wanted, read_text
from tui.core.exchange.kinds import SQLITE, ZIP, kind_of_archive, kind_of_bytes
from tui.core.exchange.loop_files import CHECKMARKS, HABITS, is_loop_name, read_loop
from tui.core.text.problems import UsageProblem

MOST_BYTES = 64 * 2**20
"""The largest file that is read, but for a database: ten sessions a day for thirty years are less."""
_MOST_FILES = 10_000
_LOG_OF_HARSH, _HABITS_OF_HARSH = "log", "habits"


def read_source(name: str, standard: Callable[[int], bytes] | None, wanted: Wanted) -> Source:
    """Return what a file or folder holds; nothing of it is usable when any of it is broken.

    Args:
        name: its path.
        standard: returns what standard input holds, up to a number of bytes, when that is meant.
        wanted: what a person says of it.

    Raises:
        UsageProblem: in one line what it is taken for, or what is wrong with it.
    """
    path = Path(name)
    try:
        if standard is None and os.path.isdir(path):
            return _read_folder(path, wanted)
        data = _read_file(path) if standard is None else standard(MOST_BYTES)
    except OSError as error:
        raise UsageProblem(f"cannot read {name}", error.strerror or "") from error
    except ValueError as error:  # a name that no file can have
        raise UsageProblem(f"cannot read {name}", str(error)) from error
    return read_data(data, path.absolute().parent.name if standard is None else "", wanted)


def read_data(data: bytes, folder: str, wanted: Wanted) -> Source:
    """Return what the content of a file holds.

    Args:
        data: the content.
        folder: the name of the folder that the file is in.
        wanted: what a person says of it.

    Raises:
        UsageProblem: in one line what it is taken for, or what is wrong with it.
    """
    if data.startswith(SQLITE):
        wanted.refuse("a backup of Loop", habit=True)
        return read_loop_database(data)
    if data.startswith(ZIP):
        return _read_archive(data, wanted)
    if kind := kind_of_bytes(data):
        raise UsageProblem("the file is no export of unhunch", f"it is {kind}")
    text = utf8(data, lambda why: UsageProblem("the file is no export of unhunch", f"it {why}"))
    return read_text(text, folder, wanted)


def _read_file(path: Path) -> bytes:
    try:
        return read_regular(path, MOST_BYTES)
    except TooLarge:
        with open(path, "rb") as file:
            if file.read(len(SQLITE)) != SQLITE:
                raise
    return read_regular(path, LARGEST_DATABASE)


def _read_archive(data: bytes, wanted: Wanted) -> Source:
    names: Mapping[str, object] = names_in(data)
    if MANIFEST in names:
        wanted.refuse("of unhunch itself")
        if stray := next((name for name in names if not is_known(name)), ""):
            raise UsageProblem(
                "the archive cannot be imported", f"it holds {stray}, which unhunch never writes"
            )
        return from_files(read_zip(data, is_known))
    top = _top(names)
    if not any(is_loop_name(name.removeprefix(top)) for name in names):
        raise UsageProblem("the file is no export of unhunch", f"it is {kind_of_archive(names)}")
    wanted.refuse("an export of Loop", habit=True)
    files = read_zip(data, lambda name: is_loop_name(name.removeprefix(top)))
    return read_loop({name.removeprefix(top): _text(name, content) for name, content in files.items()})


def _top(names: Iterable[str]) -> str:
    """Return the folder that all of Loop's files are in, as in an archive that a person has packed anew."""
    found = next((name for name in names if name.endswith(f"/{HABITS}")), "")
    return found.removesuffix(HABITS)


def _read_folder(path: Path, wanted: Wanted) -> Source:
    """Return what a folder holds: Loop's export or one habit of it, harsh's folder, a home or its months."""
    found = _listed(path)
    if loop := [name for name in found if is_loop_name(name)]:
        files = {name: _text(name, data) for name, data in _read_all(path, loop).items()}
        if loop == [CHECKMARKS]:
            return read_text(files[CHECKMARKS], path.absolute().name, wanted)
        wanted.refuse("an export of Loop", habit=True)
        return read_loop(files)
    if home := [name for name in found if is_home_file(name)]:
        wanted.refuse("of unhunch itself")
        return from_home_files(_read_all(path, home))
    if _LOG_OF_HARSH in found and _HABITS_OF_HARSH in found:
        return read_text(_text(_LOG_OF_HARSH, read_regular(path / _LOG_OF_HARSH, MOST_BYTES)), "", wanted)
    raise UsageProblem(f"cannot read {path}", "is a folder, and none of Loop's, of harsh or of unhunch")


def _listed(path: Path) -> list[str]:
    """Return the paths of the files in a folder and in the folders in it, in their order."""
    found: list[str] = []
    for folder in (
        "",
        *(f"{entry.name}/" for entry in sorted(os.scandir(path), key=_name) if entry.is_dir()),
    ):
        try:
            entries = sorted(os.scandir(path / folder), key=_name)
        except PermissionError:
            if not folder:
                raise
            continue
        found += (f"{folder}{entry.name}" for entry in entries if not entry.is_dir())
        if len(found) > _MOST_FILES:
            raise Unreadable(0, f"holds more than {_MOST_FILES} files")
    return found


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _read_all(path: Path, names: Iterable[str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for name in names:
        files[name] = read_regular(path / name, left)
        left -= len(files[name])
    return files


def _text(name: str, data: bytes) -> str:
    return utf8(data, lambda why: UsageProblem("the export of Loop cannot be imported", f"{name} {why}"))
