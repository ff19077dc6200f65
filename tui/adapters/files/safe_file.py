"""Files, read and replaced with care.

Opened are only regular ones, never waiting, never more than is allowed. A file is replaced as a whole:
after a crash or a power cut the old or the new one is there, never a part.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 256 * 2**20
"""More than any file of ours grows to: a month of a session a minute is a twentieth of it."""


class Unreadable(OSError):
    """What is there is too large, or no regular file (a pipe, a device), and would never end."""


class TooLarge(Unreadable):
    """What is there is larger than the `most_bytes` that are allowed."""

    def __init__(self, most_bytes: int) -> None:
        megabytes, kilobytes = most_bytes // 2**20, most_bytes // 2**10
        super().__init__(0, f"is larger than {f'{megabytes} MiB' if megabytes else f'{kilobytes} KiB'}")


def read_regular(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return the content of a regular file of at most `most_bytes` bytes.

    Raises:
        OSError: as the system says.
        Unreadable: when it is larger, or no regular file.
    """
    descriptor = _opened(path, os.O_RDONLY)
    try:
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(most_bytes + 1)
    finally:
        os.close(descriptor)
    if len(data) > most_bytes:
        raise TooLarge(most_bytes)
    return data


def is_there(path: Path) -> bool:
    """Whether there is a file to be read; where that cannot be said, reading it says why."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def new_log(path: Path) -> int:
    """Return a descriptor of an empty file for its owner only, which follows no link and waits for nobody.

    Raises:
        OSError: as the system says; also where a link, a pipe or a device is in the way.
    """
    descriptor = _opened(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0))
    os.ftruncate(descriptor, 0)
    return descriptor


def _opened(path: Path, flags: int) -> int:
    """Open a regular file, without waiting for the other end of what is none."""
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind):
        return descriptor
    os.close(descriptor)
    raise Unreadable(0, "is a folder" if stat.S_ISDIR(kind) else "is not a regular file")


Stamp = tuple[int, int, int]
"""Size, time of change and inode of a file: differs after every replacement."""
_OWNER_ONLY = 0o600
_FOLDER_OF_OWNER = 0o700
_WINDOWS_TRIES = 20
_WAITING_AT_ONCE = 8
_CANNOT = (errno.EINVAL, errno.ENOTSUP)
"""What file systems say that cannot do this for folders."""


def known_stamp(path: Path) -> Stamp | None:
    """Return the stamp of the file, None when there is none or it cannot be looked at."""
    try:
        return stamp_of(path)
    except OSError:
        return None


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file, None when there is none.

    Raises:
        OSError: when it cannot be looked at.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return _stamp(status)


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ino


def replace_file(
    path: Path, data: bytes | bytearray, *, durable: bool = True, ours: bool = True
) -> Stamp | None:
    """Put `data` in the place of the file at `path`, readable by its owner only.

    A link stays a link: what it points to is replaced. What is no regular file (a pipe, a terminal) is
    written to, but not in a folder of ours. There the temporary file has one fixed name, so that what a
    kill leaves is swept up by the next writer; the caller must hold the lock of that folder.

    Args:
        path: the file; its folder must exist.
        data: its whole content.
        durable: whether to wait until it would survive a power cut.
        ours: whether the folder is the program's own; elsewhere no file with a name like that of the
            temporary one is touched.

    Returns:
        The stamp of what was written, whatever others put in its place since; None of what is no file.

    Raises:
        OSError: as the system says; the old file is then untouched.
    """
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path
    if _is_no_file(target):
        if ours:  # nobody may ever read it
            raise OSError(errno.EINVAL, "is not a regular file")
        target.write_bytes(data)
        return None
    temporary = target.with_name(f".{target.name if ours else os.urandom(8).hex()}.tmp")
    descriptor = _new_file(temporary, ours=ours)
    try:
        stamp = _write(descriptor, data, durable=durable)
        _replace(temporary, target)
    except BaseException:
        _discard(temporary)
        raise
    if durable:
        sync_folder(target.parent)
    return stamp


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Put data in the place of several files of one folder of ours, whose lock the caller holds.

    All of it is on the disk before the first is replaced, so that a full disk changes none.

    Raises:
        OSError: as the system says; mostly no file is then changed.
    """
    from concurrent.futures import ThreadPoolExecutor  # only here: it costs what `status` has not

    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            target = Path(os.path.realpath(path))
            temporary = target.with_name(f".{target.name}.tmp")
            descriptor = _new_file(temporary, ours=True)
            written[temporary] = target
            _write(descriptor, data, durable=False)
        with ThreadPoolExecutor(_WAITING_AT_ONCE) as pool:  # a disk does many at once as quickly as one
            list(pool.map(_sync, written))
        for temporary, target in written.items():
            _replace(temporary, target)
    except BaseException:
        for temporary in written:
            _discard(temporary)
        raise
    for folder in {target.parent for target in written.values()}:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` would survive a power cut, where the system can do that."""
    if sys.platform == "win32":
        return
    try:
        _sync(folder)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it; each that is made is for its owner only, whatever the umask.

    Raises:
        OSError: as the system says.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        folder.mkdir(_FOLDER_OF_OWNER)
    except FileExistsError:
        if not folder.is_dir():  # else another terminal was quicker
            raise
        return
    with suppress(OSError):  # it can only give back to the owner what the umask took
        folder.chmod(_FOLDER_OF_OWNER)


def _sync(path: Path) -> None:
    writing = sys.platform == "win32" and not path.is_dir()  # it wants the right to write
    descriptor = os.open(path, os.O_RDWR if writing else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_no_file(path: Path) -> bool:
    """Whether something is there that cannot be replaced: a folder, a pipe, a device."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        return False


def _new_file(path: Path, *, ours: bool) -> int:
    """Return the descriptor of a new file; of ours one that a kill has left gives way to it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, _OWNER_ONLY)
    except FileExistsError:
        if not ours:
            raise
    path.unlink()
    return os.open(path, flags, _OWNER_ONLY)


def _write(descriptor: int, data: bytes | bytearray, *, durable: bool) -> Stamp:
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        if durable:
            os.fsync(descriptor)
        return _stamp(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    for tries_left in range(_WINDOWS_TRIES if sys.platform == "win32" else 1, 0, -1):
        try:
            os.replace(temporary, target)
            return
        except PermissionError:  # on Windows, while another program reads the file
            if tries_left == 1:
                raise
            time.sleep(0.01)


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
