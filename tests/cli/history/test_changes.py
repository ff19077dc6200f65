"""The commands that change what is kept, as processes on an empty, full, damaged and read-only home."""

import json
import shutil

import pytest

from tests.cli.programs import one_line, read_only, run
from tests.homes import fill, today

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


@pytest.fixture
def full(tmp_path):
    home = tmp_path / "full"
    home.mkdir()
    fill(home, days=14, share=1.0)
    return home


def sessions(home):
    return json.loads(run(("history", "--json"), home).out)["sessions"]


@pytest.mark.parametrize("args", (*WRITING, *LISTING), ids=" ".join)
def test_each_answers_on_an_empty_home(tmp_path, args):
    ran = run(args, tmp_path / "home", fresh=True)
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


def test_what_is_logged_is_what_was_said(tmp_path):
    run(
        ("log", "arch", "rotate=3+2", "--day", "yesterday", "--felt", "easy", "--note", "=1\x1b[31m"),
        tmp_path,
    )
    (kept,) = sessions(tmp_path)
    assert [(part["id"], part["done"], part["felt"]) for part in kept["exercises"]] == [
        ("sit-and-arch", {"total": 3}, "easy"),
        ("sit-and-rotate", {"left": 3, "right": 2}, "easy"),
    ]
    assert (kept["source"], kept["note"], kept["routine"]) == ("hand", "=1\x1b[31m", "both")
    assert kept["day"] < today().isoformat()
    assert "\x1b" not in run(("history",), tmp_path).out


def test_a_day_begins_at_the_day_start_in_log_and_edit(tmp_path):
    run(("log", "arch", "--day", "2026-03-01", "--time", "02:30"), tmp_path)
    (kept,) = sessions(tmp_path)
    assert (kept["day"], kept["started_at"][:16]) == ("2026-03-01", "2026-03-02T02:30")
    run(("edit", "last", "--time", "12:00"), tmp_path)
    (kept,) = sessions(tmp_path)
    assert (kept["day"], kept["started_at"][:16]) == ("2026-03-01", "2026-03-01T12:00")
    run(("edit", "last", "--day", "2026-02-28"), tmp_path)
    (kept,) = sessions(tmp_path)
    assert (kept["day"], kept["started_at"][:16]) == ("2026-02-28", "2026-02-28T12:00")


def test_undo_takes_back_one_change_after_the_other(full):
    before = sessions(full)
    for args in (
        ("log",),
        ("edit", "last", "arch=5"),
        ("delete", "last"),
        ("felt", "sore"),
        ("away", "today"),
    ):
        assert run(args, full).status == 0
    for _ in range(5):
        assert run(("undo",), full).out.startswith("Undone: ")
    after = sessions(full)
    for record in (*before, *after):
        record["changed_at"] = None
    assert after == before
    assert run(("away",), full).out == "No days are marked as away.\n"
    assert run(("undo",), full).out == "There is nothing to undo.\n"
    assert json.loads(run(("undo", "--json"), full).out) == {"undone": None}


def test_what_another_has_changed_meanwhile_is_not_undone(tmp_path):
    run(("log",), tmp_path)
    undo = (tmp_path / "undo.json").read_bytes()
    run(("edit", "last", "arch=5"), tmp_path)
    (tmp_path / "undo.json").write_bytes(undo)
    ran = run(("undo",), tmp_path)
    assert ran.status == 1
    assert one_line(ran.err) and "changed it meanwhile" in ran.err
    assert run(("undo",), tmp_path).out == "There is nothing to undo.\n"
    assert len(sessions(tmp_path)) == 1


def test_for_good_leaves_nothing_but_the_id(full):
    run(("edit", "last", "--note", "secret-note"), full)
    (month,) = [path for path in (full / "history").glob("*.json") if b"secret-note" in path.read_bytes()]
    copy = full / "backups" / f"{month.stem}.2020-01-01.json"
    shutil.copy(month, copy)
    shutil.copy(month, month.with_name(f"{month.name}.corrupt-20200101T000000"))
    number = sessions(full)[-1]["id"]
    run(("delete", "last"), full)
    assert b"secret-note" in (full / "deleted.json").read_bytes()
    answer = json.loads(run(("delete", number, "--for-good", "--json"), full).out)
    assert answer["for_good"] and answer["before"]["id"] == number
    assert [path for path in full.rglob("*") if path.is_file() and b"secret-note" in path.read_bytes()] == []
    others = json.loads(copy.read_text())["sessions"]
    assert number not in others and others
    assert run(("import", str(copy)), full).status == 0
    assert number not in [item["id"] for item in sessions(full)]
    assert run(("undo",), full).out == "There is nothing to undo.\n"


def test_settings_come_back_as_they_were_set(tmp_path):
    for name, text in (
        ("hold", "3.5"), ("hold", "own"), ("volume", "0"), ("sounds", "off"), ("day-starts-at", "05:30"),
        ("desk-days", "mon-thu"), ("theme", "nord"), ("figure-style", "ascii"), ("motion", "off"),
    ):  # fmt: skip
        assert run(("set", name, text), tmp_path).out == f"{name} is {text}\n"
        assert run(("get", name), tmp_path).out == f"{text}\n"
    known = json.loads(run(("get", "--json"), tmp_path).out)
    assert (known["hold"], known["volume"], known["sounds"], known["desk-days"]) == (
        None,
        0,
        False,
        "mon-thu",
    )
    assert run(("set", "--defaults"), tmp_path).status == 0
    assert run(("get", "theme"), tmp_path).out == "auto\n"


def test_an_answer_as_json_holds_both_sides_of_a_change(tmp_path):
    added = json.loads(run(("log", "arch", "--json"), tmp_path).out)
    assert (added["change"], added["before"], added["after"]["routine"]) == ("added", None, "sit-and-arch")
    felt = json.loads(run(("felt", "sore", "--after", "4", "--json"), tmp_path).out)
    assert felt["before"]["id"] == added["after"]["id"] == felt["after"]["id"]
    assert felt["after"]["stiffness"] == {"before": None, "after": 4}
    assert json.loads(run(("felt", "sore", "--json"), tmp_path).out) == {"change": None}
    undone = json.loads(run(("undo", "--json"), tmp_path).out)
    assert undone["undone"]["change"] == "edited"
