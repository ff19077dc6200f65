"""What a session holds of memory with the sound's process: `python -m tests.bench [--before PYTHON] memory`.

Words and tones, the figure as a mosaic, 100x32, all drawn once. f2e7c69^ is the last build without a voice.
"""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.bench_session_cost import MOVING, megabytes, session
from tests.bench.timing import builds

ROUNDS = 3
RUNS_S = 16.0
ALLOWED = 1.0
"""Times the build before that it may hold."""


def held(python: str) -> tuple[float, float]:
    """Return the megabytes of a session in a build: all of them, and those of its sound's process."""
    with (
        tempfile.TemporaryDirectory() as folder,
        session(python, MOVING, Path(folder), "mosaic", cues="both") as run,
    ):
        run.read_for(RUNS_S)
        own = Path(f"/proc/{run.process.pid}/smaps_rollup").read_text()
        parent = next(int(line.split()[1]) for line in own.splitlines() if line.startswith("Pss:")) / 1024
        return megabytes(run.process.pid), parent


def main() -> int:
    """Print the medians of each build, in turn; return 1 when this one holds more than it may."""
    pythons = builds()
    rounds = [{name: held(python) for name, python in pythons.items()} for _ in range(ROUNDS)]
    whole = {name: median(each[name][0] for each in rounds) for name in pythons}
    for name, megabytes_ in whole.items():
        parent = median(each[name][1] for each in rounds)
        ratio = megabytes_ / whole["before"] if "before" in whole else 1.0
        print(f"{name:<8}{megabytes_:6.1f} MB x{ratio:.2f}, {parent:.1f} of them without the sound's process")
    return int(whole["now"] > ALLOWED * whole.get("before", whole["now"]))


if __name__ == "__main__":
    raise SystemExit(main())
