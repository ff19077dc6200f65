"""Runs a piece of a test in a process of its own, which may be killed."""

import os
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SYSTEM_CALLS = {
    "open",
    "fsync",
    "replace",
    "close",
    "unlink",
    "write",
    "mkdir",
    "flush",
    "read_bytes",
    "flock",
}
NOBODY = 65534


def start(body: Callable[[], None]) -> int:
    """Fork; the child runs `body` and leaves with 0, or with 1 after printing what went wrong."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests' threads are not waited for
        pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        body()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def wait(pid: int) -> int:
    """Return the exit status, negative when it was a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def kill(pid: int) -> int:
    os.kill(pid, signal.SIGKILL)
    return wait(pid)


def alive(pid: int) -> bool:
    """Whether a process runs: one that has ended and is not buried yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc/self/stat").exists()
    return state != "Z"


def run(body: Callable[[], None]) -> None:
    """Run `body` in a process of its own; an assertion that fails there fails here."""
    assert wait(start(body)) == 0


def die_at(moment: int) -> None:
    """Let this process kill itself as it enters or has left a system call, the `moment`th such instant."""
    left = moment

    def watch(_frame: Any, event: str, function: Any) -> None:
        nonlocal left
        if event in ("c_call", "c_return") and getattr(function, "__name__", "") in SYSTEM_CALLS:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
                time.sleep(10)
            left -= 1

    sys.setprofile(watch)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that any user can look into."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


def become_nobody() -> None:
    """Give up the right to write anywhere, when running as root."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
