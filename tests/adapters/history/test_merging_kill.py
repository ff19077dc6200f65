"""An import is killed at chosen moments: each session is there once, as it was or as it came."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.adapters import processes
from tests.adapters.history.records import FixedClock, paths_in, record
from tui.adapters.history.store import HistoryStore
from tui.core.record.deletion import Deletion
from tui.core.record.record import Record

FIRST = date(2026, 10, 20)
NOW = FixedClock().now()
BEFORE = [record(n, FIRST + timedelta(days=n)) for n in range(24)]
NEW = [record(100 + n, FIRST + timedelta(days=2 * n - 40)) for n in range(24)]
EDITED = [record(n, FIRST + timedelta(days=n), note="edited", changed_at=NOW) for n in range(0, 8)]
MOVED = [record(n, date(2026, 9, n), note="moved", changed_at=NOW) for n in range(8, 11)]
GONE = [Deletion(item.id, NOW, item) for item in BEFORE[20:22]]
COMING = [*NEW, *EDITED, *MOVED]
AFTER = {item.id: item for item in [*BEFORE, *COMING]}
for item in GONE:
    del AFTER[item.id]


def store(folder: Path) -> HistoryStore:
    return HistoryStore(paths_in(folder), FixedClock())


def import_and_die(folder: Path, moment: int) -> int:
    def body() -> None:
        history = store(folder)
        processes.die_at(moment)
        history.merge(COMING, GONE)

    return processes.wait(processes.start(body))


def check(folder: Path) -> None:
    for path in paths_in(folder).history.glob("*.json"):
        json.loads(path.read_bytes())
    history = store(folder)
    found = history.all()
    assert history.problems == () and len({item.id for item in found}) == len(found)
    was = {item.id: item for item in BEFORE}
    for item in found:
        assert item in (was.get(item.id), AFTER.get(item.id))
    assert {item.id for item in BEFORE} - {item.id for item in found} <= {item.id for item in GONE}
    history.merge(COMING, GONE)
    assert {item.id: item for item in history.all()} == AFTER
    assert [path.name for path in paths_in(folder).history.iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("part", range(6))
def test_killed_at_any_moment_nothing_is_lost_or_half(tmp_path: Path, part: int) -> None:
    killed = 0
    for moment in range(part * 7, 600, 42):
        folder = tmp_path / str(moment)
        before: list[Record] = BEFORE
        store(folder).merge(before)
        if import_and_die(folder, moment) == 0:
            break
        killed += 1
        check(folder)
    assert killed >= 5
