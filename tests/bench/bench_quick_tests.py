"""What the quick tests of a subject take alone: `python -m tests.bench quick_tests`.

Processor time of pytest with all that it starts. A subject is what somebody runs who works on it.
"""

import os
import sys
from pathlib import Path

from tests.bench.timing import builds, taken_by

SUBJECTS = ("core/streaks", "adapters/history", "ui/history", "cli")


def main() -> int:
    """Print a line for each subject, of every build."""
    for subject in SUBJECTS:
        taken = {}
        for name, python in builds().items():
            folder = Path(python).parents[2] / "tests" / subject
            command = (python, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder))
            taken[name] = taken_by(command, os.environ).processor
        ratio = f", {taken['now'] / taken['before']:.2f} of it now" if "before" in taken else ""
        print(f"{subject:16}", ", ".join(f"{name} {used:5.1f} s" for name, used in taken.items()) + ratio)
    return 0


if __name__ == "__main__":
    sys.exit(main())
