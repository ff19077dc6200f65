"""A sync program that cannot choose takes a month away: that is told, and its versions come back."""

from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, paths_in, record
from tests.cli.programs import run
from tui.adapters.history.store import HistoryStore


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    """A home of which rclone 1.60.1 has renamed both versions of a month; returns the first."""
    here, there = record(1), record(2)
    paths = paths_in(tmp_path)
    for version, kept in (("..path1", here), ("..path2", there)):
        store = HistoryStore(paths, FixedClock())
        store.add(kept)
        (month,) = paths.history.glob("*.json")
        month.rename(month.with_name(f"{month.name}{version}"))
    (paths.data / "summary.json").unlink(missing_ok=True)
    return month.with_name(f"{month.name}..path1")


def test_what_only_a_copy_holds_is_told_until_it_counts(torn: Path, tmp_path: Path) -> None:
    store = HistoryStore(paths_in(tmp_path), FixedClock())
    assert store.all() == ()
    first, second = store.problems
    assert first.line.startswith(f"{torn.name}: left by a sync program, and not counted: 1 session (")
    assert second.line.startswith(torn.name.replace("..path1", "..path2"))
    store.add(record(3))
    assert len(store.problems) == 2, "a month that is there again does not hold what is in the copies"
    store.add(record(1))
    (problem,) = store.problems
    assert problem.line.startswith(torn.name.replace("..path1", "..path2"))
    store.add(record(2))
    store.delete(record(2).id)
    assert store.problems == (), "what was deleted is not missed"


def test_a_copy_that_holds_nothing_more_is_no_problem(torn: Path, tmp_path: Path) -> None:
    """As Syncthing leaves it, after it was taken in."""
    store = HistoryStore(paths_in(tmp_path), FixedClock())
    store.add(record(1))
    store.add(record(2))
    torn.rename(
        torn.with_name(torn.name.replace(".json..path1", ".sync-conflict-20261127-101010-ABCDEFG.json"))
    )
    assert store.problems == ()


def test_settings_that_are_gone_are_told(tmp_path: Path) -> None:
    home = paths_in(tmp_path).data
    home.mkdir(parents=True, exist_ok=True)
    (home / "settings.json..path1").write_text("{}")
    (home / "settings.json..path2").write_text("{}")
    (told,) = run(("status",), home).err.splitlines()
    assert told == (
        "unhunch: settings.json is missing: a sync program has left settings.json..path1 (rename one back)"
    )
    (home / "settings.json..path1").rename(home / "settings.json")
    assert "settings.json is missing" not in run(("status",), home).err


def test_the_shell_says_how_and_takes_both_versions(torn: Path, tmp_path: Path) -> None:
    home = paths_in(tmp_path).data
    told = run(("status",), home)
    assert "not counted: 1 session" in told.err and f"unhunch import {home}" in told.err
    doctor = " ".join(run(("doctor",), home).out.split())
    assert "..path1" in doctor and "..path2" in doctor
    assert run(("due",), home).err == "", "a prompt asks for today, and is not told each time"
    assert run(("import", str(home)), home).out.startswith("2 sessions taken in")
    assert run(("status",), home).err == ""
