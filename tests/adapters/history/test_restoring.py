"""Copies and what was kept aside: found by their days, and read as far as they can be."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, ids, paths_in, record
from tui.adapters.history.restoring import find_backups, sessions_in
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.text.problems import StoreProblem

DAY = date(2026, 11, 22)


def test_each_copy_is_found_with_its_day_and_its_sessions(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    assert find_backups(paths) == ()
    store = HistoryStore(paths, clock)
    store.merge([record(1), record(2)])
    clock.time += timedelta(days=1)
    store.replace(record(1, note="changed"))
    settings = SettingsStore(paths, clock)
    settings.put({"volume": 3})
    clock.time += timedelta(days=1)
    settings.put({"volume": 4})
    (paths.backups / "notes.txt").write_text("mine")
    (paths.backups / "before-import.2026-11-20T101112.zip").write_bytes(b"")
    found = find_backups(paths)
    assert [(item.day, item.of, item.sessions) for item in found] == [
        (DAY + timedelta(days=2), "settings.json", False),
        (DAY + timedelta(days=1), "2026-11.json", True),
        (date(2026, 11, 20), "before-import", False),
    ]
    assert found[0].records() == ()
    assert sessions_in(found) == {record(n).id: record(n) for n in (1, 2)}


def test_what_was_kept_aside_counts_and_so_do_whole_lines_of_damaged_copies(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    HistoryStore(paths, clock).merge([record(n) for n in range(1, 6)])
    month = paths.history / "2026-11.json"
    month.write_bytes(month.read_bytes()[:-60])
    HistoryStore(paths, clock).all()
    (aside,) = find_backups(paths)
    assert aside.damaged and aside.day == DAY
    assert ids(aside.records()) == {record(n).id for n in range(1, 5)}


@pytest.mark.parametrize(
    "name", ["2026-11.2026-13-40.json", "2026-11.json", "x", ".2026-11.2026-11-22.json.tmp"]
)
def test_other_names_are_passed_over(tmp_path: Path, name: str) -> None:
    paths = paths_in(tmp_path)
    paths.backups.mkdir(parents=True)
    (paths.backups / name).write_text("")
    assert find_backups(paths) == ()


def test_a_copy_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.backups.mkdir(parents=True)
    (paths.backups / "2026-11.2026-11-22.json").symlink_to("/dev/zero")
    with pytest.raises(StoreProblem, match="not a regular file"):
        sessions_in(find_backups(paths))
