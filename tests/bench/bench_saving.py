"""What saving one session costs, in each build: `python -m tests.bench [--before PYTHON] saving`.

Beside it in its month lie none, thirty (one a day) or 309 (ten a day), and before that nothing or ten years.
Every build saves in a process of its own, in rounds, of which the quietest counts: what else a machine does
can only add. What is saved is taken away again outside the time.
After each save the same file is written, synced and put in place with nothing but the system's calls: what
the disk alone takes more for a larger file is no build's to save.
"""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.adapters.history.records import FixedClock, paths_in
from tests.bench.bench_store import TODAY, history, this_month
from tests.bench.timing import ELSEWHERE, builds
from tui.adapters.history.store import HistoryStore

ROUNDS = 12
SAVES = 15
BEFORE, EMPTY = 0.6, 1.2
"""Times what the build before, and what an empty home takes, that it may take with years behind it."""

SAVING = """
import json, os, sys, time, uuid
from datetime import date, datetime, timezone
from pathlib import Path
from statistics import median
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import ExerciseRecord, Origin, Record

class Clock:
    def now(self):
        return datetime(*map(int, sys.argv[2].split("-")), 14, tzinfo=timezone.utc)

def bare(data, spare, target):
    file = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(file, data)
    os.fsync(file)
    os.close(file)
    os.replace(spare, target)
    file = os.open(target.parent, os.O_RDONLY)
    os.fsync(file)
    os.close(file)

def timed(act, *values):
    processor, wall = time.process_time(), time.perf_counter()
    act(*values)
    return time.perf_counter() - wall, time.process_time() - processor

folder, taken = Path(sys.argv[1]), []
month = folder / "history" / f"{sys.argv[2][:7]}.json"
data = month.read_bytes() if month.exists() else b" " * 500
store = HistoryStore(Paths(folder, folder / "logs"), Clock())
store.days()
for number in range(int(sys.argv[3]) + 1):
    part = ExerciseRecord("sit-and-arch", 3, False, total=3)
    item = Record(str(uuid.uuid4()), Clock().now(), Clock().now().date(), 64.0, Origin.TIMED, "arch", (part,))
    taken.append(timed(store.add, item) + timed(bare, data, folder / "bare.tmp", folder / "bare"))
    store.delete(item.id)
    (folder / "deleted.json").unlink()
print(json.dumps([*(median(part) for part in zip(*taken[1:])), *taken[0][:2]]))
"""


class Saving(NamedTuple):
    """Seconds: medians of some saves, and of the disk alone; and the first save of a process."""

    wall: float
    processor: float
    disk_wall: float
    disk_processor: float
    first_wall: float
    first_processor: float


def saving(python: str, home: Path) -> Saving:
    """Return what a build takes to save a session in a home."""
    command = (python, "-c", SAVING, str(paths_in(home).data), str(TODAY), str(SAVES))
    told = subprocess.run(command, cwd=ELSEWHERE, check=True, capture_output=True).stdout
    return Saving(*json.loads(told))


def is_slow(taken: Saving, empty: Saving, before: Saving | None) -> bool:
    """Whether a save takes more than it may."""
    wall = EMPTY * empty.wall + taken.disk_wall - empty.disk_wall
    processor = EMPTY * empty.processor + taken.disk_processor - empty.disk_processor
    slower = before is not None and taken.wall > BEFORE * before.wall
    return taken.wall > wall or taken.processor > processor or slower


def main() -> int:
    """Print what the quietest rounds took and the ratios; return 1 when this build takes more than it may."""
    month, years = this_month(), history(3650)
    beside = {"an empty home": [], "30 in the month": month[::10], "ten years": [*years[::10], *month[::10]]}
    homes = {**beside, "309 in the month": month, "ten years, ten a day": [*years, *month]}
    each: dict[tuple[str, str], list[Saving]] = {}
    with tempfile.TemporaryDirectory() as name:
        for label, records in homes.items():
            HistoryStore(paths_in(Path(name) / label), FixedClock()).merge(records)
        for _ in range(ROUNDS):
            for label in homes:
                for build, python in builds().items():
                    each.setdefault((label, build), []).append(saving(python, Path(name) / label))
    found = {key: Saving(*map(min, zip(*values, strict=True))) for key, values in each.items()}
    print(
        "times an empty home's, and the build before's: wall time, processor time; the disk alone; the first"
    )
    slow = False
    for (label, build), taken in found.items():
        empty, before = found["an empty home", build], found.get((label, "before"))
        shares = [
            f"{1000 * now:6.2f} ms x{now / there:.2f} x{now / once:.2f}"
            for now, there, once in zip(taken[:2], empty, before or taken, strict=False)
        ]
        disk = f"{1000 * taken.disk_wall:6.2f} {1000 * taken.disk_processor:5.2f} ms"
        first = (
            f"x{taken.first_wall / empty.first_wall:.2f} x{taken.first_processor / empty.first_processor:.2f}"
        )
        print(f"  {f'{label}, {build}':<32} {'   '.join(shares)} {disk}   {first}")
        slow |= build == "now" and label.startswith("ten years") and is_slow(taken, empty, before)
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
