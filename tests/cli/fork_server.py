"""Runs the program in forks of one process that has loaded it: `python -m tests.cli.fork_server SOCKET`.

Every call is a process of its own that begins as one from a shell does; it is spared the fifth of a second in
which each would load the same modules, and taking the interpreter down, which costs as much as most answers.
What is about loading, about the interpreter's own settings or its end has to be proved without it.
"""

import atexit
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import selectors
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import tui.adapters
import tui.cli
import tui.core

LONGEST_INPUT = 1 << 15
"""What any pipe takes at once."""
_HEAVY = ("tui.cli.full_screen", "tui.core.figure", "tui.core.sound", "tui.adapters.sound")
"""What brings Textual, pygame or NumPy with it: a call that needs them loads them."""
_LATE = ("encodings.utf_8_sig", "filelock", "tinydb")
"""What nearly every call loads when it comes to files."""
_VERSION_3, _DROP_FROM_BOUNDING_SET = 0x20080522, 24
_RIGHTS_OF_ROOT = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, see capabilities(7)."""


class ForkServer:
    """The server's end in a process of tests; the server ends with it.

    Args:
        environ: the environment in which the server's interpreter starts.
        folder: the working folder of all calls.
    """

    def __init__(self, environ: dict[str, str], folder: Path) -> None:
        self._socket, theirs = socket.socketpair()
        command = [sys.executable, "-m", "tests.cli.fork_server", str(theirs.fileno())]
        with theirs:
            self._process = subprocess.Popen(
                command,
                env=environ,
                cwd=folder,
                stdin=subprocess.PIPE,  # pipes, as those of every call: streams are made for what is there
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
            )
        self._said = self._socket.makefile("rb")
        atexit.register(self._close)

    def call(
        self, args: list[str], environ: dict[str, str], stdin: bytes, timeout_s: float, *, modes_hold: bool
    ) -> tuple[int, bytes, bytes]:
        """Return the exit status, negative when it was a signal, and what was printed.

        With `modes_hold` the modes of files hold for root, too.

        Raises:
            TimeoutError: it did not end in time, and was killed.
        """
        (given, to_give), (out, to_out), (err, to_err) = os.pipe(), os.pipe(), os.pipe()
        os.write(to_give, stdin)
        os.close(to_give)
        asked = {"args": args, "environ": environ, "modes_hold": modes_hold}
        call = json.dumps(asked).encode() + b"\n"
        socket.send_fds(self._socket, [call], [given, to_out, to_err])
        for end in (given, to_out, to_err):
            os.close(end)
        pid = int(self._said.readline())
        try:
            printed = _read((out, err), timeout_s)
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            raise
        finally:
            status = int(self._said.readline())
        return status, *printed

    def _close(self) -> None:
        self._said.close()
        self._socket.close()
        self._process.communicate()


def _read(pipes: tuple[int, int], timeout_s: float) -> tuple[bytes, bytes]:
    """Read two pipes to their ends."""
    end = time.monotonic() + timeout_s
    printed = {pipe: bytearray() for pipe in pipes}
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            ready = selector.select(max(0.0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"not ended after {timeout_s} s")
            for key, _ in ready:
                data = os.read(key.fd, 1 << 16)
                printed[key.fd] += data
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    return bytes(printed[pipes[0]]), bytes(printed[pipes[1]])


def _load(packages: tuple[ModuleType, ...]) -> None:
    for package in packages:
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(_HEAVY):
                importlib.import_module(module.name)
    for name in _LATE:
        importlib.import_module(name)
    gc.freeze()  # or every child copies what it collects at its end


def _serve(calls: socket.socket) -> None:
    """Fork for every call; return in the child, as the program that was called."""
    while True:
        call, ends, _, _ = socket.recv_fds(calls, 1 << 16, 3)
        if not call:
            sys.exit()
        while not call.endswith(b"\n"):
            call += calls.recv(1 << 16)
        pid = os.fork()
        if not pid:
            calls.close()
            for number, end in enumerate(ends):
                os.dup2(end, number)
                os.close(end)
            asked = json.loads(call)
            os.environ.clear()
            os.environ.update(asked["environ"])
            time.tzset()
            if asked["modes_hold"]:
                _give_up_rights()
            sys.argv = [str(Path(tui.__file__).with_name("__main__.py")), *asked["args"]]
            return
        for end in ends:
            os.close(end)
        calls.sendall(b"%d\n" % pid)
        calls.sendall(b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def _give_up_rights() -> None:
    """Let the modes of files hold for this process and what it starts, be it root's."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    rights = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable of the first 32; then of the others
    libc.capget(header, rights)
    for right in _RIGHTS_OF_ROOT:
        for kind in range(3):
            rights[kind] &= ~(1 << right)
        libc.prctl(_DROP_FROM_BOUNDING_SET, right)  # in vain where it is not root, which has no such rights
    if libc.capset(header, rights):
        raise OSError(ctypes.get_errno(), "cannot give up rights")


def _end(status: int) -> NoReturn:
    """End as the interpreter does, but for taking its modules apart."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _load((tui.core, tui.adapters, tui.cli))
    from tui.cli.main import main

    _serve(socket.socket(fileno=int(sys.argv[1])))
    _end(main())
