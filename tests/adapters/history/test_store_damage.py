"""Damaged files: at most the damaged line is lost, all else is restored, and it is told in one line."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.files.json_lines import salvage
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import Record
from tui.core.text.problems import StoreProblem

COUNT = 20
FILE = "2026-11.json"


def made(number: int) -> Record:
    return record(number, date(2026, 11, 1) + timedelta(days=number), note=f"note {number}")


def filled(folder: Path, *, backed_up: bool = False) -> Paths:
    """A month of records; with a backup that holds all but the last two."""
    paths = paths_in(folder)
    for name, data in _files(backed_up).items():
        path = paths.data / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(0o600)
        path.write_bytes(data)
    return paths


@cache
def _files(backed_up: bool) -> dict[str, bytes]:
    """What a store that was filled once leaves, by its names."""
    with TemporaryDirectory() as folder:
        paths = _fill(paths_in(Path(folder)), backed_up)
        files = (path for path in paths.data.rglob("*") if path.is_file())
        return {str(path.relative_to(paths.data)): path.read_bytes() for path in files}


def _fill(paths: Paths, backed_up: bool) -> Paths:
    clock = FixedClock()
    history = HistoryStore(paths, clock)
    history.merge(made(n) for n in range(COUNT - 2))
    if backed_up:
        clock.time += timedelta(days=1)
    for number in (COUNT - 2, COUNT - 1):
        history.add(made(number))
    if not backed_up:
        for copy in paths.backups.glob("*"):
            copy.unlink()
    return paths


def line_of(data: bytes, offset: int) -> bytes:
    begin = data.rfind(b"\n", 0, offset) + 1
    end = data.find(b"\n", offset)
    return data[begin : end if end >= 0 else len(data)]


def _line(number: int) -> bytes:
    marker = f'"note": "note {number}", "changed_at": null, "own_target": true}}'
    return marker.encode()


def problem_of(history: HistoryStore) -> str:
    (problem,) = history.problems
    assert isinstance(problem, StoreProblem)
    assert "\n" not in problem.line
    return problem.line


@pytest.mark.parametrize("bit", [0, 6, 7])
@pytest.mark.parametrize("tenth", range(11))
def test_a_flipped_byte_costs_at_most_its_line(tmp_path: Path, tenth: int, bit: int) -> None:
    path = filled(tmp_path).history / FILE
    data = path.read_bytes()
    offset = min(len(data) * tenth // 10, len(data) - 1)
    broken = data[:offset] + bytes([data[offset] ^ (1 << bit)]) + data[offset + 1 :]
    path.write_bytes(broken)
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    found = {item.id: item for item in history.all()}
    hit = line_of(data, offset)
    for number in range(COUNT):
        if _line(number) not in hit:
            assert found[uuid(number)] == made(number)
    again = HistoryStore(paths_in(tmp_path), FixedClock())
    assert again.all() == history.all()
    assert again.problems == (), "repaired once, then sound"
    if history.problems:
        assert "was damaged" in problem_of(history)
        (aside,) = path.parent.glob(f"{FILE}.corrupt-*")
        assert aside.read_bytes() == broken
        assert aside.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("tenth", range(10))
def test_a_cut_file_keeps_every_whole_line(tmp_path: Path, tenth: int) -> None:
    path = filled(tmp_path).history / FILE
    data = path.read_bytes()
    kept = data[: len(data) * tenth // 10]
    path.write_bytes(kept)
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    assert ids(history.all()) == {uuid(n) for n in range(COUNT) if _line(n) in kept}
    assert "was damaged" in problem_of(history)
    assert "missing" in problem_of(history)


@pytest.mark.parametrize("tenth", range(10))
def test_a_cut_file_is_restored_from_its_backup(tmp_path: Path, tenth: int) -> None:
    path = filled(tmp_path, backed_up=True).history / FILE
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * tenth // 10])
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    assert {uuid(n) for n in range(COUNT - 2)} <= ids(history.all())
    assert ("restored from" in problem_of(history)) == (tenth < 9)


@pytest.mark.parametrize("instead", [b"#", b"\x8a", b'"', b"{"])
def test_a_lost_line_end_costs_nothing(tmp_path: Path, instead: bytes) -> None:
    path = filled(tmp_path).history / FILE
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join(lines[:5]) + instead + b"\n".join(lines[5:]))
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    assert len(history.all()) == COUNT
    assert "was damaged" in problem_of(history)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"day": "2026-11-05"', b'"day": "2026-11-08"'),
        (b'"day": "2026-11-05"', b'"day": "2026-13-05"'),
        (b'"note": "note 4"', b'"nota": "note 4"'),
        (b'"note": "note 4"', b'"note": "nat\xc3\x28e 4"'),
        (uuid(4).encode(), uuid(3)[:-1].encode() + b"0"),
    ],
)
def test_an_unlawful_line_is_replaced_from_the_backup(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = filled(tmp_path, backed_up=True).history / FILE
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    assert sorted(history.all(), key=lambda item: item.day) == [made(n) for n in range(COUNT)]
    assert "1 restored from" in problem_of(history)


def test_damage_is_repaired_before_anything_is_added(tmp_path: Path) -> None:
    path = filled(tmp_path).history / FILE
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    history.add(record(77))
    kept = ids(HistoryStore(paths_in(tmp_path), FixedClock()).all())
    assert uuid(77) in kept
    assert kept == {uuid(77)} | {uuid(n) for n in range(COUNT) if _line(n) in data[: len(data) // 2]}
    assert "was damaged" in problem_of(history)


def test_a_second_damage_in_the_same_second_overwrites_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path).history / FILE
    for _ in range(2):
        path.write_bytes(path.read_bytes()[:-4])
        HistoryStore(paths_in(tmp_path), FixedClock()).all()
    assert len(list(path.parent.glob("*.corrupt-*"))) == 2


def test_a_document_of_a_newer_version_makes_its_file_read_only(tmp_path: Path) -> None:
    path = filled(tmp_path).history / FILE
    newer = path.read_bytes().replace(b'{"schema": 1, ', b'{"schema": 2, "mood": [], ', 1)
    path.write_bytes(newer)
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    assert len(history.all()) == COUNT - 1
    assert "newer version" in problem_of(history)
    with pytest.raises(StoreProblem, match="read-only"):
        history.add(record(77))
    with pytest.raises(StoreProblem, match="read-only"):
        history.delete(uuid(5))
    assert path.read_bytes() == newer
    history.add(record(78, date(2026, 12, 1)))
    assert history.find(uuid(78))


def test_salvage_keeps_the_documents_of_a_newer_version(tmp_path: Path) -> None:
    path = filled(tmp_path).history / FILE
    newer = path.read_bytes().replace(b'{"schema": 1, ', b'{"schema": 2, "mood": [], ', 1)
    path.write_bytes(newer[:-3])
    HistoryStore(paths_in(tmp_path), FixedClock()).all()
    assert b'"mood": []' in path.read_bytes()


def test_backups_are_daily_and_seven_are_kept(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    history = HistoryStore(paths, clock)
    for number in range(12):
        history.add(record(number, date(2026, 11, 3)))
        history.add(record(100 + number, date(2026, 11, 3)))
        clock.time += timedelta(days=1)
    names = sorted(copy.name for copy in paths.backups.iterdir())
    days = ("11-27", "11-28", "11-29", "11-30", "12-01", "12-02", "12-03")
    assert names == [f"2026-11.2026-{day}.json" for day in days]
    assert all(copy.stat().st_mode & 0o777 == 0o600 for copy in paths.backups.iterdir())


def test_an_edit_is_what_a_backup_never_overwrites(tmp_path: Path) -> None:
    paths = filled(tmp_path, backed_up=True)
    history = HistoryStore(paths, FixedClock())
    history.replace(replace(made(2), note="edited"))
    path = paths.history / FILE
    path.write_bytes(path.read_bytes()[:-3])
    found = HistoryStore(paths, FixedClock()).find(uuid(2))
    assert found is not None
    assert found.note == "edited"


@pytest.mark.slow
def test_any_single_flip_costs_at_most_its_line(tmp_path: Path) -> None:
    rng = random.Random(11)
    path = filled(tmp_path).history / FILE
    data = path.read_bytes()
    for _ in range(400):
        offset, bit = rng.randrange(len(data)), rng.randrange(8)
        path.write_bytes(data[:offset] + bytes([data[offset] ^ (1 << bit)]) + data[offset + 1 :])
        found = {item.id: item for item in HistoryStore(paths_in(tmp_path), FixedClock()).all()}
        hit = line_of(data, offset)
        for number in range(COUNT):
            if _line(number) not in hit:
                assert found[uuid(number)] == made(number), (offset, bit)
        for aside in path.parent.glob("*.corrupt-*"):
            aside.unlink()


@pytest.mark.slow
def test_rubbish_of_any_kind_is_survived(tmp_path: Path) -> None:
    rng = random.Random(12)
    path = filled(tmp_path).history / FILE
    data = path.read_bytes()
    for _ in range(200):
        pieces = [data[(at := rng.randrange(len(data))) : at + rng.randrange(2000)] for _ in range(4)]
        pieces.append(rng.randbytes(rng.randrange(300)))
        rng.shuffle(pieces)
        path.write_bytes(b"".join(pieces))
        history = HistoryStore(paths_in(tmp_path), FixedClock())
        assert ids(history.all()) <= {uuid(n) for n in range(COUNT)} | {uuid(77)}
        history.add(record(77, note="after"))
        assert history.find(uuid(77)) is not None
        for aside in path.parent.glob("*.corrupt-*"):
            aside.unlink()


def test_no_text_is_salvaged_that_is_none() -> None:
    data = b'{\n"t": {\n"a": {"x": "\xff"},\n"b": {"x": 1},\n"c": {"x"\n}\n}\n'
    assert salvage(data, lambda _key, _document: True) == ({"b": {"x": 1}}, 2)


def test_what_git_could_not_merge_is_taken_from_both_sides(tmp_path: Path) -> None:
    """As git 2.39 leaves a file to which two branches have added lines: their marks are no document."""
    texts = []
    for added in (2, 3):
        paths = paths_in(tmp_path / str(added))
        store = HistoryStore(paths, FixedClock())
        store.add(record(1))
        store.add(record(added))
        (month,) = paths.history.glob("*.json")
        texts.append(month.read_text().splitlines())
    ours, theirs = texts
    same, changed = (
        ours[:2],
        [index for index, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other],
    )
    first, last = changed[0], changed[-1] + 1
    merged = [
        *ours[:first],
        "<<<<<<< HEAD",
        *ours[first:last],
        "=======",
        *theirs[first:last],
        ">>>>>>> other",
        *ours[last:],
    ]
    assert same == theirs[:2]
    month.write_text("\n".join(merged))
    store = HistoryStore(paths, FixedClock())
    assert {found.id for found in store.all()} == {record(number).id for number in (1, 2, 3)}
    assert "3 could be read, 3 not" in store.problems[0].line
