"""How long Home takes to its first paint, against an empty Textual app with header and footer.

Run it with `python -m tests.bench.bench_first_paint`. Whole processes on a pseudo-terminal, alternating; the
first paint is the first screen, as a terminal emulator has it, that holds all menu names and the footer.
"""

import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from tests.homes import paths_of, session
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

ROUNDS = 15
ALLOWED = 1.3
"""Times the empty app's first paint that Home's may take."""
FULL = 1.1
"""Times Home's first paint with nothing done that it may take with ten years of ten sessions a day."""
YEARS = 10
FIGURE_S = 0.4
"""Seconds after the first paint in which the figure must be there."""
PATIENCE_S = 20.0

EMPTY = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Empty(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield Static("nothing here")
        yield Footer()

Empty().run()
"""
MENU = ("Both stretches", "Sit and Rotate", "Sit and Arch", "? Keys", "q Quit")
FIGURE = ("upper back",)


def first_paint(home: Path, command: Sequence[str], *needed: Sequence[str]) -> list[float]:
    """Return the seconds after which the screen held each group of words."""
    begun = Terminal.clock()
    taken: list[float] = []
    with Terminal(command, environment(home, COLORTERM="truecolor"), 80, 24) as terminal:
        for words in needed:
            while not all(word in terminal.text for word in words):
                terminal.read(0.02)
                if Terminal.clock() - begun > PATIENCE_S:
                    raise TimeoutError(f"{words} did not appear")
            taken.append(Terminal.clock() - begun)
    return taken


def settled_home(where: Path, days: int) -> int:
    """Make a home past its first start, with ten sessions on each of so many days; return how many."""
    where.mkdir()
    SettingsStore(paths_of(where), MachineClock()).write(Settings(welcomed=True))
    noon = datetime.now().astimezone().replace(hour=12)
    made = [session(noon - timedelta(days=n // 10 + 1), n << 96) for n in range(days * 10)]
    return HistoryStore(paths_of(where), MachineClock()).add_all(made)


def main() -> int:
    """Print the medians and their ratios; return 1 when Home takes too long."""
    taken: dict[str, list[float]] = {"empty": [], "home": [], "full": [], "figure": []}
    with tempfile.TemporaryDirectory() as folder:
        new, old = Path(folder) / "new", Path(folder) / "old"
        settled_home(new, 0)
        sessions = settled_home(old, YEARS * 365)
        first_paint(old, PROGRAM, MENU)
        for _ in range(ROUNDS):
            taken["empty"] += first_paint(new, (sys.executable, "-c", EMPTY), ("nothing here", "Quit"))
            painted, drawn = first_paint(new, PROGRAM, MENU, FIGURE)
            taken["home"].append(painted)
            taken["figure"].append(drawn - painted)
            taken["full"] += first_paint(old, PROGRAM, MENU)
    empty, home, full, figure = (median(values) for values in taken.values())
    print(f"empty app                    {empty * 1000:6.1f} ms")
    print(f"home, nothing done yet       {home * 1000:6.1f} ms, {home / empty:.2f} of it (allowed {ALLOWED})")
    print(
        f"home, {sessions} sessions        {full * 1000:6.1f} ms, {full / home:.2f} of that (allowed {FULL})"
    )
    print(f"figure after home            {figure * 1000:6.1f} ms (allowed {FIGURE_S * 1000:.0f})")
    return int(home > ALLOWED * empty or full > FULL * home or figure > FIGURE_S)


if __name__ == "__main__":
    raise SystemExit(main())
