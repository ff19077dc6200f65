"""What the voice costs: processor time to the first paint, and of a session, with words and without.

Run it with `python -m tests.bench.bench_voice`: whole processes on pseudo-terminals, in pairs, side by side,
so that both see the same machine; sounds go to SDL's dummy driver. The load is printed beside it.
"""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.bench.bench_session_screen import cpu_s
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.files.paths import Paths
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

PAINTS, SESSIONS = 20, 6
SESSION = ("start", "--reps", "1")
SECONDS = 36.0
"""A repetition of each exercise in its default times, and its words."""
WAYS = ("both", "tones")
ALLOWED, ALLOWED_CHILD_S = 1.03, 0.3
MENU = "Both stretches"


def opened(folder: Path, way: str, *args: str) -> Terminal:
    """Return a terminal in which the program starts, with a home that gives its cues that way."""
    home = folder / way
    if not home.exists():
        stored = Settings(welcomed=True, voice_offered=True, cues=way)
        SettingsStore(Paths(home, home / "logs"), MachineClock()).write(stored)
    environ = environment(home, COLORTERM="truecolor", SDL_AUDIODRIVER="dummy")
    return Terminal((*PROGRAM, *args), environ, 100, 32)


def first_paints(folder: Path) -> dict[str, float]:
    """Return the processor seconds to Home's first paint."""
    taken = {}
    for way in WAYS:
        with opened(folder, way) as terminal:
            terminal.wait_for(MENU)
            taken[way] = cpu_s(terminal.process.pid)
    return taken


def sessions(folder: Path) -> dict[str, tuple[float, float]]:
    """Return the processor seconds of the program and of its sound process in a session each."""
    with ExitStack() as stack:
        terminals = {way: stack.enter_context(opened(folder, way, *SESSION)) for way in WAYS}
        for terminal in terminals.values():
            terminal.wait_for("rotate")
        until = Terminal.clock() + SECONDS
        while Terminal.clock() < until:
            for terminal in terminals.values():
                terminal.read(0.02)
        return {
            way: (cpu_s(terminal.process.pid), sum(map(cpu_s, children_of(terminal.process.pid))))
            for way, terminal in terminals.items()
        }


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def main() -> int:
    """Print the medians and their differences; return 1 when the voice costs too much."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paints = [first_paints(folder) for _ in range(PAINTS)]
        runs = [sessions(folder) for _ in range(SESSIONS)]
    more = median(run["both"] / run["tones"] for run in paints)
    parent = median(run["both"][0] / run["tones"][0] for run in runs)
    child_s = median(run["both"][1] - run["tones"][1] for run in runs)
    print(f"load                           {os.getloadavg()[0]:.1f}")
    print(f"first paint, words / tones     {more:.3f} of {median(run['tones'] for run in paints):.3f} s")
    each = ", ".join(f"{run['both'][0] / run['tones'][0]:.3f}" for run in runs)
    print(f"session, words / tones         {parent:.3f} (allowed {ALLOWED}; {each})")
    print(f"sound process, words - tones   {child_s:.3f} s a session (allowed {ALLOWED_CHILD_S})")
    return int(parent > ALLOWED or child_s > ALLOWED_CHILD_S)


if __name__ == "__main__":
    raise SystemExit(main())
