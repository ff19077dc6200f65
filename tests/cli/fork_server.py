"""Runs the program in forks of one process that has loaded it: `python -m tests.cli.fork_server SOCKET`.

Every call is a process of its own that begins and ends as one from a shell does; it is spared the fifth of a
second in which each would load the same modules. What is about loading, about the interpreter's own settings
or about rights that only a new program loses has to be proved without it.
"""

import atexit
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

import tui.adapters
import tui.cli
import tui.core

LONGEST_INPUT = 1 << 15
"""What any pipe takes at once."""
_HEAVY = ("tui.cli.full_screen", "tui.core.figure", "tui.core.sound", "tui.adapters.sound")
"""What brings Textual, pygame or NumPy with it: a call that needs them loads them."""
_LATE = ("encodings.utf_8_sig", "filelock", "tinydb")
"""What nearly every call loads when it comes to files."""


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
        self, args: list[str], environ: dict[str, str], stdin: bytes, timeout_s: float
    ) -> tuple[int, bytes, bytes]:
        """Return the exit status, negative when it was a signal, and what was printed.

        Raises:
            TimeoutError: it did not end in time, and was killed.
        """
        (given, to_give), (out, to_out), (err, to_err) = os.pipe(), os.pipe(), os.pipe()
        os.write(to_give, stdin)
        os.close(to_give)
        call = json.dumps({"args": args, "environ": environ}).encode() + b"\n"
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
            sys.argv = [str(Path(tui.__file__).with_name("__main__.py")), *asked["args"]]
            return
        for end in ends:
            os.close(end)
        calls.sendall(b"%d\n" % pid)
        calls.sendall(b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


if __name__ == "__main__":
    _load((tui.core, tui.adapters, tui.cli))
    from tui.cli.main import main

    _serve(socket.socket(fileno=int(sys.argv[1])))
    raise SystemExit(main())
