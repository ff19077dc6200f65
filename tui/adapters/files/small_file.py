"""Reads a small file of somebody's making: never more than is allowed, never from what is no file."""

import os
import stat
from pathlib import Path


class NoSmallFile(OSError):
    """What is there is too large, or no regular file (a pipe, a device), and would never end."""


def read_small(path: Path, most_bytes: int) -> bytes:
    """Return the content of a regular file of at most `most_bytes` bytes.

    Raises:
        OSError: as the system says.
        NoSmallFile: when it is larger, or no regular file.
    """
    without_waiting = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, os.O_RDONLY | without_waiting)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NoSmallFile(0, "is not a regular file")
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(most_bytes + 1)
    finally:
        os.close(descriptor)
    if len(data) > most_bytes:
        raise NoSmallFile(0, f"is larger than {most_bytes // 1024} KiB")
    return data
