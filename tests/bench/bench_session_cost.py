"""What a session takes of a processor from cold, and once all its pictures are drawn, build beside build.

Run it with `python -m tests.bench.bench_session_cost`: whole processes on a pseudo-terminal, in turn.
"""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.bench_first_paint import COLUMNS, ROWS, settled_home
from tests.bench.timing import ELSEWHERE, builds, processor_s
from tests.terminal.harness import Terminal, environment

ROUNDS = 3
READY_S = 3.0
COLD_S = 12.0
UNTIL_DRAWN_S = 20.0
DRAWN_S = 10.0
MOVING = ("start", "rotate", "--reps", "20", "--move", "2", "--hold", "0.5", "--ready", "3")

Cost = tuple[float, float, float]
"""Shares of a processor from cold and once all is drawn, and kilobytes a second to the terminal."""


def cost(python: str) -> Cost:
    """Run a session in a build and return what it took."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        settled_home(home, 0)
        environ = environment(home, COLORTERM="truecolor")
        command = (python, "-m", "tui", *MOVING)
        with Terminal(command, environ, COLUMNS, ROWS, cwd=ELSEWHERE) as terminal:
            terminal.wait_for("rotate")
            terminal.read_for(READY_S)
            cold = share(terminal, COLD_S)
            terminal.read_for(UNTIL_DRAWN_S)
            written = len(terminal.written)
            drawn = share(terminal, DRAWN_S)
            return cold, drawn, (len(terminal.written) - written) / DRAWN_S / 1000


def share(terminal: Terminal, seconds: float) -> float:
    """Return the share of a processor that the program takes in the next seconds."""
    before = processor_s(terminal.process.pid)
    terminal.read_for(seconds)
    return (processor_s(terminal.process.pid) - before) / seconds


def main() -> None:
    """Print a line a build."""
    found: dict[str, list[Cost]] = {build: [] for build in builds()}
    for _ in range(ROUNDS):
        for build, python in builds().items():
            found[build].append(cost(python))
    print("mosaic at 100x32   from cold, 12 s   all drawn   to the terminal")
    for build, costs in found.items():
        cold, drawn, kilobytes = (median(part) for part in zip(*costs, strict=True))
        print(f"{build:<18}{cold:>16.2%}{drawn:>12.2%}{kilobytes:>12.1f} kB/s")


if __name__ == "__main__":
    main()
