"""What Home costs when it is left alone, after the figure has come to rest, and when a day begins meanwhile.

Run it with `python -m tests.bench.bench_rest`; it takes a little over eleven minutes.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.bench_first_paint import COLUMNS, ROWS, settled_home
from tests.bench.timing import ELSEWHERE, builds, processor_s
from tests.terminal.harness import Terminal, environment

UNTIL_REST_S = 75.0
"""Three rounds of both exercises, and some."""
MEASURED_S = 600.0
ALLOWED = 0.0005
"""The share of a processor that it may take."""
NIGHT = "over a new day"
AT_NIGHT = """
from datetime import datetime, timedelta
from tui.adapters.machine import clock
began = datetime.now().astimezone()
ahead = began.replace(hour=4, minute=0, second=0) - timedelta(seconds=%r) - began
clock.MachineClock.now = lambda self: datetime.now().astimezone() + ahead
from tui.cli.main import main
raise SystemExit(main())
"""
"""The program on a clock by which the day begins in so many seconds."""


def main() -> int:
    """Print a line a build; all of them rest at the same time. Return 1 where this one takes too much."""
    allowed = True
    with ExitStack() as open_:
        resting: dict[str, Terminal] = {}
        commands = {build: (python, "-m", "tui") for build, python in builds().items()}
        commands[NIGHT] = (sys.executable, "-c", AT_NIGHT % (UNTIL_REST_S + MEASURED_S / 2))
        for build, command in commands.items():
            home = Path(open_.enter_context(tempfile.TemporaryDirectory())) / "home"
            settled_home(home, 0)
            environ = environment(home, COLORTERM="truecolor")
            resting[build] = open_.enter_context(Terminal(command, environ, COLUMNS, ROWS, cwd=ELSEWHERE))
        _read(resting, UNTIL_REST_S)
        before = {build: (processor_s(it.process.pid), len(it.written)) for build, it in resting.items()}
        _read(resting, MEASURED_S)
        for build, it in resting.items():
            used, written = before[build]
            share = (processor_s(it.process.pid) - used) / MEASURED_S
            print(f"Home at rest, {build:<16}{share:8.3%} of a processor, {len(it.written) - written} bytes")
            allowed &= build == "before" or share <= ALLOWED
    return int(not allowed)


def _read(terminals: dict[str, Terminal], seconds: float) -> None:
    until = Terminal.clock() + seconds
    while Terminal.clock() < until:
        for terminal in terminals.values():
            terminal.read(0.1)


if __name__ == "__main__":
    raise SystemExit(main())
