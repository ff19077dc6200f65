"""Whatever a person wants to import: known, or told in one line what it is taken for."""

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.exchange.loop_backup import backup
from tests.adapters.history.records import record
from tests.core.exchange.foreign import NO, YES, Kept, harsh_log, kept, loop_export, loop_table, table
from tests.core.exchange.wholes import FILES, wholes
from tests.core.record.test_record_json import records
from tests.homes import fill, paths_of
from tui.adapters.exchange import source_file
from tui.adapters.exchange.source_file import Source, read_data, read_source
from tui.adapters.exchange.zip_file import write_zip
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.exchange.everything import Everything, to_files
from tui.core.exchange.habits import ForeignHistory
from tui.core.exchange.import_file import Wanted
from tui.core.record.export import to_csv, to_json
from tui.core.record.record import Record
from tui.core.text.problems import UsageProblem

PLAIN = Wanted()
WHOLE = Everything(
    sessions=(record(1), record(2)),
    settings={"volume": 3},
    files={name: data for name, (data, _) in FILES.items()},
)
HABITS = (
    Kept("Stretch, a bit", {record(1).day: YES}),
    Kept("Walk", {record(1).day: NO}),
)


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


KINDS: dict[str, bytes] = {
    "json": to_json([record(1), record(2)]).encode(),
    "csv": to_csv([record(1), record(2)]).encode(),
    "everything": write_zip(to_files(WHOLE)),
    "loop zip": write_zip(encoded(loop_export(HABITS))),
    "loop table": loop_table(HABITS[1:]).encode(),
    "loop backup": backup(HABITS),
    "harsh": harsh_log(HABITS).encode(),
    "table": table(HABITS[0]).encode(),
}


def done(source: Source) -> dict[str, set[object]]:
    assert isinstance(source, ForeignHistory)
    return {habit.name: set(habit.done) for habit in source.habits}


@settings(max_examples=30)
@given(kept(), st.sampled_from(["", "Loop Habits CSV 2026-11-20/"]))
def test_an_archive_of_loop_is_known(habits: tuple[Kept, ...], top: str) -> None:
    files = {f"{top}{name}": data for name, data in encoded(loop_export(habits)).items()}
    files["__MACOSX/._x"] = b"\0"
    assert done(read_data(write_zip(files), "", PLAIN)) == {habit.name: habit.done for habit in habits}


@settings(max_examples=30)
@given(kept())
def test_a_folder_of_loop_is_known_and_one_of_its_habits(habits: tuple[Kept, ...]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, data in encoded(loop_export(habits)).items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        assert done(read_source(folder, None, PLAIN)) == {habit.name: habit.done for habit in habits}
        (single, *_) = sorted(path for path in Path(folder).iterdir() if path.is_dir())
        (days,) = done(read_source(str(single), None, PLAIN)).values()
        assert days == habits[0].done
        assert list(done(read_source(str(single / "Checkmarks.csv"), None, PLAIN)).values()) == [days]


@settings(max_examples=30)
@given(st.lists(records(), max_size=4, unique_by=lambda item: item.id))
def test_an_export_is_known(items: list[Record]) -> None:
    assert read_data(to_json(items).encode(), "", PLAIN) == tuple(items)


@settings(max_examples=30)
@given(wholes())
def test_an_archive_of_everything_is_known(whole: Everything) -> None:
    assert read_data(write_zip(to_files(whole)), "", PLAIN) == whole


def test_each_kind_is_known() -> None:
    kinds = {name: type(read_data(data, "001 Walk", PLAIN)) for name, data in KINDS.items()}
    assert kinds.pop("everything") is Everything
    assert kinds.pop("json") is kinds.pop("csv") is tuple
    assert set(kinds.values()) == {ForeignHistory}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"Dear diary", "neither JSON nor CSV"),
        (b"a,b\n1,2\n", "its columns are a, b"),
        (b"BEGIN:VCALENDAR\r\n", "it is a calendar"),
        (b"%PDF-1.4", "it is a PDF"),
        (b"\x1f\x8b\x08", "it is compressed"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"Position,Name,Type\n", "list of Loop's habits"),
        (b"Date,Score\n", "Loop's scores"),
        (b"Date,Walk, far,Run,\n2026-11-20,0.0519,0.0000,0.1234,\n", "Loop's scores"),
        (b"\xff\xfe\x00", "it is not UTF-8 text"),
        (b"<html>", "a page"),
        (b"PK\x05\x06" + b"\0" * 18, "a ZIP archive with nothing of unhunch"),
        (write_zip({"[Content_Types].xml": b""}), "an Office document"),
        (write_zip({"mimetype": b""}), "an OpenDocument"),
        (write_zip({"unhunch.json": b"{}", "x.py": b""}), "x.py, which unhunch never writes"),
        (write_zip({"Habits.csv": b"\xff"}), "not UTF-8"),
    ],
)
def test_an_unknown_file_is_told_in_plain_words(data: bytes, told: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        read_data(data, "", PLAIN)
    assert told in caught.value.line and "\n" not in caught.value.line


@pytest.mark.parametrize("kind", ["json", "csv", "everything"])
@pytest.mark.parametrize("wanted", [Wanted("arch"), Wanted(habit="x"), Wanted(date_column="x")])
def test_what_is_said_in_vain_is_told(kind: str, wanted: Wanted) -> None:
    with pytest.raises(UsageProblem, match="does not apply: the file is of unhunch itself"):
        read_data(KINDS[kind], "", wanted)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.symlink_to("/dev/zero"), "is not a regular file"),
        (lambda path: path.mkdir(), "is a folder, and none of Loop's"),
        (lambda path: path.symlink_to(path.with_name("nowhere")), "No such file"),
        (lambda path: path.write_bytes(b"") or os.truncate(path, 65 * 2**20), "larger than 64 MiB"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, make: Callable[[Path], object], told: str) -> None:
    make(tmp_path / "x")
    with pytest.raises(UsageProblem, match=told):
        read_source(str(tmp_path / "x"), None, PLAIN)


def test_a_name_that_no_file_can_have_is_told() -> None:
    with pytest.raises(UsageProblem, match="cannot read"):
        read_source("a\0b", None, PLAIN)


def test_a_database_may_be_larger_than_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_file, "MOST_BYTES", 1000)
    (tmp_path / "Loop.db").write_bytes(KINDS["loop backup"])
    assert len(done(read_source(str(tmp_path / "Loop.db"), None, PLAIN))) == 2
    monkeypatch.setattr(source_file, "LARGEST_DATABASE", 2000)
    with pytest.raises(UsageProblem, match="larger than"):
        read_source(str(tmp_path / "Loop.db"), None, PLAIN)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return data with a few bytes flipped, cut out, doubled, or its end gone."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(content) or 1), chance.randint(1, 40)
        match chance.randrange(5):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + size]
            case 2:
                content[at:at] = content[at : at + size]
            case 3:
                del content[at:]
            case 4:
                content[at:at] = chance.choice([b",", b"\n", b'"', b"\0", b"9" * 30, b"-", b"[" * 20, b" : "])
    return bytes(content)


def check_mutated(kind: str, count: int) -> None:
    chance = random.Random(kind)
    for _ in range(count):
        data = mutated(KINDS[kind], chance)
        try:
            read_data(data, "001 Walk", PLAIN)
        except UsageProblem as problem:
            assert "\n" not in problem.line, data


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_gives_sessions_or_one_line(kind: str) -> None:
    check_mutated(kind, 60)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_mutated_files_give_sessions_or_one_line(kind: str) -> None:
    check_mutated(kind, 1000)


def test_a_folder_of_harsh_is_known(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(harsh_log(HABITS))
    (tmp_path / "habits").write_text("Walk: 1\n")
    assert set(done(read_source(str(tmp_path), None, PLAIN))) == {habit.name for habit in HABITS}


def test_a_home_is_known_and_its_history_too(tmp_path: Path) -> None:
    fill(tmp_path, 40)
    SettingsStore(paths_of(tmp_path), MachineClock()).put({"volume": 3})
    for name in ("", "history"):
        whole = read_source(str(tmp_path / name), None, PLAIN)
        assert isinstance(whole, Everything)
        assert set(whole.sessions) == set(HistoryStore(paths_of(tmp_path), MachineClock()).all())
        assert whole.settings == ({} if name else {"volume": 3})


def test_archives_that_only_look_like_one(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Habits.csv", "Position,Name\n")
    with pytest.raises(UsageProblem, match=r"no Checkmarks\.csv"):
        read_source(str(path), None, PLAIN)
