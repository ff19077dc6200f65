"""Runs the program as a process of its own, on homes of several kinds."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.cli.fork_server import LONGEST_INPUT, ForkServer

PROGRAM = (sys.executable, "-m", "tui")
PROGRAM_LINE = shlex.join(PROGRAM)
_KEPT = ("PATH", "LANG", "COVERAGE_PROCESS_START")
_OF_INTERPRETERS = ("PYTHON", "LC_", "LANG")
"""Variables that an interpreter reads as it starts begin so."""
CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def run(
    args: Sequence[str],
    home: Path,
    *,
    stdin: str | None = None,
    environ: dict[str, str] | None = None,
    modes_hold: bool = False,
    timeout_s: float = 60.0,
    fresh: bool = False,
) -> Ran:
    """Run `unhunch ARGS` and return what came of it.

    Each run is a process of its own; it has an interpreter of its own where `fresh` or a variable asks for
    one, and is a fork of one that has loaded the program otherwise.

    Args:
        args: the arguments.
        home: UNHUNCH_HOME.
        stdin: what to write to it; standard input is empty when None.
        environ: variables over the usual ones.
        modes_hold: whether the modes of files hold for root, too.
        timeout_s: how long it may take at most.
        fresh: with an interpreter of its own.
    """
    told = any(name.startswith(_OF_INTERPRETERS) for name in environ or {})
    given = (stdin or "").encode()
    if fresh or told or len(given) > LONGEST_INPUT:
        assert not modes_hold, "only a fork can give root's rights up"
        return _run([*PROGRAM, *args], home, stdin, environ, timeout_s)
    around = environment(home, **(environ or {}))
    status, out, err = _fork_server(os.getpid()).call(
        [*args], around, given, timeout_s, modes_hold=modes_hold
    )
    return Ran(status, *(_decoded(printed) for printed in (out, err)))


def run_script(script: str, home: Path) -> Ran:
    """Run a bash script that uses `PROGRAM_LINE`."""
    return _run(["bash", "-c", script], home, None, None, 60.0)


@cache
def _fork_server(_pid: int) -> ForkServer:
    """Return this process's own: a fork of it must not talk to that of its parent."""
    return ForkServer(environment(Path("/nonexistent")), CHECKOUT)


def _decoded(printed: bytes) -> str:
    """Decode as the pipes of a text process do."""
    return printed.decode().replace("\r\n", "\n").replace("\r", "\n")


def _run(
    command: Sequence[str],
    home: Path,
    stdin: str | None,
    environ: dict[str, str] | None,
    timeout_s: float,
) -> Ran:
    done = subprocess.run(
        command,
        env=environment(home, **(environ or {})),
        input=stdin or "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        timeout=timeout_s,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return a small environment with all data under `home` and no sound."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "HOME": str(home), "UNHUNCH_HOME": str(home), "SDL_AUDIODRIVER": "dummy", **more}


def one_line(text: str) -> bool:
    """Whether a text is exactly one line, and no traceback."""
    return text.endswith("\n") and text.count("\n") == 1 and "Traceback" not in text


def read_only(home: Path) -> None:
    """Take the right to write to `home` away; it holds for root where modes do."""
    for folder in (home, *(path for path in home.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
