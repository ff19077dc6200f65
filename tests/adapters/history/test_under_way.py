"""Sessions under way: kept after every unit, taken up or kept as partials after a kill."""

import signal
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.adapters import processes
from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.files.paths import Paths
from tui.adapters.history.recovery import keep_partial, recover
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.core.exercises.exercise import Side
from tui.core.record.schema import UnlawfulRecord
from tui.core.record.under_way import UnderWayState, plan_of, state_from_dict, state_of, state_to_dict
from tui.core.text.problems import Problem, StoreProblem

TODAY = date(2026, 11, 22)


def state(number: int = 1, counted: int = 3) -> UnderWayState:
    """A session of both of which some units of Rotate have been counted, left and right in turn."""
    so_far = record(number, TODAY, left=(counted + 1) // 2, right=counted // 2, total=0, felt=None)
    return UnderWayState(so_far, tuple(range(counted)), 5.0, 8.0, (0.0, 1.0), Side.LEFT)


def run_until_killed(paths: Paths, counted: int) -> None:
    """A program that counts so many units and is then killed."""

    def body() -> None:
        under_way = UnderWay(paths)
        for done in range(counted + 1):
            under_way.save(state(counted=done))
        (paths.data / "ready").touch()
        signal.pause()

    pid = processes.start(body)
    while not (paths.data / "ready").exists():
        assert processes.os.waitpid(pid, processes.os.WNOHANG) == (0, 0)
    try:
        assert UnderWay(paths).find_interrupted() == (), "held by the program that runs it"
        with pytest.raises(StoreProblem, match="another terminal"):
            UnderWay(paths).take(uuid(1))
    finally:
        processes.kill(pid)


def history_in(paths: Paths) -> HistoryStore:
    return HistoryStore(paths, FixedClock())


def test_every_finished_unit_survives_a_kill(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 5)
    assert UnderWay(paths).find_interrupted() == (state(counted=5),)
    assert UnderWay(paths).interrupted() == (state(counted=5).record,)


def test_it_is_offered_on_its_own_day_and_taken_by_one(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 3)
    mine, other = UnderWay(paths), UnderWay(paths)
    assert recover(mine, history_in(paths), TODAY).offered == state()
    assert recover(other, history_in(paths), TODAY).offered == state()
    assert mine.take(uuid(1)) == state()
    with pytest.raises(StoreProblem, match="another terminal"):
        other.take(uuid(1))
    assert recover(other, history_in(paths), TODAY).offered is None
    mine.save(state(counted=4))
    mine.finish()
    assert list(paths.under_way.iterdir()) == []


def test_later_it_becomes_a_partial_with_one_line(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 3)
    recovery = recover(UnderWay(paths), history_in(paths), date(2026, 11, 23))
    assert recovery.offered is None
    assert recovery.lines == ("The interrupted session of 2026-11-22 was kept as a partial.",)
    (kept,) = history_in(paths).all()
    assert kept == state().record
    assert kept.partial
    assert recover(UnderWay(paths), history_in(paths), date(2026, 11, 23)).lines == ()


def test_one_that_was_complete_is_kept_at_once(tmp_path: Path) -> None:
    under_way = UnderWay(paths_in(tmp_path))
    whole = UnderWayState(record(1, TODAY), tuple(range(9)), 5.0, 8.0, (0.0, 1.0), Side.LEFT)
    under_way.save(whole)
    under_way.release()
    recovery = recover(UnderWay(paths_in(tmp_path)), history_in(paths_in(tmp_path)), TODAY)
    assert recovery.offered is None
    assert recovery.lines == ("The interrupted session of 2026-11-22 was kept complete.",)


def test_with_nothing_counted_nothing_is_kept(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 0)
    recovery = recover(UnderWay(paths), history_in(paths), TODAY)
    assert (recovery.offered, recovery.lines) == (None, ())
    assert list(paths.under_way.iterdir()) == []


def test_what_was_saved_just_before_the_kill_is_not_offered(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 3)
    history_in(paths).add(state().record)
    assert recover(UnderWay(paths), history_in(paths), TODAY).offered is None
    assert ids(history_in(paths).all()) == {uuid(1)}
    assert UnderWay(paths).find_interrupted() == ()


def test_a_partial_that_cannot_be_saved_stays_under_way(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    run_until_killed(paths, 3)
    paths.history.write_text("no folder")
    with pytest.raises(StoreProblem):
        keep_partial(UnderWay(paths), history_in(paths), uuid(1))
    assert len(recover(UnderWay(paths), history_in(paths), date(2026, 11, 24)).lines) == 1
    paths.history.unlink()
    assert keep_partial(UnderWay(paths), history_in(paths), uuid(1)) == state().record


def test_two_interrupted_ones_are_one_offer_and_one_partial(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    for number in (1, 2):
        under_way = UnderWay(paths)
        under_way.save(state(number))
        under_way.release()
    recovery = recover(UnderWay(paths), history_in(paths), TODAY)
    assert recovery.offered == state(1)
    assert len(recovery.lines) == 1
    assert ids(history_in(paths).all()) == {uuid(2)}


def test_dropping_forgets_only_what_nobody_holds(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    holder = UnderWay(paths)
    holder.save(state())
    UnderWay(paths).drop(uuid(1))
    holder.release()
    assert len(UnderWay(paths).find_interrupted()) == 1
    UnderWay(paths).drop(uuid(1))
    UnderWay(paths).drop(uuid(99))
    assert UnderWay(paths).find_interrupted() == ()


def test_what_makes_no_sense_is_kept_aside_and_told_once(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.under_way.mkdir(parents=True)
    for name, text in (("a.json", ""), ("b.json", "{}"), ("c.json", '{"record": 1}')):
        (paths.under_way / name).write_text(text)
    under_way = UnderWay(paths)
    lines = recover(under_way, history_in(paths), TODAY).lines
    assert len(lines) == 3
    assert all("kept as" in line for line in lines)
    assert recover(under_way, history_in(paths), TODAY).lines == ()
    assert sorted(path.name for path in paths.under_way.glob("*.corrupt")) == [
        *("a.json.corrupt", "b.json.corrupt", "c.json.corrupt")
    ]


def test_a_session_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    under_way = UnderWay(paths)
    under_way.save(state())
    under_way.release()
    (path,) = paths.under_way.glob("*.json")
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2'))
    before = path.read_bytes()
    assert recover(UnderWay(paths), history_in(paths), TODAY).lines == ()
    with pytest.raises(StoreProblem):
        UnderWay(paths).take(uuid(1))
    assert path.read_bytes() == before


def test_taking_what_is_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.under_way.mkdir(parents=True)
    with pytest.raises(StoreProblem, match="another terminal"):
        UnderWay(paths).take(uuid(1))
    assert list(paths.under_way.iterdir()) == []


def test_the_plan_goes_on_where_it_was(tmp_path: Path) -> None:
    catalogue = read_catalogue(tmp_path / "none")
    exercises = {exercise.id: exercise for exercise in catalogue.exercises}
    plan = plan_of(state(), exercises)
    assert [planned.exercise.id for planned in plan.exercises] == ["sit-and-rotate", "sit-and-arch"]
    assert len(plan.units) == 9
    assert state_of(state().record, plan, [2, 0, 1]) == state()
    with pytest.raises(Problem, match="no longer there"):
        plan_of(state(), {"sit-and-rotate": exercises["sit-and-rotate"]})


@pytest.mark.parametrize(
    "change",
    [
        {"counted": [0, 1]},
        {"counted": [0, 1, 99]},
        {"counted": [0, 1, True]},
        {"counted": None},
        {"lead": "up"},
        {"rest_s": [1.0]},
        {"rest_s": 5},
        {"ready_s": -1},
        {"ready_s": "5"},
        {"more": 1},
        {"record": {}},
    ],
)
def test_an_unlawful_state_is_refused(change: dict[str, object]) -> None:
    assert state_from_dict(state_to_dict(state())) == state()
    with pytest.raises(UnlawfulRecord):
        state_from_dict(state_to_dict(state()) | change)


def test_a_longer_session_replaces_the_kept_state(tmp_path: Path) -> None:
    under_way = UnderWay(paths_in(tmp_path))
    under_way.save(state(1))
    under_way.save(replace(state(2)))
    assert UnderWay(paths_in(tmp_path)).find_interrupted() == (state(1),)
    under_way.finish()
    under_way.finish()
    assert UnderWay(paths_in(tmp_path)).find_interrupted() == (state(1),)
