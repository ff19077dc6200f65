"""From a key to the changed picture, on each screen, with ten years of history, against one Static.

Run it with `python -m tests.bench.bench_keys [SCREEN ...]`. Every program waits on a pseudo-terminal of its
own, and each in turn is given a key, so that whatever else the machine does slows them alike. The picture has
changed when the first bytes come back; the processor's time is all that the program takes for the key.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from tests.bench.bench_first_paint import COLUMNS, ROWS, settled_home
from tests.bench.timing import ELSEWHERE, Taken, builds, processor_s
from tests.terminal.harness import Terminal, environment

TIMES = 100
WARM = 8
"""Keys before those that count."""
QUIET_S, REST_S = 0.02, 0.06
"""How long nothing is written before a key, and how long after one its processor time is taken."""
PATIENCE_S = 5.0
MIDDLE, LATE = 1.5, 2.5
"""Times the Static that the median and the 99th percentile may be."""
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
UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
SHORT = ("start", "sit-and-arch", "--reps", "1", "--move", "1", "--hold", "0.1", "--ready", "1")


class Way(NamedTuple):
    """How a screen is reached and what changes its picture."""

    keys: tuple[str, ...]
    """Those that change the picture, by turns; one that answers must rest for 0.7 s, or it is held down."""
    seen: str
    """What is to be seen on it."""
    way: str = ""
    """The key that leads there."""
    first: str = "q Quit"
    """What is to be seen before that key."""
    command: tuple[str, ...] = ()


WAYS = {
    "Home": Way((DOWN, UP), "q Quit"),
    "How to": Way((DOWN, UP), "What it is for", "i"),
    "History": Way((LEFT, RIGHT), "Calendar", "h"),
    "Settings": Way((DOWN, UP), "Get ready", "s"),
    "Sounds": Way((DOWN, UP), "Play all", "l"),
    "Gallery": Way((DOWN, UP), "Begin", "a"),
    "Help": Way(("\t",), "Other screens", "?"),
    "Palette": Way((DOWN, UP), "find a command", "\x10"),
    "Session": Way(("m", "m"), "Go on", " ", "otate", ("start", "rotate", "--ready", "1")),
    "Summary": Way(("e", "f", "s"), "How was it?", command=SHORT),
}


class Keys:
    """What one program takes for each key; it starts when this is made."""

    def __init__(self, terminal: Terminal, keys: Sequence[str]) -> None:
        self.terminal = terminal
        self.taken: list[Taken] = []
        self._keys = keys

    def press(self, number: int) -> None:
        """Type the next key, and note what it took; after what the program still had to say."""
        terminal, pid = self.terminal, self.terminal.process.pid
        while terminal.read(QUIET_S):
            pass
        used, begun = processor_s(pid), Terminal.clock()
        terminal.type(self._keys[number % len(self._keys)])
        if not terminal.has_written(PATIENCE_S):
            raise TimeoutError(f"no key changes it:\n{terminal.text}")
        wall = Terminal.clock() - begun
        terminal.read_for(REST_S)
        self.taken.append(Taken(wall, processor_s(pid) - used))


def opened(command: Sequence[str], home: Path, way: Way) -> Terminal:
    """Return a program that shows the screen."""
    environ = environment(home, COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
    terminal = Terminal((*command, *way.command), environ, COLUMNS, ROWS, cwd=ELSEWHERE)
    if way.way:
        terminal.wait_for(way.first)
        terminal.read_for(1.0)
        terminal.type(way.way)
    terminal.wait_for(way.seen)
    terminal.read_for(1.0)
    return terminal


def main(names: Sequence[str]) -> int:
    """Print how many times the Static each screen takes; return 1 where this build takes more than it may."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        years = Path(folder) / "years"
        settled_home(years, 3650)
        static = Way(("a", "b"), "0")
        wanted = {name: way for name, way in WAYS.items() if not names or name in names}
        runs = {"one Static": ((sys.executable, "-c", STATIC), static)}
        for build, python in builds().items():
            runs |= {f"{name}, {build}": ((python, "-m", "tui"), way) for name, way in wanted.items()}
        pressed: dict[str, Keys] = {}
        for name, (command, way) in runs.items():
            home = Path(shutil.copytree(years, Path(folder) / name))
            pressed[name] = Keys(stack.enter_context(opened(command, home, way)), way.keys)
        for number in range(WARM + TIMES):
            for keys in pressed.values():
                keys.press(number)
    return printed({name: keys.taken[WARM:] for name, keys in pressed.items()})


def printed(taken: dict[str, list[Taken]]) -> int:
    """Print a line a screen; return 1 where this build takes more than it may."""
    figures = {
        name: (
            median(one.wall for one in each),
            quantiles([one.wall for one in each], n=100)[98],
            median(one.processor for one in each),
        )
        for name, each in taken.items()
    }
    base = figures["one Static"]
    print("to the first bytes: median, 99th percentile; processor time until it rests: median")
    slow = False
    for name, values in figures.items():
        ratios = [value / part for value, part in zip(values, base, strict=True)]
        print(
            f"{name:<20}",
            *(f"{1000 * v:7.1f} ms x{r:.2f}" for v, r in zip(values, ratios, strict=True)),
        )
        slow |= not name.endswith("before") and (ratios[0] > MIDDLE or ratios[1] > LATE)
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
