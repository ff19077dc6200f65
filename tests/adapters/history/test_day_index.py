"""What the history store answers without reading every file: days, stiffness, months to pass over."""

import re
from binascii import crc32
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, ids, paths_in, record
from tui.adapters.files import safe_file
from tui.adapters.history.day_index import read_index
from tui.adapters.history.store import HistoryStore
from tui.core.record.month_file import is_month, month_name
from tui.core.streaks.days import StreakRules, facts_of
from tui.core.streaks.status import status_of

Open = Callable[[], HistoryStore]
DAY = date(2026, 11, 20)


@pytest.fixture
def open_store(tmp_path: Path) -> Open:
    return lambda: HistoryStore(paths_in(tmp_path), FixedClock())


def test_days_come_from_the_summary_and_follow_every_change(tmp_path: Path, open_store: Open) -> None:
    history = open_store()
    made = [record(n, DAY - timedelta(days=9 * n), left=n % 4) for n in range(30)]
    history.merge(made)
    assert history.days() == facts_of(made)
    for item in made[::7]:
        history.replace(replace(item, exercises=item.exercises[:1]))
    history.delete(made[1].id)
    assert history.days() == facts_of(history.all())
    assert open_store().days() == facts_of(open_store().all())
    assert paths_in(tmp_path).summary.exists()


def test_how_things_stand_is_kept_no_longer_than_it_is_true(open_store: Open) -> None:
    history, other = open_store(), open_store()
    strict, kind = StreakRules(strict=True), StreakRules()

    def stands() -> bool:
        asked = [(rules, DAY + timedelta(days=n)) for rules in (kind, strict) for n in (0, 1, 2)]
        days = facts_of(history.all())
        return all(history.past().status(*each) == status_of(days, *each) for each in asked)

    assert stands()
    history.merge(record(n, DAY - timedelta(days=2 * n)) for n in range(9))
    assert history.past().status(kind, DAY).streak == 9 and stands()
    assert history.past().status(kind, DAY) is history.past().status(kind, DAY)
    other.delete(record(2).id)
    assert history.past().status(kind, DAY).streak == 2 and stands()
    other.add(record(20, DAY + timedelta(days=1)))
    assert stands()


@pytest.mark.parametrize(
    "rubbish", [b"", b"{}", b"[1]", b'{"schema": 1, "files": {"2026-11.json": 3}}', b"\xff"]
)
def test_a_summary_that_makes_no_sense_is_made_anew(tmp_path: Path, open_store: Open, rubbish: bytes) -> None:
    open_store().add(record(1))
    open_store().days()
    paths_in(tmp_path).summary.write_bytes(rubbish)
    assert open_store().days() == facts_of([record(1)])


def resealed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The summary with a change in it and the checksum that belongs to it."""
    first, rest = data.split(b"\n", 1)
    assert old in rest
    rest = b"\n" + rest.replace(old, new, 1)
    return re.sub(rb'"check":\d+', b'"check":%d' % crc32(rest), first) + rest


def test_a_digit_that_flips_in_the_summary_is_noticed(tmp_path: Path, open_store: Open) -> None:
    open_store().add(record(1))
    open_store().days()
    path = paths_in(tmp_path).summary
    whole = path.read_bytes()
    for at in range(whole.index(b"\n"), len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 1
        path.write_bytes(flipped)
        assert read_index(path) == {}
    assert open_store().days() == facts_of([record(1)])
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"days":[', b'"days":[9'),
        (b'"days":[', b'"days":[-'),
        (b'"days":[', b'"days":[730000,'),
        (b"[64.0]", b"[-64.0]"),
        (b"[64.0]", b"[NaN]"),
        (b"[64.0]", b"[1e999]"),
        (b"[64.0]", b"[%s]" % (b"9" * 400)),
        (b"[64.0]", b'["64"]'),
        (b'"sessions":[1]', b'"sessions":[-1]'),
        (b'"sessions":[1]', b'"sessions":[1.5]'),
        (b'"sessions":[1]', b'"sessions":[1,1]'),
        (b'"completed":[1]', b'"completed":[2]'),
        (b'"before":[],"after":[]', b'"before":[1],"after":[10]'),
        (b'"before":[],"after":[]', b'"before":["a"],"after":[1]'),
        (b'"before":[],"after":[]', b'"before":[1],"after":[]'),
        (b'"sit-and-arch"', b"3"),
        (b'"sided":true', b'"sided":1'),
        (b'"stamp":[', b'"stamp":[-'),
    ],
)
def test_a_summary_that_is_sealed_but_unlawful_is_made_anew(
    tmp_path: Path, open_store: Open, old: bytes, new: bytes
) -> None:
    open_store().add(record(1))
    open_store().days()
    path = paths_in(tmp_path).summary
    whole = path.read_bytes()
    assert resealed(whole, b"{", b"{") == whole
    path.write_bytes(resealed(whole, old, new))
    assert open_store().days() == facts_of([record(1)])
    assert open_store().past().stiffness == b""
    assert path.read_bytes() == whole


def test_a_summary_is_never_trusted_over_a_file(tmp_path: Path, open_store: Open) -> None:
    open_store().merge([record(1), record(2, date(2026, 9, 9))])
    open_store().days()
    (paths_in(tmp_path).history / "2026-09.json").unlink()
    path = paths_in(tmp_path).history / "2026-11.json"
    path.write_bytes(path.read_bytes().replace(b"2026-11-22", b"2026-11-21"))
    assert list(open_store().days()) == [date(2026, 11, 21)]


def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are opened from now on, as they are."""
    read: list[str] = []
    real = safe_file._opened

    def spy(path: Path, flags: int) -> int:
        read.append(path.name)
        return real(path, flags)

    monkeypatch.setattr(safe_file, "_opened", spy)
    return read


def test_files_that_have_not_changed_are_not_read_again(
    tmp_path: Path, open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().merge(record(n, DAY - timedelta(days=30 * n)) for n in range(12))
    open_store().days()
    read = files_read(monkeypatch)
    history = open_store()
    history.days()
    assert read == ["summary.json"]
    next(history.newest_first())
    assert read == ["summary.json", "2026-11.json"]
    assert list(history.newest_first("never-done")) == []
    assert next(history.newest_first(sided=True)).day == DAY
    assert read == ["summary.json", "2026-11.json"]


def test_a_session_is_looked_for_only_where_it_may_be(
    tmp_path: Path, open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [record(n, DAY - timedelta(days=30 * n)) for n in range(12)]
    open_store().merge(made)
    history = open_store()
    history.days()
    read = files_read(monkeypatch)
    assert history.find(made[2].id) == made[2]
    assert history.find(record(99).id) is None
    history.delete(made[3].id)
    assert {name for name in read if is_month(name)} == {month_name(item.day) for item in made[2:4]}


def test_a_session_is_found_where_another_terminal_has_put_it_since(open_store: Open) -> None:
    history, other = open_store(), open_store()
    there = [record(n, DAY - timedelta(days=30 * n)) for n in range(3)]
    history.merge(there)
    history.days()
    other.add(record(7, there[2].day))
    moved = other.replace(record(0, there[1].day))
    history.delete(record(7).id)
    history.delete(moved.id)
    assert ids(open_store().all()) == {there[1].id, there[2].id}


def test_months_without_what_is_looked_for_are_passed_over(open_store: Open) -> None:
    history = open_store()
    sides, arch = record(1, date(2026, 9, 9)), record(2, date(2026, 10, 9), left=0, right=0)
    history.merge([sides, replace(arch, exercises=arch.exercises[1:])])
    assert ids(history.newest_first(sided=True)) == {sides.id}
    assert ids(history.newest_first("sit-and-rotate")) == {sides.id}
    assert [item.id for item in history.newest_first("sit-and-arch")] == [arch.id, sides.id]


def test_stiffness_is_read_in_order(open_store: Open) -> None:
    history = open_store()
    history.add(record(1, date(2026, 11, 2), stiffness_before=5, stiffness_after=3))
    history.add(record(2, date(2026, 10, 2), stiffness_before=6, stiffness_after=6))
    history.add(record(3, date(2026, 10, 3), stiffness_before=6))
    assert history.past().stiffness == bytes((6, 6, 5, 3))
