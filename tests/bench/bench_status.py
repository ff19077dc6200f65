"""How long `status` and `due` take as whole processes, over ten years of history and in an empty home.

Run it with `python -m tests.bench.bench_status`. The measure is a process that imports json and tinydb.
`anew` is the first one after a change, whose answer cannot be repeated; a shell removes it.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import alternate, builds
from tests.homes import fill

ROUNDS = 25
ALLOWED = 1.5
"""Times the measure that either command may take."""


def main() -> int:
    """Print the medians and their ratios; return 1 when one of this build's is more than allowed."""
    commands = {"measure": (sys.executable, "-c", "import json, tinydb")}
    for build, python in builds().items():
        for command in ("status", "due"):
            commands[f"{command} {build}"] = (python, "-m", "tui", command)
    anew: dict[str, tuple[str, ...]] = {}
    for build, python in builds().items():
        line = f'rm -f "$UNHUNCH_HOME/answers.json"; exec {python} -m tui status'
        anew[f"anew {build}"] = ("sh", "-c", line)
    slow = False
    for days in (3653, 0):
        with tempfile.TemporaryDirectory() as folder:
            sessions = fill(Path(folder), days=days) if days else 0
            environ = {**os.environ, "UNHUNCH_HOME": folder}
            alternate(commands, environ, 1)
            taken = alternate(commands, environ, ROUNDS)
            for name, command in anew.items():  # one build after the other: each makes its own summary
                taken |= alternate({name: command}, environ, ROUNDS)
        print(f"{sessions} sessions, median of {ROUNDS} rounds: processor time, wall time")
        measure = taken["measure"]
        for name, found in taken.items():
            share, wall = found.processor / measure.processor, found.wall / measure.wall
            print(
                f"  {name:<14} {found.processor * 1000:6.1f} ms x{share:.2f}   "
                f"{found.wall * 1000:6.1f} ms x{wall:.2f}"
            )
            slow |= name in ("status now", "due now") and share > ALLOWED
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
