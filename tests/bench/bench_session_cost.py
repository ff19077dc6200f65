"""What a session takes of a processor from cold, and once its pictures are drawn; its memory and its bytes.

Run it with `python -m tests.bench.bench_session_cost`: whole processes on pseudo-terminals. All builds run at
the same time, so that whatever else the machine does slows them alike; two minutes in all.
"""

import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.bench_first_paint import COLUMNS, ROWS
from tests.bench.timing import ELSEWHERE, builds, processor_s
from tests.homes import paths_of
from tests.terminal.harness import Terminal, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

ROUNDS = 3
READY_S = 3.0
COLD_S = 12.0
DRAWN_S = 10.0
USUAL_S = 30.0
MOVING = ("start", "rotate", "--reps", "20", "--move", "2", "--hold", "0.5", "--ready", "3")
"""A session that hardly ever holds: after twelve seconds all its movements have been drawn."""
USUAL = ("start", "rotate", "--ready", "3")
LOOKS = {"quadrants": "mosaic", "ASCII": "ascii"}
"""The figure's styles."""


class Cost(NamedTuple):
    """Shares of a processor from cold and once all is drawn, and megabytes, those of the sound with them."""

    cold: float
    drawn: float
    megabytes: float


def cost(python: str) -> Cost:
    """Return what a session that always moves takes in a build."""
    with tempfile.TemporaryDirectory() as folder, session(python, MOVING, Path(folder), "mosaic") as run:
        return Cost(share(run, COLD_S), share(run, DRAWN_S), megabytes(run.process.pid))


def kilobytes_s(python: str, style: str) -> float:
    """Return the kilobytes a second that a usual session writes to its terminal, holds and all."""
    with tempfile.TemporaryDirectory() as folder, session(python, USUAL, Path(folder), style) as run:
        before = len(run.written)
        run.read_for(USUAL_S)
        return (len(run.written) - before) / USUAL_S / 1000


def session(
    python: str,
    command: Sequence[str],
    folder: Path,
    style: str,
    cues: str = "tones",
) -> Terminal:
    """Return a session in a build, at the beginning of its first movement."""
    home = folder / "home"
    home.mkdir()
    SettingsStore(paths_of(home), MachineClock()).write(
        Settings(welcomed=True, figure_style=style, cues=cues)
    )
    environ = environment(home, COLORTERM="truecolor")
    terminal = Terminal((python, "-m", "tui", *command), environ, COLUMNS, ROWS, cwd=ELSEWHERE)
    terminal.wait_for("otate")
    terminal.read_for(READY_S)
    return terminal


def share(terminal: Terminal, seconds: float) -> float:
    """Return the share of a processor that the program takes in the next seconds."""
    before = processor_s(terminal.process.pid)
    terminal.read_for(seconds)
    return (processor_s(terminal.process.pid) - before) / seconds


def megabytes(pid: int) -> float:
    """Return the memory of a process and of its children, what they share counted once (Linux)."""
    children = [
        int(child)
        for thread in Path(f"/proc/{pid}/task").iterdir()
        for child in (thread / "children").read_text().split()
    ]
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(megabytes(child) for child in children)


def main() -> None:
    """Print a line a build and what it is of the first one; then what is written, look by look."""
    pythons = builds()
    with ThreadPoolExecutor(len(pythons) * len(LOOKS)) as pool:
        rounds = [list(pool.map(cost, pythons.values())) for _ in range(ROUNDS)]
        runs = [(python, look) for python in pythons.values() for look in LOOKS.values()]
        written = list(pool.map(kilobytes_s, *zip(*runs, strict=True)))
    costs = [Cost(*map(median, zip(*each, strict=True))) for each in zip(*rounds, strict=True)]
    print("mosaic at 100x32   from cold, 12 s   all drawn      memory")
    for name, one in zip(pythons, costs, strict=True):
        print(f"{name:<18}{one.cold:>16.2%}{one.drawn:>12.2%}{one.megabytes:>9.1f} MB")
    ratios = [now / before for before, now in zip(costs[0], costs[-1], strict=True)]
    print(f"{'ratio':<18}{ratios[0]:>16.2f}{ratios[1]:>12.2f}{ratios[2]:>9.2f}")
    print(f"\na usual session   {''.join(f'{look:>12}' for look in LOOKS)}   kB/s")
    for at, name in enumerate(pythons):
        of_it = written[at * len(LOOKS) : (at + 1) * len(LOOKS)]
        print(f"{name:<18}{''.join(f'{each:>12.1f}' for each in of_it)}")


if __name__ == "__main__":
    main()
