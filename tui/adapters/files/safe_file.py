"""Opens files of anybody's making: only regular ones, never waiting, never more than is allowed."""

import os
import stat
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
