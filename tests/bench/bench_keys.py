"""From a key to the changed picture, on each screen, with ten years of history, against one Static.

Run it with `python -m tests.bench.bench_keys`. The key is written to a pseudo-terminal; the picture has
changed when the first bytes come back.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from tests.bench.bench_first_paint import COLUMNS, ROWS, settled_home
from tests.bench.timing import ELSEWHERE
from tests.terminal.harness import PROGRAM, Terminal, environment

TIMES = 120
QUIET_S = 0.15
PATIENCE_S = 5.0
STATIC = """
from textual.app import App
from textual.widgets import Static

class One(App):
    def compose(self):
        yield Static("0", id="number")

    def on_key(self, event):
        self.query_one(Static).update(event.key)

One().run()
"""
UP, DOWN = "\x1b[A", "\x1b[B"
SCREENS: dict[str, tuple[str, str, tuple[str, str]]] = {
    "Home": ("", "q Quit", (DOWN, UP)),
    "Instructions": ("i", "What it is for", (DOWN, UP)),
    "History": ("h", "Calendar", ("\x1b[D", "\x1b[C")),
    "Settings": ("s", "Get ready", (DOWN, UP)),
    "Sounds": ("l", "Esc", (DOWN, UP)),
    "Keys": ("?", "Esc", (DOWN, UP)),
}
"""The key that leads there from Home, what is to be seen then, and two keys that change the picture."""


def times(terminal: Terminal, keys: Sequence[str]) -> Iterator[float]:
    """Yield the milliseconds from each of the keys, in turn, to the first bytes of what they change."""
    for key in islice(cycle(keys), TIMES):
        while terminal.read(QUIET_S):
            pass
        begun = Terminal.clock()
        terminal.type(key)
        if terminal.read(PATIENCE_S):
            yield (Terminal.clock() - begun) * 1000


def measured(home: Path, command: Sequence[str], way: str, seen: str, keys: Sequence[str]) -> list[float]:
    """Return the times on one screen of a program."""
    environ = environment(home, COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
    with Terminal(command, environ, COLUMNS, ROWS, cwd=ELSEWHERE) as terminal:
        if way:
            terminal.wait_for("q Quit")
            terminal.read_for(1.0)
            terminal.type(way)
        terminal.wait_for(seen)
        terminal.read_for(1.0)
        return list(times(terminal, keys))


def main() -> None:
    """Print the median and the 99th percentile of each screen, and how many times those of the Static."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        settled_home(home, 3650)
        one = measured(home, (sys.executable, "-c", STATIC), "", "0", ("a", "b"))
        middle, slow = median(one), quantiles(one, n=100)[98]
        print(f"one Static    {middle:6.1f} ms         99th {slow:6.1f} ms")
        for name, (way, seen, keys) in SCREENS.items():
            found = measured(home, PROGRAM, way, seen, keys)
            at, late = median(found), quantiles(found, n=100)[98]
            print(f"{name:<13} {at:6.1f} ms x{at / middle:.2f}   99th {late:6.1f} ms x{late / slow:.2f}")


if __name__ == "__main__":
    main()
