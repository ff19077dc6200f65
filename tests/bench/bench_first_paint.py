"""How long Home takes to its first paint, against an empty Textual app; from there to what comes after it.

Run it with `python -m tests.bench.bench_first_paint`. Whole processes on a pseudo-terminal, alternating; the
first paint is the first screen, as a terminal emulator has it, that holds all menu names and the footer.

A start is measured in two homes past the Welcome. "Kept" is every later one: starts before it have kept what
the terminal answers and the first picture of the figure. "Nothing kept" is the first one; a new size of the
window, another theme and a new version lack only the picture. A build that keeps no picture draws it in both.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.bench.timing import ELSEWHERE, Taken, builds, middle, processor_s
from tests.homes import paths_of, session
from tests.terminal.harness import Terminal, environment
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.adapters.settings.terminals import TerminalStore
from tui.core.settings.settings import Settings
from tui.core.terminal.questions import Answers

ROUNDS = 15
COLUMNS, ROWS = 100, 32
COLOURS = {"COLORTERM": "truecolor"}
ALLOWED = 1.2
"""Times the empty app's processor time that Home's may take."""
FULL = 1.03
"""Times Home's first paint with nothing done that it may take with ten years of ten sessions a day."""
FIGURE = 0.5
"""Times what the build before takes from its first paint to its figure, where a picture is kept."""
CACHE = "cache"
"""The folder of a home with what is kept for the next start."""
KEEPING_S = 3.0
"""How long a start is left alone to keep it."""
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


class Start(NamedTuple):
    """What is taken to the first paint, and from there to the figure and to how it stands."""

    paint: Taken
    figure: Taken
    standing: Taken


def all_of(*words: str) -> Seen:
    """Return whether a screen holds all of these words."""
    return lambda terminal: all(word in terminal.text for word in words)


def has_figure(terminal: Terminal) -> bool:
    """Whether the figure has been drawn."""
    return (
        sum(character in _DRAWING for line in terminal.lines for character in line[COLUMNS // 2 :]) >= _DRAWN
    )


def seen_after(home: Path, command: Sequence[str], *needed: Seen) -> list[Taken]:
    """Return what was taken until the screen first showed each of the things that are needed.

    It is taken as the bytes arrive, and they are drawn when no more come: what our emulator spends on a
    paint is not the program's, which works on meanwhile.
    """
    begun = Terminal.clock()
    taken: dict[Seen, Taken] = {}
    waiting: list[tuple[Taken, bytes]] = []
    environ = environment(home, **COLOURS)
    with Terminal(command, environ, COLUMNS, ROWS, cwd=ELSEWHERE) as terminal:
        while len(taken) < len(needed):
            data = terminal.take(_GAP_S)
            if data:
                now = Taken(Terminal.clock() - begun, processor_s(terminal.process.pid))
                waiting.append((now, data))
                continue
            for now, data in waiting:
                terminal.show(data)
                for seen in needed:
                    if seen not in taken and seen(terminal):
                        taken[seen] = now
            waiting.clear()
            if Terminal.clock() - begun > PATIENCE_S:
                raise TimeoutError(f"it did not appear:\n{terminal.text}")
    return [taken[seen] for seen in needed]


def start(home: Path, python: str) -> Start:
    """Return what a start takes."""
    needed = all_of(*MENU), has_figure, all_of(STANDING)
    painted, *after = seen_after(home, (python, "-m", "tui"), *needed)
    return Start(painted, *(Taken(*(b - a for a, b in zip(painted, each, strict=True))) for each in after))


def begin(home: Path, python: str) -> None:
    """Let a start keep what it keeps for the next."""
    environ = environment(home, **COLOURS)
    with Terminal((python, "-m", "tui"), environ, COLUMNS, ROWS, cwd=ELSEWHERE) as terminal:
        terminal.read_for(KEEPING_S)


def make_homes(folder: Path, pythons: Mapping[str, str]) -> dict[str, tuple[Path, str]]:
    """Make the homes that are measured; return them and the python that runs in each, by what is printed."""
    found = {}
    full = folder / "full"
    settled_home(full, YEARS * 365)
    shutil.copytree(TEMPLATES, full / "exercises")
    for build, python in pythons.items():
        homes = {name: folder / f"{name} {build}" for name in ("kept", "nothing kept", "full")}
        settled_home(homes["kept"], 0)
        settled_home(homes["nothing kept"], 0)
        shutil.copytree(full, homes["full"])
        for name in ("kept", "full"):
            store = TerminalStore(paths_of(homes[name]), MachineClock(), environment(folder, **COLOURS))
            store.write(Answers((0, 0, 0), False))
            begin(homes[name], python)
        found |= {f"{build}, {name}": (home, python) for name, home in homes.items()}
    return found


def settled_home(where: Path, days: int) -> int:
    """Make a home past its first start, with ten sessions on each of so many days; return how many."""
    where.mkdir()
    SettingsStore(paths_of(where), MachineClock()).write(Settings(welcomed=True))
    noon = datetime.now().astimezone().replace(hour=12)
    made = [session(noon - timedelta(days=n // 10 + 1), n << 96) for n in range(days * 10)]
    HistoryStore(paths_of(where), MachineClock()).merge(made)
    return len(made)


def main() -> int:
    """Print the medians and their ratios; return 1 when something takes longer than it may."""
    empties: list[Taken] = []
    starts: dict[str, list[Start]] = {}
    with tempfile.TemporaryDirectory() as folder:
        homes = make_homes(Path(folder), builds())
        for round_ in range(ROUNDS + 1):
            (empty,) = seen_after(Path(folder), (sys.executable, "-c", EMPTY), all_of("nothing here", "Quit"))
            empties += [empty] if round_ else []
            for name, (home, python) in homes.items():
                if "nothing" in name:
                    shutil.rmtree(home / CACHE, ignore_errors=True)
                starts.setdefault(name, []).extend([start(home, python)] if round_ else [])
    medians = {name: Start(*map(middle, zip(*each, strict=True))) for name, each in starts.items()}
    return int(not report(medians, middle(empties)))


def report(starts: Mapping[str, Start], empty: Taken) -> bool:
    """Print what was taken; return whether it is no more than it may be."""
    print("ms of a processor and by the clock; full: ten years of ten sessions a day, and own exercises")
    print(f"{'':<20}{'first paint':<28}{'the figure after it':<22}how it stands after it")
    print(f"{'empty Textual app':<20}{_ms(empty)}")
    for name, one in starts.items():
        ratios = f"x{one.paint.processor / empty.processor:.2f} x{one.paint.wall / empty.wall:.2f}"
        print(f"{name:<20}{_ms(one.paint)} {ratios:<16}{_ms(one.figure)}{'':<10}{_ms(one.standing)}")
    now = starts["now, kept"]
    full = starts["now, full"].paint.processor / now.paint.processor
    print(f"the first paint of a full home, of that of a new one: x{full:.2f}")
    before = starts.get("before, kept")
    for name in ("kept", "nothing kept") if before else ():
        pairs = zip(starts[f"now, {name}"][1:], starts[f"before, {name}"][1:], strict=True)
        figure, standing = (
            f"x{one.processor / was.processor:.2f} x{one.wall / was.wall:.2f}" for one, was in pairs
        )
        print(f"of the build before, {name}: the figure {figure}, how it stands {standing}")
    quick = before is None or now.figure.processor <= FIGURE * before.figure.processor
    return quick and full <= FULL and now.paint.processor <= ALLOWED * empty.processor


def _ms(taken: Taken) -> str:
    return f"{taken.processor * 1000:5.0f} {taken.wall * 1000:5.0f}"


if __name__ == "__main__":
    raise SystemExit(main())
