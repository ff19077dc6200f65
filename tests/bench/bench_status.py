"""How long `status` and `due` take as whole processes, over ten years of history.

Run it with `python -m tests.bench.bench_status`. The measure is a process that imports json and tinydb.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import alternate
from tests.homes import fill

ROUNDS = 25
ALLOWED = 2.5
"""Times the measure that either command may take."""


def main() -> int:
    """Print the medians and their ratios; return 1 when one is more than allowed."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        sessions = fill(home, days=3653)
        environ = {**os.environ, "UNHUNCH_HOME": str(home)}
        commands = {
            "measure": (sys.executable, "-c", "import json, tinydb"),
            "status": (sys.executable, "-m", "tui", "status"),
            "due": (sys.executable, "-m", "tui", "due"),
        }
        alternate(commands, environ, 1)
        taken = alternate(commands, environ, ROUNDS)
    print(f"{sessions} sessions on 3653 days, median of {ROUNDS} rounds")
    for name, value in taken.items():
        print(f"{name:<8} {value * 1000:6.1f} ms  x{value / taken['measure']:.2f}")
    return int(any(value > ALLOWED * taken["measure"] for value in taken.values()))


if __name__ == "__main__":
    raise SystemExit(main())
