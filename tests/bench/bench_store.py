"""What saving and reading cost, printed: `python -m tests.bench.bench_store`."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from tests.adapters.history.records import FixedClock, paths_in, record
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.history.heatmap import heatmap
from tui.core.record.record import Record
from tui.core.streaks.days import StreakRules
from tui.core.streaks.status import status_of

TODAY = date(2026, 11, 22)
A_DAY = 10


def history(days: int, until: date = date(2026, 10, 31)) -> list[Record]:
    """Ten sessions a day up to `until`."""
    return [
        record(day * A_DAY + number, until - timedelta(days=day))
        for day in range(days)
        for number in range(A_DAY)
    ]


def this_month() -> list[Record]:
    """The 309 sessions that a full month holds before the one that is saved."""
    return [record(1_000_000 + n, date(2026, 11, 1) + timedelta(days=n % 22)) for n in range(309)]


def milliseconds(act: Callable[[], object], times: int = 21) -> float:
    """The median of `times` runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def saving_at_first(paths: Paths) -> float:
    """What the first saving of a program costs, that has read nothing so far."""
    taken = []
    for number in range(21):
        item = record(2_000_000 + number, TODAY)
        start = time.perf_counter()
        HistoryStore(paths, FixedClock()).add(item)
        taken.append((time.perf_counter() - start) * 1000)
        HistoryStore(paths, FixedClock()).delete(item.id)
    return median(taken)


def in_a_new_process(program: str) -> float:
    """The median wall time of a whole process."""
    return milliseconds(lambda: subprocess.run([sys.executable, "-c", program], check=True), 11)


def reading(paths: Paths) -> None:
    """Print what Home and the history screen need."""

    def home() -> None:
        store = HistoryStore(paths, FixedClock())
        status_of(store.days(), StreakRules(), TODAY)

    def screen() -> None:
        store = HistoryStore(paths, FixedClock())
        days = store.days()
        status_of(days, StreakRules(), TODAY)
        heatmap(days, StreakRules(), TODAY, 40)
        list(islice(store.newest_first(), 60))

    def rebuilt() -> None:
        paths.summary.unlink(missing_ok=True)
        HistoryStore(paths, FixedClock()).days()

    home()
    print(f"  days, streaks, strength           {milliseconds(home):8.1f} ms")
    print(f"  the same, calendar, 60 sessions   {milliseconds(screen):8.1f} ms")
    every = milliseconds(HistoryStore(paths, FixedClock()).all, 1)
    print(f"  every record                      {every:8.1f} ms")
    print(f"  the summary made anew             {milliseconds(rebuilt, 1):8.1f} ms")


def status(paths: Paths) -> float:
    """What a process that prints the status costs."""
    program = (
        "from datetime import date; from tui.adapters.machine.clock import MachineClock;"
        "from tui.adapters.files.paths import find_paths;"
        "from tui.adapters.history.store import HistoryStore; from tui.core.streaks.days import StreakRules;"
        "from tui.core.streaks.status import status_of;"
        f"paths = find_paths({{'UNHUNCH_HOME': {str(paths.data)!r}}});"
        "status_of(HistoryStore(paths, MachineClock()).days(), StreakRules(), date(2026, 11, 22))"
    )
    return in_a_new_process(program)


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as name:
        decade = paths_in(Path(name) / "decade")
        HistoryStore(decade, FixedClock()).merge([*history(3650), *this_month()])
        print(f"saving a session, the first of a program          {saving_at_first(decade):8.1f} ms")
        print("reading an empty history")
        reading(paths_in(Path(name) / "empty"))
        print("reading 36,809 sessions")
        reading(decade)
        floor = in_a_new_process("import json, tinydb")
        print(f"a process that imports json and tinydb            {floor:8.1f} ms")
        print(f"a process that works out the status of 36,809     {status(decade):8.1f} ms")
        print(
            f"a process that works out the status of none       {status(paths_in(Path(name) / 'no')):8.1f} ms"
        )


if __name__ == "__main__":
    main()
