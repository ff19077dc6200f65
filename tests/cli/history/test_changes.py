"""The commands that change the history, as processes: what was said is kept, and can be undone."""

import json
import shutil

from tests.cli.programs import one_line, run
from tests.homes import today


def sessions(home):
    return json.loads(run(("history", "--json"), home).out)["sessions"]


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


def test_an_answer_as_json_holds_both_sides_of_a_change(tmp_path):
    added = json.loads(run(("log", "arch", "--json"), tmp_path).out)
    assert (added["change"], added["before"], added["after"]["routine"]) == ("added", None, "sit-and-arch")
    felt = json.loads(run(("felt", "sore", "--after", "4", "--json"), tmp_path).out)
    assert felt["before"]["id"] == added["after"]["id"] == felt["after"]["id"]
    assert felt["after"]["stiffness"] == {"before": None, "after": 4}
    assert json.loads(run(("felt", "sore", "--json"), tmp_path).out) == {"change": None}
    undone = json.loads(run(("undo", "--json"), tmp_path).out)
    assert undone["undone"]["change"] == "edited"
