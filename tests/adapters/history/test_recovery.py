"""What a repair tells, to the letter."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.core.text.problems import StoreProblem

KEPT = "(kept as 2026-11.json.corrupt-20261124T140500)"
NAME = "2026-11.json"


def three(paths: Paths, *, backup: bool) -> Path:
    """A month of three records, the first two of them in a backup of the day after; return the file."""
    clock = FixedClock()
    history = HistoryStore(paths, clock)
    history.merge([record(1), record(2)])
    clock.time += timedelta(days=1)
    history.add(record(3))
    if not backup:
        for copy in paths.backups.glob("*"):
            copy.unlink()
    return paths.history / NAME


def line(paths: Paths, expected: set[str]) -> str:
    clock = FixedClock()
    clock.time += timedelta(days=2)
    history = HistoryStore(paths, clock)
    assert ids(history.all()) == expected
    (problem,) = history.problems
    assert ids(HistoryStore(paths, clock).all()) == expected
    return problem.line


def test_a_line_that_is_lost(tmp_path: Path) -> None:
    path = three(paths_in(tmp_path), backup=False)
    path.write_text(path.read_text().replace(uuid(1), "not an id"))
    assert line(paths_in(tmp_path), {uuid(2), uuid(3)}) == (
        f"{NAME} was damaged: of its lines 2 could be read, 1 not, some may be missing {KEPT}"
    )


def test_a_line_that_the_backup_has(tmp_path: Path) -> None:
    path = three(paths_in(tmp_path), backup=True)
    path.write_text(path.read_text().replace(uuid(1), "not an id"))
    assert line(paths_in(tmp_path), {uuid(1), uuid(2), uuid(3)}) == (
        f"{NAME} was damaged: of its lines 2 could be read, 1 not, 1 restored from "
        f"2026-11.2026-11-23.json (deleted ones may be back) {KEPT}"
    )


def test_two_lines_of_which_the_backup_has_one(tmp_path: Path) -> None:
    path = three(paths_in(tmp_path), backup=True)
    path.write_text(path.read_text().replace(uuid(1), "not an id").replace(uuid(3), "nor this"))
    assert line(paths_in(tmp_path), {uuid(1), uuid(2)}) == (
        f"{NAME} was damaged: of its lines 1 could be read, 2 not, 1 restored from "
        f"2026-11.2026-11-23.json (deleted ones may be back), some may be missing {KEPT}"
    )


def test_a_torn_end_of_which_nothing_is_known_to_be_lost(tmp_path: Path) -> None:
    path = three(paths_in(tmp_path), backup=False)
    path.write_text(path.read_text().rstrip("}\n"))
    assert line(paths_in(tmp_path), {uuid(1), uuid(2)}).startswith(
        f"{NAME} was damaged: of its lines 2 could be read, 1 not, some may be missing"
    )
    path = three(paths_in(tmp_path / "other"), backup=False)
    path.write_text(path.read_text()[:-4])
    assert line(paths_in(tmp_path / "other"), {uuid(1), uuid(2), uuid(3)}) == (
        f"{NAME} was damaged: of its lines 3 could be read, some may be missing {KEPT}"
    )


def test_what_cannot_be_repaired_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    path = three(paths, backup=False)
    path.write_text("torn")
    (paths.history / f".{NAME}.corrupt-20261122T140500.tmp").mkdir()
    history = HistoryStore(paths, clock)
    assert history.all() == ()
    (problem,) = history.problems
    assert problem.line == (
        f"{NAME} is damaged: of its lines 0 could be read, 1 not (cannot repair {NAME}: Is a directory)"
    )
    assert path.read_text() == "torn"


def test_a_month_that_cannot_be_read_is_told_with_the_reason(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    (paths.history / NAME).mkdir(parents=True)
    with pytest.raises(StoreProblem) as caught:
        HistoryStore(paths, FixedClock()).all()
    assert caught.value.line == f"cannot read {NAME}: is a folder"
