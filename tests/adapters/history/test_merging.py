"""Many sessions at once: each is read once, the disk is waited for once, and a fault changes nothing."""

import os
import sys
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import pytest

from tests.adapters.history.records import FixedClock, paths_in, record
from tui.adapters.files.safe_file import replace_all
from tui.adapters.history.store import HistoryStore
from tui.core.record.export import to_json
from tui.core.record.import_text import parse_import
from tui.core.record.record_json import record_from_dict
from tui.core.text.problems import StoreProblem

ITEMS = [record(n, date(2026, 11, 22) - timedelta(days=9 * n)) for n in range(30)]
MONTHS = len({(item.day.year, item.day.month) for item in ITEMS})


def store(folder: Path) -> HistoryStore:
    return HistoryStore(paths_in(folder), FixedClock())


def test_each_session_is_read_once_and_each_file_waited_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (waited.append(descriptor), real(descriptor)))
    text = to_json(ITEMS)
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code is record_from_dict.__code__

    sys.setprofile(count)
    try:
        merged = store(tmp_path).merge(parse_import(text))
    finally:
        sys.setprofile(None)
    assert merged.changed == calls == len(ITEMS)
    assert len(waited) == MONTHS + 1, "one for their folder"


BACKED_UP, WRITTEN = 3 * MONTHS, 5 * MONTHS
"""How often the disk has been asked by then: thrice for the backup of a month, twice for its new file."""


@pytest.mark.parametrize("fault", [0, BACKED_UP // 2, BACKED_UP + 1, BACKED_UP + MONTHS, WRITTEN - 1])
def test_a_full_disk_changes_nothing_and_the_next_try_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    history = store(tmp_path)
    history.merge(ITEMS[::2])
    before = {path.name: path.read_bytes() for path in paths_in(tmp_path).history.iterdir()}
    left = iter(range(fault))
    real_open, real_fsync = os.open, os.fsync

    def opening(path: str, flags: int, *more: int) -> int:
        if flags & os.O_EXCL and str(path).endswith(".tmp") and next(left, None) is None:
            raise OSError(28, "No space left on device")
        return real_open(path, flags, *more)

    def syncing(descriptor: int) -> None:
        if next(left, None) is None:
            raise OSError(5, "Input/output error")
        real_fsync(descriptor)

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(os, "fsync", syncing)
    with pytest.raises(StoreProblem, match=r"No space|Input/output"):
        history.merge(ITEMS)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in paths_in(tmp_path).history.iterdir()} == before
    assert history.merge(ITEMS).changed == len(ITEMS) // 2
    assert set(history.all()) == set(ITEMS)


def test_links_stay_links_and_files_are_for_their_owner(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles"
    kept.mkdir()
    (kept / "a.json").write_text("old")
    (tmp_path / "a.json").symlink_to(kept / "a.json")
    replace_all({tmp_path / "a.json": b"new", tmp_path / "b.json": b"b"})
    assert (tmp_path / "a.json").is_symlink() and (kept / "a.json").read_bytes() == b"new"
    assert {path.stat().st_mode & 0o777 for path in (kept / "a.json", tmp_path / "b.json")} == {0o600}


def test_a_month_of_a_newer_version_keeps_all_others_from_changing(tmp_path: Path) -> None:
    history = store(tmp_path)
    history.add(record(1))
    month = paths_in(tmp_path).history / "2026-11.json"
    month.write_text(month.read_text().replace('"schema": 1', '"schema": 99'))
    with pytest.raises(StoreProblem, match="read-only"):
        store(tmp_path).merge(ITEMS)
    assert [path.name for path in paths_in(tmp_path).history.iterdir()] == ["2026-11.json"]


def test_an_edited_session_moves_to_its_new_month(tmp_path: Path) -> None:
    history = store(tmp_path)
    history.merge([record(1), record(2)])
    moved = record(1, date(2026, 9, 3), changed_at=FixedClock().now())
    assert history.merge([moved]).changed == 1
    assert set(history.all()) == {moved, record(2)}
