"""Times whole processes against each other, alternating, so that a busy machine slows both."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median


def seconds_of(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Return how long a command takes from its start to its end, in seconds; it must succeed."""
    start = time.perf_counter()
    done = subprocess.run(command, env=dict(environ), capture_output=True, check=False)
    taken = time.perf_counter() - start
    assert done.returncode in (0, 1), done.stderr.decode()
    return taken


def alternate(
    commands: Mapping[str, Sequence[str]], environ: Mapping[str, str], rounds: int
) -> dict[str, float]:
    """Return the median seconds of each command over some rounds, in each of which all run once."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(seconds_of(command, environ))
    return {name: median(values) for name, values in taken.items()}
