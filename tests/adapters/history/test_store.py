"""The history store: what goes in comes out, from any terminal, by month and in order."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.adapters import processes
from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.writer import Writer
from tui.core.record.export import to_json
from tui.core.record.import_text import parse_import
from tui.core.record.record import Felt
from tui.core.record.undo import Change
from tui.core.streaks.days import facts_of
from tui.core.text.problems import StoreProblem

Open = Callable[[], HistoryStore]
DAY = date(2026, 11, 20)


@pytest.fixture
def open_store(tmp_path: Path) -> Open:
    return lambda: HistoryStore(paths_in(tmp_path), FixedClock())


def test_nothing_is_made_by_reading(tmp_path: Path, open_store: Open) -> None:
    history = open_store()
    assert history.all() == ()
    assert history.days() == {}
    assert history.month(2026, 11) == ()
    assert history.problems == ()
    assert not (tmp_path / "data").exists()


def test_what_is_added_is_read_by_another(open_store: Open) -> None:
    item = record(1, note='ünïcode\n[bold] "quotes" \u2028')
    open_store().add(item)
    assert open_store().all() == (item,)
    assert open_store().find(item.id) == item


def test_one_document_a_line_readable_by_its_owner_only(tmp_path: Path, open_store: Open) -> None:
    open_store().merge(record(n, note="two\nlines") for n in range(3))
    path = paths_in(tmp_path).history / "2026-11.json"
    lines = path.read_text().splitlines()
    assert len([line for line in lines if '"schema"' in line]) == 3
    assert list(json.loads(path.read_text())) == ["sessions"]
    made = [*paths_in(tmp_path).data.rglob("*")]
    assert {stat.S_IMODE(item.stat().st_mode) for item in made if item.is_file()} == {0o600}
    assert {stat.S_IMODE(item.stat().st_mode) for item in made if item.is_dir()} == {0o700}


def test_records_go_by_their_day_and_come_in_order(tmp_path: Path, open_store: Open) -> None:
    days = [date(2026, 11, 3), date(2025, 12, 31), date(2026, 11, 1), date(2026, 1, 1)]
    history = open_store()
    for number, day in enumerate(days):
        history.add(record(number, day))
    names = sorted(path.name for path in paths_in(tmp_path).history.iterdir())
    assert names == ["2025-12.json", "2026-01.json", "2026-11.json"]
    assert [item.day for item in history.all()] == sorted(days)
    assert [item.day for item in history.newest_first()] == sorted(days, reverse=True)
    assert [item.day for item in history.month(2026, 11)] == [date(2026, 11, 1), date(2026, 11, 3)]


def test_a_known_id_is_replaced_only_by_a_later_version(open_store: Open) -> None:
    history, item = open_store(), record(1)
    later = replace(item, note="later", changed_at=datetime(2026, 12, 1, tzinfo=UTC))
    history.add(item)
    history.add(later)
    history.add(item)
    assert history.all() == (later,)


def test_an_edit_is_dated_and_always_later(open_store: Open) -> None:
    history = open_store()
    history.add(record(1, changed_at=datetime(2027, 1, 1, tzinfo=UTC)))
    edited = history.replace(replace(record(1), note="edited"))
    assert edited.changed_at == datetime(2027, 1, 1, 0, 0, 0, 1, tzinfo=UTC)
    assert open_store().all() == (edited,)


def test_an_edit_of_a_deleted_record_is_refused(open_store: Open) -> None:
    history = open_store()
    history.add(record(1))
    open_store().delete(uuid(1))
    with pytest.raises(StoreProblem, match="deleted"):
        history.replace(record(1))


def test_an_edit_moves_a_record_to_another_month(tmp_path: Path, open_store: Open) -> None:
    history = open_store()
    history.merge([record(1, DAY), record(2, DAY)])
    history.replace(record(1, date(2026, 8, 2)))
    assert [item.id for item in open_store().month(2026, 8)] == [uuid(1)]
    assert [item.id for item in open_store().month(2026, 11)] == [uuid(2)]
    assert not paths_in(tmp_path).moving.exists()


def test_an_interrupted_move_is_finished_by_whoever_reads_next(tmp_path: Path, open_store: Open) -> None:
    paths = paths_in(tmp_path)
    open_store().add(record(1, DAY))
    before = (paths.history / "2026-11.json").read_bytes()
    open_store().replace(record(1, date(2026, 8, 2)))
    (paths.history / "2026-11.json").write_bytes(before)
    paths.moving.write_text(json.dumps({"id": uuid(1), "to": "2026-08.json"}))
    assert list(open_store().days()) == [date(2026, 8, 2)]
    assert open_store().month(2026, 11) == ()


def test_a_copy_in_two_months_counts_once(tmp_path: Path, open_store: Open) -> None:
    paths = paths_in(tmp_path)
    open_store().add(record(1, DAY))
    before = (paths.history / "2026-11.json").read_bytes()
    moved = open_store().replace(record(1, date(2026, 8, 2)))
    (paths.history / "2026-11.json").write_bytes(before)
    assert open_store().all() == (moved,)


def test_changes_can_be_undone(open_store: Open) -> None:
    history = open_store()
    first, second = record(1, DAY), record(2, DAY)
    history.merge([first, second])
    steps = [Change(None, record(3, DAY)), Change(second, replace(second, note="x")), Change(first, None)]
    for step in steps:
        history.apply(step)
    assert ids(history.all()) == {uuid(2), uuid(3)}
    for step in reversed(steps):
        history.apply(step.undone)
    assert [replace(item, changed_at=None) for item in history.all()] == [first, second]
    assert [(step.before is None, step.after is None) for step in steps] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_an_open_store_notices_another_change(open_store: Open) -> None:
    mine, other = open_store(), open_store()
    other.add(record(1))
    token = mine.token()
    assert mine.token() == token
    assert len(mine.all()) == 1
    other.replace(replace(record(1), note="from there"))
    assert mine.token() != token
    assert mine.all()[0].note == "from there"
    other.delete(uuid(1))
    assert mine.all() == ()
    assert mine.days() == {}


def test_importing_twice_changes_nothing(tmp_path: Path, open_store: Open) -> None:
    made = [record(n, DAY - timedelta(days=5 * n), felt=Felt.EASY) for n in range(20)]
    assert open_store().merge(made).changed == 20
    files = {path: path.read_bytes() for path in paths_in(tmp_path).history.iterdir()}
    assert open_store().merge(made).changed == 0
    assert {path: path.read_bytes() for path in paths_in(tmp_path).history.iterdir()} == files


def test_what_is_exported_and_imported_elsewhere_is_the_same(tmp_path: Path, open_store: Open) -> None:
    open_store().merge(record(n, DAY - timedelta(days=11 * n), note=f"=note {n}") for n in range(25))
    open_store().replace(record(3, DAY, note="edited"))
    text = to_json(open_store().all())
    other = HistoryStore(paths_in(tmp_path / "other"), FixedClock())
    assert other.merge(parse_import(text)).changed == 25
    assert to_json(other.all()) == text
    assert other.days() == open_store().days()


def test_importing_a_record_that_was_moved_makes_no_copy(open_store: Open) -> None:
    open_store().add(record(1, DAY))
    moved = open_store().replace(record(1, date(2026, 8, 2)))
    assert open_store().merge([record(1, DAY)]).changed == 0
    assert open_store().all() == (moved,)
    later = replace(record(1, DAY), changed_at=datetime(2030, 1, 1, tzinfo=UTC))
    assert open_store().merge([later]).changed == 1
    assert open_store().all() == (later,)


def test_a_link_stays_a_link(tmp_path: Path, open_store: Open) -> None:
    paths, elsewhere = paths_in(tmp_path), tmp_path / "dotfiles"
    elsewhere.mkdir()
    open_store().add(record(1))
    path = paths.history / "2026-11.json"
    path.rename(elsewhere / "stretches.json")
    path.symlink_to(elsewhere / "stretches.json")
    open_store().add(record(2))
    assert path.is_symlink()
    assert ids(open_store().all()) == {uuid(1), uuid(2)}
    assert [item.name for item in elsewhere.iterdir()] == ["stretches.json"]


def test_two_windows_never_take_the_same_id(open_store: Open) -> None:
    mine, other = open_store(), open_store()
    mine.add(record(1))
    other.add(record(2))
    mine.delete(uuid(2))
    mine.add(record(3))
    other.add(record(4))
    assert ids(open_store().all()) == {uuid(1), uuid(3), uuid(4)}


def test_no_folder_of_the_name_of_a_month_disturbs(tmp_path: Path, open_store: Open) -> None:
    open_store().add(record(1))
    (paths_in(tmp_path).history / "notes.txt").write_text("mine")
    (paths_in(tmp_path).history / "2026-11 (copy).json").write_text("{")
    assert len(open_store().all()) == 1


def test_reading_goes_on_while_another_writes(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    HistoryStore(paths, FixedClock()).merge(record(n, DAY) for n in range(20))

    def write() -> None:
        history = HistoryStore(paths, FixedClock())
        for number in range(20, 40):
            history.add(record(number, DAY))

    pid = processes.start(write)
    seen = 20
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        history = HistoryStore(paths, FixedClock())
        found = len(history.all())
        assert history.problems == ()
        assert found >= seen
        seen = found
    assert len(HistoryStore(paths, FixedClock()).all()) == 40


def test_one_store_serves_the_screen_and_the_writers_thread(open_store: Open) -> None:
    history = open_store()
    writer = Writer(history)
    seen = 0
    for number in range(40):
        writer.save(record(number, DAY - timedelta(days=number)))
        found = len(history.days())
        assert found >= seen
        assert len(tuple(history.newest_first())) >= found
        seen = found
    assert writer.join() == ()
    assert history.days() == facts_of(open_store().all())
    assert len(history.days()) == 40
    assert history.problems == ()
