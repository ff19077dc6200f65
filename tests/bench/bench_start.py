"""How long Home takes to its first paint, against an empty Textual app with a header and a footer.

Run it with `python -m tests.bench.bench_start`. Whole processes on a pseudo-terminal, alternating; the
first paint is there when the parsed screen holds the menu (the title of the empty app).
"""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.homes import fill, paths_of
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.clock import Clock
from tui.adapters.settings_store import SettingsStore
from tui.core.settings import Settings

ROUNDS = 15
EMPTY = (sys.executable, "-m", "tests.bench.empty_app")


def main() -> int:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        sessions = fill(home, days=365)
        SettingsStore(paths_of(home), Clock()).write(Settings(welcomed=True))
        environ = environment(home)
        taken: dict[str, list[float]] = {"empty": [], "Home": []}
        for number in range(ROUNDS + 1):
            empty = first_paint(EMPTY, environ, "An empty app")
            own = first_paint(PROGRAM, environ, "Both stretches")
            if number:  # the first round warms the caches
                taken["empty"].append(empty)
                taken["Home"].append(own)
    print(f"first paint at 100x30, {sessions} sessions, median of {ROUNDS} rounds")
    for name, values in taken.items():
        print(f"{name:<6} {median(values) * 1000:6.0f} ms")
    print(f"ratio  {median(taken['Home']) / median(taken['empty']):6.2f}")
    return 0


def first_paint(command: Sequence[str], environ: Mapping[str, str], seen: str) -> float:
    """Return the seconds from the start of a program until a text is on its screen."""
    start = time.perf_counter()
    with Terminal(command, environ) as terminal:
        while seen not in terminal.text:
            terminal.read(10.0)
        taken = time.perf_counter() - start
        os.killpg(terminal.process.pid, signal.SIGKILL)
    return taken


if __name__ == "__main__":
    raise SystemExit(main())
