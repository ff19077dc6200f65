"""What the quick tests take, all and a subject alone: `python -m tests.bench [--before PYTHON] quick_tests`.

Wall time of all of them on two processors, in each build; then of every subject of this one by itself, as
somebody runs it who works on it, as a part of that. Names of subjects (`core/streaks`) measure no others.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.timing import Taken, builds, taken_by

TESTS = Path(__file__).resolve().parents[1]
FLOORS = ("core", "adapters", "ui")
BEFORE, ALONE = 0.7, 0.1
"""Times the build before, and what all take, that all and one subject may take."""


def running(python: str, *folders: Path) -> Taken:
    """Return what the quick tests in these folders take, with all that they start."""
    command = (python, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *map(str, folders))
    return taken_by(command, os.environ)


def subjects() -> list[str]:
    """Return every folder of tests by itself; `cli`, which has no subjects, as one."""
    folders = (folder for floor in FLOORS for folder in sorted((TESTS / floor).iterdir()))
    return [str(each.relative_to(TESTS)) for each in folders if any(each.glob("test_*.py"))] + ["cli"]


def main(names: Sequence[str]) -> int:
    """Print all and each subject; return 1 where one takes more than it may."""
    slow = False
    whole: Taken | None = None
    if not names:
        taken = {build: running(python, _tests_of(python)) for build, python in builds().items()}
        whole = taken["now"]
        for build, one in taken.items():
            share = one.wall / taken.get("before", one).wall
            print(f"all, {build:<20}{one.wall:7.1f} s x{share:.2f}   {one.processor:7.1f} s of processors")
            slow |= build == "now" and "before" in taken and share > BEFORE
    for name in names or subjects():
        one = running(sys.executable, TESTS / name)
        share = f" x{one.wall / whole.wall:.2f}" if whole else ""
        print(f"{name:<25}{one.wall:7.1f} s{share}   {one.processor:7.1f} s of processors", flush=True)
        slow |= whole is not None and one.wall > ALONE * whole.wall
    return int(slow)


def _tests_of(python: str) -> Path:
    """Return the tests beside the environment of this python."""
    return TESTS if python == sys.executable else Path(python).parents[2] / "tests"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
