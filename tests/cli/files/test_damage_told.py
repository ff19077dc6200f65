"""Damage that a command comes upon is told by that very command, whatever else it has to say."""

import json

import pytest

from tests.cli.programs import one_line, read_only, run
from tests.homes import fill


@pytest.mark.parametrize(
    "args",
    [("log", "arch"), ("edit", "last", "--note", "x"), ("get",), ("get", "reps.arch")],
    ids=" ".join,
)
def test_damaged_repetitions_are_told(tmp_path, args):
    home = tmp_path / "home"
    home.mkdir()
    fill(home, 7)
    assert run(("set", "reps.arch", "5"), home).status == 0
    (home / "progress.json").write_text('{"sit-')
    ran = run(args, home)
    assert ran.status == 0
    assert ran.err.count("\n") == 1 and "progress.json" in ran.err
    assert list(home.glob("progress.json.corrupt-*")), "set aside, not lost"


def test_a_damaged_history_is_told_where_the_export_fails(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    fill(home, 7)
    month = max((home / "history").glob("*.json"))
    month.write_bytes(month.read_bytes()[:-20])
    ran = run(("export", "-o", "/nowhere/x.csv"), home)
    assert ran.status == 1
    damage, failure = ran.err.splitlines()
    assert month.name in damage and "cannot write /nowhere/x.csv" in failure


@pytest.mark.parametrize("args", [("exercises", "--new", "arch"), ("sets", "x", "arch"), ("remind", "11:00")])
def test_nothing_of_ones_own_is_begun_on_a_home_that_cannot_be_written(tmp_path, args):
    home = tmp_path / "home"
    home.mkdir()
    read_only(home)
    ran = run(args, home, environ={"PATH": str(tmp_path)}, modes_hold=True)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "Traceback" not in ran.err
    assert [path.name for path in home.rglob("*") if path.name != ".lock"] == []


def test_what_was_deleted_is_not_written_over_where_it_cannot_be_read(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    fill(home, 7)
    assert run(("delete", "last"), home).status == 0
    before = (home / "deleted.json").read_bytes()
    count = len(json.loads(run(("history", "--json"), home).out)["sessions"])
    (home / "deleted.json").chmod(0)
    ran = run(("delete", "last"), home, modes_hold=True)
    (home / "deleted.json").chmod(0o600)
    assert ran.status == 1 and one_line(ran.err) and "cannot read deleted.json" in ran.err
    assert (home / "deleted.json").read_bytes() == before
    assert len(json.loads(run(("history", "--json"), home).out)["sessions"]) == count
