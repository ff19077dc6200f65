"""All threads take memory from one place, where the C library can do that; elsewhere nothing happens."""

import subprocess
import sys

import pytest

from tui.adapters.machine.memory import share_memory

MANY = """
import ctypes, sys, threading
library = ctypes.CDLL(None)
if not hasattr(library, "malloc_info"):
    raise SystemExit(77)
if sys.argv[1] == "shared":
    from tui.adapters.machine.memory import share_memory
    share_memory()
ready, over = threading.Barrier(7), threading.Event()
def take():
    library.malloc.restype = ctypes.c_void_p
    library.malloc(100_000)
    ready.wait()
    over.wait()
threads = [threading.Thread(target=take) for _ in range(6)]
for thread in threads:
    thread.start()
ready.wait()
file = library.fdopen
file.restype = ctypes.c_void_p
stream = ctypes.c_void_p(file(1, b"w"))
library.malloc_info(0, stream)
library.fflush(stream)
over.set()
"""


def places(how: str) -> int:
    done = subprocess.run((sys.executable, "-c", MANY, how), capture_output=True, check=False)
    if done.returncode == 77:
        pytest.skip("the C library is another one")
    assert not done.returncode, done.stderr.decode()
    return done.stdout.count(b"<heap nr=")


def test_threads_share_one_place() -> None:
    assert places("each") > 1, "else there is nothing to do"
    assert places("shared") == 1


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    share_memory()
