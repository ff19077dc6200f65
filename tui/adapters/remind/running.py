"""Runs a scheduler's own tool."""

import os
import subprocess
from collections.abc import Mapping, Sequence

from tui.core.text.problems import StoreProblem

_PATIENCE_S = 20.0


def run_tool(command: Sequence[str], environ: Mapping[str, str]) -> tuple[int, bytes, str]:
    """Run a tool, in English, and return its exit status, its output, and the last line of its complaint.

    Raises:
        StoreProblem: when it cannot be run at all.
    """
    try:
        done = subprocess.run(
            command,
            env={**environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it does not answer"
        raise StoreProblem(f"cannot run {os.path.basename(command[0])}", reason) from error
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return done.returncode, done.stdout, said[-1] if said else ""
