"""One lock for every change of the data, across terminals and threads."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.adapters.files.safe_file import make_folder
from tui.core.text.problems import StoreProblem

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM)
PATIENCE_S = 10.0
"""How long to wait for another terminal before telling."""


@contextmanager
def locked(path: Path, patience_s: float = PATIENCE_S) -> Iterator[bool]:
    """Hold the lock at `path` meanwhile; yields whether it is held: some disks know no locks.

    Raises:
        StoreProblem: when another program holds it for longer than `patience_s`, or it cannot be made.
    """
    from filelock import Timeout  # only here: it costs more than all that `status` does

    if os.path.islink(path):  # filelock 3.13 follows it, and empties what it leads to
        raise StoreProblem(f"cannot change {path.parent}", f"{path.name} is a link", "remove it")
    try:
        make_folder(path.parent)
        lock = take_lock(path, patience_s)
    except Timeout as error:
        raise StoreProblem(
            "the data is in use", "another terminal has been holding it", "close it, or wait"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise store_problem(f"cannot change {path.parent}", error) from error
    try:
        yield not isinstance(lock, NoLock)
    finally:
        lock.release()


class NoLock:
    """Stands for the lock of a file on a disk that knows none."""

    def release(self) -> None:
        """There is nothing to release."""


def take_lock(path: Path, patience_s: float) -> "BaseFileLock | NoLock":
    """Take the lock at `path`, whose folder must exist, or what stands for it where the disk knows none.

    Raises:
        filelock.Timeout: when another program holds it for longer than `patience_s`.
        OSError: when it cannot be made.
        NotImplementedError: when the system knows no locks.
    """
    from filelock import FileLock

    if no_locks(path):
        return NoLock()
    lock = FileLock(path, mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=patience_s)
    except PermissionError as error:
        if error.errno != errno.EPERM:
            raise
        return NoLock()
    return lock


def no_locks(path: Path) -> str:
    """Return why the disk of a lock's file knows no locks, as NFS may; empty where it does.

    filelock 3.13 takes most of such answers for another terminal's lock, and waits. A mount of rclone 1.60
    without a cache says EPERM to whoever opens a file for reading and writing, or not before it is closed.
    """
    try:
        import fcntl
    except ImportError:  # another system, where filelock has another way
        return ""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        finally:
            os.close(descriptor)
    except OSError as error:
        return (error.strerror or str(error)) if error.errno in _NO_LOCKS else ""
    return ""


def store_problem(title: str, error: Exception) -> StoreProblem:
    """Return what the system said as a problem in one line."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StoreProblem(title, reason or type(error).__name__)


@contextmanager
def telling(title: str, kinds: tuple[type[Exception], ...] = (OSError,)) -> Iterator[None]:
    """Raise what goes wrong meanwhile as a problem in one line under this title.

    Raises:
        StoreProblem: in place of errors of these kinds.
    """
    try:
        yield
    except kinds as error:
        raise store_problem(title, error) from error
