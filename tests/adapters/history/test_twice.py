"""A session in two files counts once, in its later version: a sync program brings old files back."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import FixedClock, paths_in, record
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import Record
from tui.core.record.record_json import record_to_dict
from tui.core.streaks.days import facts_of

DAYS = st.dates(date(2026, 8, 1), date(2026, 11, 22))


@st.composite
def copies(draw: st.DrawFn) -> list[Record]:
    """Versions of a few sessions, each on a day of its own choice."""
    made: list[Record] = []
    for number in range(draw(st.integers(1, 5))):
        for version in range(draw(st.integers(1, 3))):
            first = record(number, draw(DAYS), left=draw(st.integers(0, 3)))
            made.append(replace(first, changed_at=first.started_at + timedelta(days=400, hours=version)))
    return made


def put(folder: Path, items: list[Record]) -> None:
    """Write month files as they may lie there: each id once in a file, in as many files as it likes."""
    months: dict[str, dict[str, Record]] = {}
    for item in items:
        held = months.setdefault(f"{item.day:%Y-%m}.json", {})
        if item.id not in held or held[item.id].version < item.version:
            held[item.id] = item
    history = paths_in(folder).history
    history.mkdir(parents=True, exist_ok=True)
    for name, held in months.items():
        lines = ",\n".join(f'"{key}": {json.dumps(record_to_dict(item))}' for key, item in held.items())
        (history / name).write_text(f'{{\n"sessions": {{\n{lines}\n}}\n}}\n')


def check(folder: Path, items: list[Record]) -> None:
    latest = {item.id: item for item in sorted(items, key=lambda item: item.version)}
    for _ in range(2):
        history = HistoryStore(paths_in(folder), FixedClock())
        assert history.days() == facts_of(latest.values())
        assert {item.id: item for item in history.all()} == latest
        newest = list(history.newest_first())
        assert {item.id: item for item in newest} == latest and len(newest) == len(latest)
        by_month = [item for month in range(8, 12) for item in history.month(2026, month)]
        assert sorted(item.id for item in by_month) == sorted(latest)
        assert all(history.find(key) == item for key, item in latest.items())


def test_of_two_versions_of_one_moment_the_same_holds_whichever_comes_first(tmp_path: Path) -> None:
    one, other = record(1, note="a"), record(1, note="b")
    for place, items in enumerate(((one, other), (other, one))):
        history = HistoryStore(paths_in(tmp_path / str(place)), FixedClock())
        for item in items:
            history.add(item)
        assert [item.note for item in history.all()] == ["b"]


@settings(max_examples=20)
@given(copies())
def test_every_reader_takes_the_later_version_once(items: list[Record]) -> None:
    with TemporaryDirectory() as folder:
        put(Path(folder), items)
        check(Path(folder), items)


def test_a_month_that_comes_back_after_an_edit_across_months_counts_once(tmp_path: Path) -> None:
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    history.merge([record(1, date(2026, 10, 20)), record(2, date(2026, 10, 21))])
    october = paths_in(tmp_path).history / "2026-10.json"
    before = october.read_bytes()
    assert history.days()
    moved = history.replace(record(1, date(2026, 11, 3)))
    october.write_bytes(before)
    check(tmp_path, [record(1, date(2026, 10, 20)), record(2, date(2026, 10, 21)), moved])
    history.delete(moved.id)
    check(tmp_path, [record(2, date(2026, 10, 21))])
