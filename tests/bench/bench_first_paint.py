"""How long Home takes to its first paint, against an empty Textual app with header and footer.

Run it with `python -m tests.bench.bench_first_paint`. Whole processes on a pseudo-terminal, alternating; the
first paint is the first screen, as a terminal emulator has it, that holds all menu names and the footer.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.clock import Clock
from tui.adapters.paths import Paths
from tui.adapters.settings_store import SettingsStore
from tui.core.settings import Settings

ROUNDS = 15
ALLOWED = 1.3
"""Times the empty app's first paint that Home's may take."""
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


def main() -> int:
    """Print the medians and their ratio; return 1 when Home takes too long."""
    empty: list[float] = []
    home: list[float] = []
    figure: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        SettingsStore(Paths(where, where / "logs"), Clock()).write(Settings(welcomed=True))
        for _ in range(ROUNDS):
            empty += first_paint(where, (sys.executable, "-c", EMPTY), ("nothing here", "Quit"))
            painted, drawn = first_paint(where, PROGRAM, MENU, FIGURE)
            home.append(painted)
            figure.append(drawn - painted)
    ratio = median(home) / median(empty)
    print(f"empty  {median(empty) * 1000:6.1f} ms, least {min(empty) * 1000:6.1f} ms")
    print(f"home   {median(home) * 1000:6.1f} ms, least {min(home) * 1000:6.1f} ms")
    print(f"ratio  {ratio:.2f}, of the least {min(home) / min(empty):.2f} (allowed {ALLOWED})")
    print(f"figure {median(figure) * 1000:6.1f} ms after it (allowed {FIGURE_S * 1000:.0f})")
    return int(ratio > ALLOWED or median(figure) > FIGURE_S)


if __name__ == "__main__":
    raise SystemExit(main())
