"""What a session costs while it moves: frames, gaps, processor and bytes to the terminal.

Run it with `python -m tests.bench.bench_session_screen`: a whole process on a pseudo-terminal of 100x32,
for sixty seconds of movements; the figure's area is read from what a terminal emulator shows.
"""

import os
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pyte

from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.files.paths import Paths
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

MEASURED_S = 60.0
WARM_UP_S = 6.0
COLUMNS, ROWS = 100, 32
STYLES = ("mosaic", "fine", "ascii")
MOVING = ("start", "rotate", "--reps", "20", "--move", "2", "--hold", "0.1", "--ready", "1")


@dataclass(frozen=True)
class Cost:
    """What was measured."""

    frames_s: float
    longest_gap_ms: float
    core: float
    kilobytes_s: float


def cost(style: str) -> Cost:
    """Run a session in a style of the figure and return what it cost."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        SettingsStore(Paths(home, home / "logs"), MachineClock()).write(
            Settings(welcomed=True, figure_style=style)
        )
        environ = environment(home, COLORTERM="truecolor")
        with Terminal((*PROGRAM, *MOVING), environ, COLUMNS, ROWS) as terminal:
            terminal.wait_for("rotate")
            terminal.read_for(WARM_UP_S)
            warm, used = len(terminal.written), cpu_s(terminal.process.pid)
            read: list[tuple[float, int]] = []
            terminal.watchers.append(lambda: read.append((time.monotonic(), len(terminal.written))))
            terminal.read_for(MEASURED_S)
            used = cpu_s(terminal.process.pid) - used
            written = terminal.written
    instants = changes(written, warm, read)
    gaps = [later - sooner for sooner, later in pairwise(instants)]
    return Cost(
        len(instants) / MEASURED_S,
        max(gaps) * 1000,
        used / MEASURED_S,
        (len(written) - warm) / MEASURED_S / 1000,
    )


def changes(written: bytes, warm: int, read: list[tuple[float, int]]) -> list[float]:
    """Return the instants at which the left half of the screen, where the figure is, had changed."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    stream.feed(written[:warm])
    before, at, instants = None, warm, []
    for instant, end in read:
        stream.feed(written[at:end])
        at = end
        shown = tuple(
            screen.buffer[row][column] for row in range(1, ROWS - 6) for column in range(COLUMNS // 2)
        )
        if shown != before:
            instants.append(instant)
        before = shown
    return instants


def cpu_s(pid: int) -> float:
    """Return the processor time that a process has used, its children left out."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print a row a style."""
    print(f"{'session at 100x32':<18}{'frames/s':>10}{'longest gap':>14}{'of a core':>12}{'to terminal':>14}")
    for style in STYLES:
        found = cost(style)
        print(
            f"{style:<18}{found.frames_s:>10.1f}{found.longest_gap_ms:>11.0f} ms{found.core:>11.1%}"
            f"{found.kilobytes_s:>9.1f} kB/s"
        )


if __name__ == "__main__":
    main()
