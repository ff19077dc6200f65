"""One lock for every change of the data, across terminals and threads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.adapters.files.atomic import make_folder
from tui.core.text.problems import StoreProblem

PATIENCE_S = 10.0
"""How long to wait for another terminal before telling."""


@contextmanager
def locked(path: Path, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Hold the lock at `path` meanwhile.

    Raises:
        StoreProblem: when another program holds it for longer than `patience_s`, or it cannot be made.
    """
    from filelock import FileLock, Timeout  # only here: it costs more than all that `status` does

    if os.path.islink(path):  # filelock 3.13 follows it, and empties what it leads to
        raise StoreProblem(f"cannot change {path.parent}", f"{path.name} is a link", "remove it")
    lock = FileLock(path, mode=0o600, thread_local=False)
    try:
        make_folder(path.parent)
        lock.acquire(timeout=patience_s)
    except Timeout as error:
        raise StoreProblem(
            "the data is in use", "another terminal has been holding it", "close it, or wait"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise store_problem(f"cannot change {path.parent}", error) from error
    try:
        yield
    finally:
        lock.release()


def store_problem(title: str, error: Exception) -> StoreProblem:
    """Return what the system said as a problem in one line."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StoreProblem(title, reason or type(error).__name__)
