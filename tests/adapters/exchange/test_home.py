"""A home goes into an archive and comes back the same, whatever the order in which homes are merged."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import FixedClock, paths_in, record
from tests.core.exchange.wholes import TUCK, wholes
from tui.adapters.exchange.home import Home
from tui.adapters.exchange.source_file import read_data
from tui.adapters.exchange.zip_file import write_zip
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.exchange.differences import compare
from tui.core.exchange.everything import Everything, to_files
from tui.core.exchange.import_file import Wanted
from tui.core.record.deletion import Deletion
from tui.core.text.problems import StoreProblem

CLOCK = FixedClock()
NOW = CLOCK.now()


def home_in(folder: Path) -> Home:
    paths = paths_in(folder)
    return Home(paths, CLOCK, HistoryStore(paths, CLOCK))


def take(folder: Path, other: Everything, replaced: frozenset[str] = frozenset()) -> None:
    """Do what `import` does with an archive."""
    paths = paths_in(folder)
    home = home_in(folder)
    taken = compare(home.read(), other, replaced)
    HistoryStore(paths, CLOCK).merge(other.sessions, other.deleted)
    home.write(taken.changes)


def trip(folder: Path) -> Everything:
    """Return what a home's archive holds."""
    whole = read_data(write_zip(to_files(home_in(folder).read())), "", Wanted())
    assert isinstance(whole, Everything)
    return whole


def in_force(whole: Everything) -> Everything:
    """Return what of a home a store keeps: deletions of the last 30 days, and no session that is deleted."""
    kept = tuple(item for item in whole.deleted if NOW - item.when < timedelta(days=30))
    gone = {item.id for item in kept}
    sessions = tuple(item for item in whole.sessions if item.id not in gone)
    return replace(
        whole,
        sessions=tuple(sorted(sessions, key=lambda item: (item.day, item.started_at, item.id))),
        deleted=tuple(sorted(kept, key=lambda item: (item.when, item.id))),
    )


@settings(max_examples=25)
@given(wholes())
def test_an_empty_home_becomes_the_same(whole: Everything) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        take(Path(one), whole)
        assert home_in(Path(one)).read() == in_force(whole)
        take(Path(other), trip(Path(one)))
        assert home_in(Path(other)).read() == home_in(Path(one)).read()
        take(Path(other), trip(Path(one)))
        assert home_in(Path(other)).read() == home_in(Path(one)).read()


VERSIONS = st.builds(
    lambda number, note, hours, later: record(
        number,
        date(2026, 11, 22 - hours),
        note=note,
        changed_at=NOW - timedelta(days=9) + timedelta(hours=hours) if later else None,
    ),
    st.integers(1, 4),
    st.sampled_from("ab"),
    st.integers(0, 3),
    st.booleans(),
)
DELETIONS = st.builds(
    lambda item, ago, erased: Deletion(item.id, NOW - timedelta(days=ago), None if erased else item),
    VERSIONS,
    st.integers(0, 40),
    st.booleans(),
)
HOMES = st.builds(
    Everything,
    sessions=st.lists(VERSIONS, max_size=4, unique_by=lambda item: item.id).map(tuple),
    deleted=st.lists(DELETIONS, max_size=1).map(tuple),
)


@settings(max_examples=40)
@given(st.lists(HOMES, min_size=2, max_size=3), st.data())
def test_the_order_of_merging_does_not_matter(homes: list[Everything], data: st.DataObject) -> None:
    order = data.draw(st.permutations(homes))
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        for whole in homes:
            take(Path(one), whole)
        for whole in order:
            take(Path(other), whole)
        mine, theirs = home_in(Path(one)).read(), home_in(Path(other)).read()
        assert mine.sessions == theirs.sessions
        assert {(item.id, item.when) for item in mine.deleted} == {
            (item.id, item.when) for item in theirs.deleted
        }


def test_what_was_deleted_elsewhere_goes_and_can_be_brought_back(tmp_path: Path) -> None:
    history = HistoryStore(paths_in(tmp_path), CLOCK)
    history.merge([record(1), record(2)])
    merged = history.merge([record(3)], [Deletion(record(1).id, NOW, record(1))])
    assert (merged.changed, merged.removed) == (1, 1)
    assert {item.id for item in history.all()} == {record(2).id, record(3).id}
    assert [item.record for item in history.deleted()] == [record(1)]
    history.add(record(1))
    assert len(history.all()) == 3 and history.deleted() == ()


def test_a_dry_run_tells_the_same_and_changes_nothing(tmp_path: Path) -> None:
    history = HistoryStore(paths_in(tmp_path), CLOCK)
    history.merge([record(1), record(2), record(4)])
    history.delete(record(4).id)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    later = record(2, note="b", changed_at=NOW)
    arguments = [record(1), later, record(3), record(4)], [Deletion(record(1).id, NOW, None)]
    told = history.merge(*arguments, dry=True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert history.merge(*arguments) == told
    assert (told.changed, told.known, told.deleted, told.removed) == (2, 0, 2, 1)


def test_a_broken_exercise_and_a_broken_setting_are_left_out_and_told(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    SettingsStore(paths, CLOCK).put({"volume": 99, "theme": "unhunch-light"})
    paths.exercises.mkdir()
    (paths.exercises / "bad.toml").write_text("name = 3")
    (paths.exercises / "good.toml").write_bytes(TUCK)
    (paths.exercises / "notes.txt").write_text("mine")
    (paths.exercises / "pipe.toml").symlink_to("/dev/zero")
    home = home_in(tmp_path)
    whole = home.read()
    assert whole.settings == {"theme": "unhunch-light"}
    assert list(whole.files) == ["exercises/good.toml"]
    assert [problem.title for problem in home.left_out] == [
        "setting volume",
        "exercises/bad.toml is left out",
        "exercises/pipe.toml is left out",
    ]


def test_a_backup_before_replacing_is_an_archive_for_its_owner_and_seven_are_kept(tmp_path: Path) -> None:
    clock = FixedClock()
    paths = paths_in(tmp_path)
    SettingsStore(paths, clock).put({"volume": 3})
    home = Home(paths, clock, HistoryStore(paths, clock))
    made = []
    for _ in range(9):
        clock.time += timedelta(days=1)
        made.append(home.back_up())
    assert sorted(paths.backups.glob("before-import.*")) == made[2:]
    assert made[-1].stat().st_mode & 0o777 == 0o600
    whole = read_data(made[-1].read_bytes(), "", Wanted())
    assert isinstance(whole, Everything) and whole.settings == {"volume": 3}


def test_a_place_where_nothing_can_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreProblem):
        home_in(tmp_path).write(Everything(files={"exercises/a.toml": TUCK}))
    with pytest.raises(StoreProblem):
        home_in(tmp_path).back_up()


def test_deletions_of_one_session_join_whatever_their_order() -> None:
    early = Deletion("x", datetime(2026, 1, 1).astimezone(), record(1))
    late = Deletion("x", datetime(2026, 1, 2).astimezone(), record(1, note="b", changed_at=NOW))
    erased = replace(early, record=None)
    assert early.joined(late) == late.joined(early) == late
    assert erased.joined(late) == late.joined(erased) == replace(late, record=None)
