"""Sessions under way where two programs meet, a file system refuses, or threads differ."""

import stat
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, paths_in, uuid
from tests.adapters.history.test_under_way import state
from tui.adapters.history.recovery import recover
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.core.text.problems import StoreProblem


def test_a_session_that_another_holds_is_not_written_over(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    holder = UnderWay(paths)
    holder.save(state(counted=3))
    with pytest.raises(StoreProblem) as caught:
        UnderWay(paths).save(state(counted=5))
    assert caught.value.line == "the session under way cannot be kept: another terminal holds it"
    holder.release()
    assert UnderWay(paths).find_interrupted() == (state(counted=3),)


def test_what_cannot_be_kept_is_told_with_the_systems_reason(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.data.mkdir(parents=True)
    paths.under_way.write_text("no folder")
    with pytest.raises(StoreProblem) as caught:
        UnderWay(paths).save(state())
    assert caught.value.line == "the session under way cannot be kept: File exists"


def test_nothing_is_written_that_could_not_be_read_again(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    endless = replace(state(), record=replace(state().record, seconds=float("nan")))
    under_way = UnderWay(paths)
    with pytest.raises(ValueError, match="JSON"):
        under_way.save(endless)
    under_way.release()
    assert list(paths.under_way.glob("*.json")) == []


def test_a_session_that_has_ended_elsewhere_cannot_be_taken(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.under_way.mkdir(parents=True)
    with pytest.raises(StoreProblem) as caught:
        UnderWay(paths).take(uuid(1))
    assert caught.value.line == "the session cannot be resumed: another terminal has taken it"
    assert list(paths.under_way.iterdir()) == []


def test_dropping_ones_own_session_forgets_it_and_dropping_another_keeps_it(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    for number in (1, 2):
        left = UnderWay(paths)
        left.save(state(number))
        left.release()
    mine = UnderWay(paths)
    mine.take(uuid(1))
    mine.drop(uuid(2))
    assert UnderWay(paths).find_interrupted() == ()
    mine.save(state(counted=4))
    mine.drop(uuid(1))
    assert list(paths.under_way.iterdir()) == []


def test_another_thread_can_let_go_of_it(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    under_way = UnderWay(paths)
    under_way.save(state())
    other = threading.Thread(target=under_way.release)
    other.start()
    other.join()
    assert UnderWay(paths).find_interrupted() == (state(),)


def test_a_session_that_is_held_is_passed_over_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = paths_in(tmp_path)
    holder = UnderWay(paths)
    holder.save(state())

    def waits(seconds: float) -> None:
        raise AssertionError(f"waits {seconds} s")

    monkeypatch.setattr(time, "sleep", waits)
    assert UnderWay(paths).find_interrupted() == ()
    holder.finish()


def test_files_and_locks_are_their_owners_only(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    under_way = UnderWay(paths)
    under_way.save(state())
    modes = {path.suffix: stat.S_IMODE(path.stat().st_mode) for path in paths.under_way.iterdir()}
    assert modes == {".json": 0o600, ".lock": 0o600}
    under_way.finish()


@pytest.mark.parametrize("suffix", [".json", ".lock"])
def test_what_cannot_be_removed_keeps_nothing_from_ending(tmp_path: Path, suffix: str) -> None:
    paths = paths_in(tmp_path)
    under_way = UnderWay(paths)
    under_way.save(state())
    path = paths.under_way / f"{uuid(1)}{suffix}"
    path.unlink()
    path.mkdir()
    under_way.finish()
    assert list(paths.under_way.iterdir()) == [path]


def test_what_makes_no_sense_is_told_with_the_place_where_it_is_kept(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.under_way.mkdir(parents=True)
    (paths.under_way / "a.json").write_text("torn")
    under_way = UnderWay(paths)
    assert under_way.find_interrupted() == ()
    (problem,) = under_way.problems
    aside = paths.under_way / "a.json.corrupt"
    assert problem.line == f"an interrupted session cannot be read: kept as {aside}"
    assert aside.read_text() == "torn"


def test_what_cannot_even_be_kept_aside_is_told_with_the_reason(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    (paths.under_way / "a.json.corrupt" / "taken").mkdir(parents=True)
    (paths.under_way / "a.json").write_text("torn")
    under_way = UnderWay(paths)
    assert under_way.find_interrupted() == ()
    (problem,) = under_way.problems
    assert problem.line == "an interrupted session cannot be read: Is a directory"


def test_a_session_that_ends_while_it_is_looked_for_leaves_nothing_behind(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.under_way.mkdir(parents=True)
    (paths.under_way / "0.json").symlink_to(paths.under_way / "gone")
    left = UnderWay(paths)
    left.save(state())
    left.release()
    under_way = UnderWay(paths)
    assert under_way.find_interrupted() == (state(),)
    assert under_way.problems == ()
    assert [path.name for path in paths.under_way.glob("*.json")] == [f"{uuid(1)}.json"]
    assert not (paths.under_way / "0.lock").exists()


@pytest.mark.parametrize("suffix", [".lock", ".json"])
def test_what_the_system_refuses_is_told_by_its_name_passed_over_and_left(
    tmp_path: Path, suffix: str
) -> None:
    paths = paths_in(tmp_path)
    left = UnderWay(paths)
    left.save(state(2))
    left.release()
    foreign = paths.under_way / f"{uuid(1)}{suffix}"
    foreign.mkdir()
    if suffix == ".lock":
        (paths.under_way / f"{uuid(1)}.json").touch()
    under_way = UnderWay(paths)
    found = recover(under_way, HistoryStore(paths, FixedClock()), state().record.day)
    assert found.offered == state(2)
    (line,) = found.lines
    reason = "Is a directory" if suffix == ".lock" else "is a folder"
    assert line == f"the interrupted session {uuid(1)}.json cannot be read: {reason}"
    assert foreign.is_dir()


def test_a_session_whose_lock_is_refused_can_neither_be_taken_nor_dropped(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    (paths.under_way / f"{uuid(1)}.lock").mkdir(parents=True)
    with pytest.raises(StoreProblem, match="cannot be resumed: Is a directory"):
        UnderWay(paths).take(uuid(1))
    with pytest.raises(StoreProblem, match="cannot be forgotten: Is a directory"):
        UnderWay(paths).drop(uuid(1))
