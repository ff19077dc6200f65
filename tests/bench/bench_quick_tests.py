"""What the quick tests take, all and a subject alone: `python -m tests.bench [--before PYTHON] quick_tests`.

All of them on two processors, in each build; then every subject of this one through all floors, as somebody
runs it who works on it, as a part of that. Names of subjects (`streaks`) measure no others.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.timing import Taken, builds, taken_by

TESTS = Path(__file__).resolve().parents[1]
BEFORE, ALONE = 0.7, 0.1
"""Times the processor time of the build before, and of all, that all and one subject may take."""
ON_BOTH = ("-n", "2")


def running(python: str, folders: Sequence[Path], *options: str) -> Taken:
    """Return what the quick tests in these folders take, with all that they start."""
    command = (python, "-m", "pytest", "-p", "no:cacheprovider", *options, *map(str, folders))
    return taken_by(command, os.environ)


def subjects() -> dict[str, list[Path]]:
    """Return the folders of each subject: those of its name on the floors, or one beside the floors."""
    found: dict[str, list[Path]] = {}
    for folder in sorted({test.parent for test in TESTS.rglob("test_*.py")}):
        beside = folder.parent == TESTS
        found.setdefault(f"{folder.name}, beside" if beside else folder.name, []).append(folder)
    return found


def main(names: Sequence[str]) -> int:
    """Print all and each subject; return 1 where one takes more than it may."""
    slow = False
    whole: Taken | None = None
    if not names:
        taken = {build: running(python, [_tests_of(python)], *ON_BOTH) for build, python in builds().items()}
        whole = taken["now"]
        for build, one in taken.items():
            share = one.processor / taken.get("before", one).processor
            print(f"all, {build:<20}{one.wall:7.1f} s   {one.processor:7.1f} s of processors x{share:.2f}")
            slow |= build == "now" and "before" in taken and share > BEFORE
    for name, folders in subjects().items():
        if not names or name in names:
            one = running(sys.executable, folders)
            share = one.processor / whole.processor if whole else 0.0
            part = f" x{share:.2f}" if whole else ""
            print(f"{name:<25}{one.wall:7.1f} s   {one.processor:7.1f} s of processors{part}", flush=True)
            slow |= share > ALONE
    return int(slow)


def _tests_of(python: str) -> Path:
    """Return the tests beside the environment of this python."""
    return TESTS if python == sys.executable else Path(python).parents[2] / "tests"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
