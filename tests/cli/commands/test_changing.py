"""Commands that change what is kept, as processes on an empty, full, damaged and read-only home."""

import shutil

import pytest

from tests.cli.programs import one_line, read_only, run

WRITING = (
    ("log",),
    ("log", "rotate=3+2", "--felt", "fine", "--day", "yesterday", "--time", "23:10", "--note", "desk"),
    ("away", "2026-12-24", "2027-01-02"),
    ("away", "tomorrow", "--json"),
    ("set", "hold", "3"),
    ("set", "reps.rotate", "4"),
    ("set", "--defaults"),
)
CHANGING = (
    ("edit", "last", "arch=5"),
    ("delete", "last"),
    ("delete", "last", "--for-good"),
    ("felt", "sore"),
)
LISTING = (("get",), ("get", "--json"), ("get", "hold"), ("away",), ("undo",))
FRESH = (("log",), ("away", "tomorrow", "--json"), ("set", "hold", "3"), ("get",), ("undo",))
"""One of each subcommand, with an interpreter that has loaded nothing else."""


@pytest.mark.parametrize("args", (*WRITING, *LISTING), ids=" ".join)
def test_each_answers_on_an_empty_home(tmp_path, args):
    ran = run(args, tmp_path / "home", fresh=args in FRESH)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out
    assert (tmp_path / "home").exists() == (args in WRITING)


@pytest.mark.parametrize("args", CHANGING, ids=" ".join)
def test_there_is_no_session_to_change_on_an_empty_home(tmp_path, args):
    ran = run(args, tmp_path / "home")
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err) and "no such session" in ran.err


@pytest.mark.parametrize("args", (*WRITING, *CHANGING, *LISTING), ids=" ".join)
def test_each_answers_on_a_full_home_and_leaves_private_files(full, args):
    ran = run(args, full)
    assert (ran.status, ran.err) == (0, "")
    assert one_line(ran.out) or args in LISTING
    assert [path for path in full.rglob("*") if path.is_file() and path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("args", (*WRITING, *CHANGING), ids=" ".join)
def test_each_says_on_a_read_only_home_that_nothing_was_changed(full, tmp_path, args):
    home = tmp_path / "home"
    shutil.copytree(full, home)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    read_only(home)
    ran = run(args, home, modes_hold=True)
    assert (ran.status, ran.out) == (1, "")
    assert one_line(ran.err)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("args", (*WRITING, *CHANGING, *LISTING), ids=" ".join)
def test_each_answers_on_a_damaged_home(full, args):
    for path in (*(full / "history").glob("*.json"), *(full / name for name in ("undo.json", "away.json"))):
        path.write_bytes((path.read_bytes() if path.exists() else b"{}")[:-40] + b'{"x')
    ran = run(args, full)
    assert ran.status == 0
    assert "Traceback" not in ran.err
    assert all(line.startswith("unhunch: ") for line in ran.err.splitlines())


def test_a_home_that_is_a_file_is_told(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    for args in (("log",), ("set", "hold", "3"), ("away", "today"), ("undo",)):
        ran = run(args, tmp_path / "home")
        assert ran.status == 1
        assert "Not a directory" in ran.err or "is not a folder" in ran.err or "exists" in ran.err
        assert "Traceback" not in ran.err
