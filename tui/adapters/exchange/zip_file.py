"""Reads and writes ZIP archives; one that was made to do harm is refused before anything of it is used."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tui.core.text.problems import UsageProblem, printable

MOST_ENTRIES = 10_000
MOST_UNPACKED_BYTES = 64 * 2**20
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_CHUNK = 2**16
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ArithmeticError, LookupError),
    *(ValueError, RuntimeError),  # NotImplementedError is one of these
)
"""What Python's reader says of archives that are none."""


def names_in(data: bytes) -> Mapping[str, zipfile.ZipInfo]:
    """Return the entries of an archive by their names, folders left out.

    Raises:
        UsageProblem: when it is broken, or holds what only an attack has.
    """
    with _opened(data) as archive:
        entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _refused(f"it holds more than {MOST_ENTRIES} files")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.is_dir() and not entry.file_size:
            _check_name(entry.filename.removesuffix("/"))
            continue
        _check(entry)
        if entry.filename in found:
            raise _refused(f"it holds {printable(entry.filename)[:60]} twice")
        found[entry.filename] = entry
    return found


def read_zip(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return the files of an archive whose names are wanted; nothing else is unpacked.

    Raises:
        UsageProblem: when it is broken, or holds what only an attack has.
    """
    entries = [entry for name, entry in names_in(data).items() if wanted(name)]
    files: dict[str, bytes] = {}
    left = MOST_UNPACKED_BYTES
    with _opened(data) as archive:
        for entry in entries:
            content = _unpacked(archive, entry, left)
            files[entry.filename] = content
            left -= len(content)
    return files


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of these files: the same files give the same archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise _broken(error) from error


def _check(entry: zipfile.ZipInfo) -> None:
    _check_name(entry.filename)
    name = printable(entry.filename)[:60]
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _refused(f"{name} is not a regular file")
    if entry.flag_bits & _ENCRYPTED:
        raise _refused(f"{name} is encrypted")
    if entry.compress_type not in _METHODS:
        raise _refused(f"{name} is packed in a way that is not known")


def _check_name(name: str) -> None:
    parts = name.split("/")
    if "\\" in name or ":" in name or "\0" in name or any(part in ("", ".", "..") for part in parts):
        raise _refused(f"the name {printable(name)[:60]} leads out of it")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    content = bytearray()
    try:
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                content += chunk
                if len(content) > most:
                    break
    except _FAULTS as error:
        raise _broken(error) from error
    if len(content) > most:
        raise _refused(f"it holds more than {MOST_UNPACKED_BYTES // 2**20} MiB")
    return bytes(content)


def _refused(why: str) -> UsageProblem:
    return UsageProblem("the ZIP archive cannot be imported", why)


def _broken(error: Exception) -> UsageProblem:
    return UsageProblem("the ZIP archive is broken", printable(str(error)) or type(error).__name__)
