"""Runs the program as a process of its own, on homes of several kinds."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAM = (sys.executable, "-m", "tui")
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
    before: Callable[[], None] | None = None,
    timeout_s: float = 60.0,
) -> Ran:
    """Run `unhunch ARGS` and return what came of it.

    Args:
        args: the arguments.
        home: UNHUNCH_HOME.
        stdin: what to write to it; standard input is empty when None.
        environ: variables over the usual ones.
        before: called in the child before the program starts.
        timeout_s: how long it may take at most.
    """
    done = subprocess.run(
        [*PROGRAM, *args],
        env=environment(home, **(environ or {})),
        input=stdin or "",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        preexec_fn=before,
        timeout=timeout_s,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return a small environment with all data under `home` and no sound."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_START") if name in os.environ}
    return {**kept, "HOME": str(home), "UNHUNCH_HOME": str(home), "SDL_AUDIODRIVER": "dummy", **more}


def one_line(text: str) -> bool:
    """Whether a text is exactly one line, and no traceback."""
    return text.endswith("\n") and text.count("\n") == 1 and "Traceback" not in text
