"""Times whole processes against each other, alternating, so that a busy machine slows all of them.

Where the machine may have other work, processor time is what to judge by: wall time is everybody's.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

BEFORE = "UNHUNCH_BENCH_BEFORE"
"""Variable that names the python of another checkout's environment, to measure that build beside this one."""
ELSEWHERE = Path("/")
"""Where processes are started: a folder named `tui` where one stands would be taken for the program."""


class Taken(NamedTuple):
    """What a process has taken, in seconds."""

    wall: float
    processor: float


def builds() -> dict[str, str]:
    """Return the pythons of the builds to measure by name: this one, and the one before where it is named."""
    before = os.environ.get(BEFORE, "")
    return {**({"before": before} if before else {}), "now": sys.executable}


def taken_by(command: Sequence[str], environ: Mapping[str, str]) -> Taken:
    """Return what a command takes from its start to its end; it must succeed.

    Python keeps what it compiles, as it does for a person.
    """
    environ = {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    used, start = _children_s(), time.perf_counter()
    done = subprocess.run(command, env=environ, cwd=ELSEWHERE, capture_output=True, check=False)
    found = Taken(time.perf_counter() - start, _children_s() - used)
    assert done.returncode in (0, 1), done.stderr.decode()
    return found


def alternate(
    commands: Mapping[str, Sequence[str]], environ: Mapping[str, str], rounds: int
) -> dict[str, Taken]:
    """Return the medians of each command over some rounds, in each of which all run once."""
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(taken_by(command, environ))
    return {name: middle(values) for name, values in taken.items()}


def middle(values: Sequence[Taken]) -> Taken:
    """Return the medians."""
    return Taken(*(median(part) for part in zip(*values, strict=True)))


def processor_s(pid: int) -> float:
    """Return the processor time that a process has used, its children left out (Linux)."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def load() -> str:
    """Return a line that says how busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
