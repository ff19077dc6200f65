"""What saving one session costs, in each build: `python -m tests.bench [--before PYTHON] saving`.

Beside it in its month lie none, thirty (one a day) or 309 (ten a day), and before that nothing or ten years.
Every build saves in a process of its own, in rounds; what is saved is taken away again outside the time.
"""

import json
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.adapters.history.records import FixedClock, paths_in
from tests.bench.bench_store import TODAY, history, this_month
from tests.bench.timing import ELSEWHERE, builds
from tui.adapters.history.store import HistoryStore

ROUNDS = 6
SAVES = 15
BEFORE, EMPTY = 0.6, 1.2
"""Times what the build before, and what an empty home takes, that it may take."""

SAVING = """
import json, sys, time, uuid
from datetime import date, datetime, timezone
from pathlib import Path
from statistics import median
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import ExerciseRecord, Origin, Record

class Clock:
    def now(self):
        return datetime(*map(int, sys.argv[2].split("-")), 14, tzinfo=timezone.utc)

folder, taken = Path(sys.argv[1]), []
store = HistoryStore(Paths(folder, folder / "logs"), Clock())
store.days()
for number in range(int(sys.argv[3]) + 1):
    part = ExerciseRecord("sit-and-arch", 3, False, total=3)
    item = Record(str(uuid.uuid4()), Clock().now(), Clock().now().date(), 64.0, Origin.TIMED, "arch", (part,))
    processor, wall = time.process_time(), time.perf_counter()
    store.add(item)
    taken.append((time.perf_counter() - wall, time.process_time() - processor))
    store.delete(item.id)
    (folder / "deleted.json").unlink()
print(json.dumps([median(part) for part in zip(*taken[1:])]))
"""


def saving(python: str, home: Path) -> tuple[float, float]:
    """Return the medians of wall and processor time in which a build saves a session in a home."""
    command = (python, "-c", SAVING, str(paths_in(home).data), str(TODAY), str(SAVES))
    told = subprocess.run(command, cwd=ELSEWHERE, check=True, capture_output=True).stdout
    wall, processor = json.loads(told)
    return wall, processor


def main() -> int:
    """Print the medians and their ratios; return 1 when this build takes more than it may."""
    month, years = this_month(), history(3650)
    beside = {"an empty home": [], "30 in the month": month[::10], "ten years": [*years[::10], *month[::10]]}
    homes = {**beside, "309 in the month": month, "ten years, ten a day": [*years, *month]}
    taken: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        for label, records in homes.items():
            HistoryStore(paths_in(Path(name) / label), FixedClock()).merge(records)
        for _ in range(ROUNDS):
            for label in homes:
                for build, python in builds().items():
                    taken.setdefault(f"{label}, {build}", []).append(saving(python, Path(name) / label))
    found = {name: tuple(median(part) for part in zip(*each, strict=True)) for name, each in taken.items()}
    slow = False
    print("times an empty home's, and the build before's: wall time, processor time")
    for name, values in found.items():
        label, _, build = name.rpartition(", ")
        empty, before = found[f"an empty home, {build}"], found.get(f"{label}, before", values)
        shares = [
            f"{1000 * a:6.2f} ms x{a / b:.2f} x{a / c:.2f}"
            for a, b, c in zip(values, empty, before, strict=True)
        ]
        print(f"  {name:<32} {'   '.join(shares)}")
        if build == "now" and label == "ten years, ten a day":
            slow = values[0] > EMPTY * empty[0] or (before != values and values[0] > BEFORE * before[0])
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
