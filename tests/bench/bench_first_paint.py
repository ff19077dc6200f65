"""How long Home takes to its first paint, against an empty Textual app with header and footer.

Run it with `python -m tests.bench.bench_first_paint`. Whole processes on a pseudo-terminal, alternating; the
first paint is the first screen, as a terminal emulator has it, that holds all menu names and the footer.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.timing import ELSEWHERE, Taken, builds, middle, processor_s
from tests.homes import paths_of, session
from tests.terminal.harness import Terminal, environment
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

ROUNDS = 15
COLUMNS, ROWS = 100, 32
ALLOWED = 1.2
"""Times the empty app's processor time that Home's may take."""
FULL = 1.03
"""Times Home's first paint with nothing done that it may take with ten years of ten sessions a day."""
YEARS = 10
PATIENCE_S = 20.0
TEMPLATES = Path(__file__).resolve().parents[2] / "content" / "templates"

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
STANDING = "This week"
"""What the first line begins with that tells how things stand."""
_DRAWING = frozenset("▖▗▘▙▚▛▜▝▞▟▀▄▌▐█" + r"_/\'`,.:()<>|-")
"""What a figure is drawn with, in blocks or in ASCII."""
_GAP_S = 0.01
"""Seconds without a byte after which those that came are drawn."""
_DRAWN = 60
"""Cells of it in the right half from which on there is a figure, and not a panel with words."""

Seen = Callable[[Terminal], bool]


def all_of(*words: str) -> Seen:
    """Return whether a screen holds all of these words."""
    return lambda terminal: all(word in terminal.text for word in words)


def has_figure(terminal: Terminal) -> bool:
    """Whether the figure has been drawn."""
    return (
        sum(character in _DRAWING for line in terminal.lines for character in line[COLUMNS // 2 :]) >= _DRAWN
    )


def first_paint(home: Path, command: Sequence[str], *needed: Seen) -> list[Taken]:
    """Return what was taken until the screen showed each of the things that are needed.

    It is taken as the bytes arrive, and they are drawn when no more come: what our emulator spends on a
    paint is not the program's, which works on meanwhile.
    """
    begun = Terminal.clock()
    taken: list[Taken] = []
    waiting: list[tuple[Taken, bytes]] = []
    environ = environment(home, COLORTERM="truecolor")
    with Terminal(command, environ, COLUMNS, ROWS, cwd=ELSEWHERE) as terminal:
        while len(taken) < len(needed):
            data = terminal.take(_GAP_S)
            if data:
                now = Taken(Terminal.clock() - begun, processor_s(terminal.process.pid))
                waiting.append((now, data))
                continue
            for now, data in waiting:
                terminal.show(data)
                while len(taken) < len(needed) and needed[len(taken)](terminal):
                    taken.append(now)
            waiting.clear()
            if Terminal.clock() - begun > PATIENCE_S:
                raise TimeoutError(f"it did not appear:\n{terminal.text}")
    return taken


def settled_home(where: Path, days: int) -> int:
    """Make a home past its first start, with ten sessions on each of so many days; return how many."""
    where.mkdir()
    SettingsStore(paths_of(where), MachineClock()).write(Settings(welcomed=True))
    noon = datetime.now().astimezone().replace(hour=12)
    made = [session(noon - timedelta(days=n // 10 + 1), n << 96) for n in range(days * 10)]
    HistoryStore(paths_of(where), MachineClock()).merge(made)
    return len(made)


def main() -> int:
    """Print the medians and their ratios; return 1 when Home takes too long."""
    taken: dict[str, list[Taken]] = {}
    with tempfile.TemporaryDirectory() as folder:
        new, old = Path(folder) / "new", Path(folder) / "old"
        settled_home(new, 0)
        sessions = settled_home(old, YEARS * 365)
        shutil.copytree(TEMPLATES, old / "exercises")
        for round_ in range(ROUNDS + 1):
            found = {
                "empty app": first_paint(new, (sys.executable, "-c", EMPTY), all_of("nothing here", "Quit"))
            }
            for build, python in builds().items():
                command = (python, "-m", "tui")
                found[f"Home, {build}"] = first_paint(new, command, all_of(*MENU))
                for what, seen in (("figure", has_figure), ("standing", all_of(STANDING))):
                    painted, after = first_paint(new, command, all_of(*MENU), seen)
                    found[f"its {what} after that, {build}"] = [
                        Taken(*(b - a for a, b in zip(painted, after, strict=True)))
                    ]
                found[f"Home, full, {build}"] = first_paint(old, (python, "-m", "tui"), all_of(*MENU))
            for name, (value,) in found.items() if round_ else ():
                taken.setdefault(name, []).append(value)
    print(f"full: {sessions} sessions and own exercises; processor time, wall time; times the empty app's")
    medians = {name: middle(values) for name, values in taken.items()}
    empty = medians["empty app"]
    for name, value in medians.items():
        print(
            f"{name:<32} {value.processor * 1000:6.1f} ms x{value.processor / empty.processor:.2f}   "
            f"{value.wall * 1000:6.1f} ms x{value.wall / empty.wall:.2f}"
        )
    home, full = (medians[name].processor for name in ("Home, now", "Home, full, now"))
    print(f"full against new: x{full / home:.2f}")
    return int(home > ALLOWED * empty.processor or full > FULL * home)


if __name__ == "__main__":
    raise SystemExit(main())
