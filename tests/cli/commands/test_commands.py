"""Each command as a process, on homes of several kinds: exit status, one line of complaint, no traceback."""

import csv
import io
import json
import os
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.programs import CHECKOUT, PROGRAM_LINE, one_line, read_only, run, run_script
from tests.homes import fill, paths_of, session
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.cli.stores import USUAL_DESK
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord
from tui.core.record.under_way import UnderWayState
from tui.core.settings.settings import Settings, at_a_usual_desk

READING = (
    ("status",),
    ("status", "--json"),
    ("status", "--format", "{streak}"),
    ("history",),
    ("history", "--json"),
    ("history", "--days", "3"),
    ("report",),
    ("export",),
    ("export", "--format", "json"),
    ("exercises",),
    ("exercises", "rotate"),
)
SHORT = ("--reps", "1", "--move", "0.1", "--hold", "0.1", "--ready", "0")


@pytest.fixture
def full(tmp_path):
    """A home with the two weeks of sessions before today, a day that may begin while the tests run."""
    home = tmp_path / "full"
    home.mkdir()
    fill(home, days=14, share=1.0)
    return home


@pytest.fixture
def blocked(tmp_path):
    """A home that nothing can be kept in: a file stands where the folder should be."""
    home = tmp_path / "home"
    home.write_text("not a folder")
    return home


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_reading_commands_answer_on_an_empty_home_and_create_nothing(tmp_path, args):
    home = tmp_path / "home"
    ran = run(args, home)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out
    assert not home.exists()


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_reading_commands_answer_on_a_full_home(full, args):
    ran = run(args, full, fresh=True)
    assert (ran.status, ran.err) == (0, "")


def test_status_tells_streak_week_and_today(full):
    assert run(("status",), full).out.startswith("streak 14 days, this week ")
    status = json.loads(run(("status", "--json"), full).out)
    before = ["streak", "best", "week", "done_today", "strength", "last"]
    assert list(status) == [*before, "unit", "sets", "last_at", "due"]
    assert (status["streak"], status["best"], status["done_today"]) == (14, 14, False)
    text = run(
        ("status", "--format", "{{{streak}}} {week_done}/{week_of} {done_today} {strength} {last}"), full
    )
    assert text.out == (
        f"{{14}} {status['week']['done']}/{status['week']['of']} no {status['strength']} {status['last']}\n"
    )


def test_due_answers_by_its_exit_status(full, tmp_path):
    assert run(("due",), full).status == 0
    done = run(("start", "arch", "--plain", *SHORT), tmp_path)
    assert done.status == 0
    assert run(("due",), tmp_path).status == 1


def test_a_first_printed_session_leaves_the_settings_that_one_on_the_full_screen_leaves(tmp_path):
    ran = run(("start", "arch", "--plain", *SHORT), tmp_path)
    assert USUAL_DESK in ran.out.splitlines()
    kept, problems = SettingsStore(paths_of(tmp_path), MachineClock()).read()
    assert (kept, problems) == (at_a_usual_desk(Settings()), ())
    assert USUAL_DESK not in run(("start", "arch", "--plain", *SHORT), tmp_path).out


def test_due_cannot_tell_where_the_history_cannot_be_read(tmp_path):
    (tmp_path / "history").write_text("not a folder")
    ran = run(("due",), tmp_path)
    assert ran.status == 2
    assert one_line(ran.err)


def test_history_lists_sessions_under_the_calendar(full):
    lines = run(("history", "--days", "5"), full).out.splitlines()
    assert sum("rotate 3+3  arch 3  fine" in line for line in lines) == 4
    assert any(line.startswith("Streak") and "14 days" in line for line in lines)
    assert any(line.startswith("Mon  ") for line in lines)


def test_history_as_json_holds_the_days_that_are_asked_for(full):
    assert len(json.loads(run(("history", "--json"), full).out)["sessions"]) == 14
    assert len(json.loads(run(("history", "--json", "--days", "5"), full).out)["sessions"]) == 4


def test_report_is_a_page_with_each_exercise(full):
    page = run(("report", "--weeks", "3"), full).out
    assert page.startswith("# ")
    assert "## Sit and Rotate" in page
    assert "## Sit and Arch" in page


def test_a_printed_session_keeps_what_was_interrupted_on_another_day(tmp_path):
    paths = paths_of(tmp_path)
    before = datetime.now().astimezone() - timedelta(days=2)
    record = replace(session(before, 7), exercises=(ExerciseRecord("sit-and-arch", 3, False, total=2),))
    under_way = UnderWay(paths)
    under_way.save(UnderWayState(record, (0, 1), 5.0, 8.0, (1.0,), Side.LEFT))
    under_way.release()
    ran = run(("start", "arch", "--plain", *SHORT), tmp_path)
    assert f"The interrupted session of {record.day} was kept as a partial." in ran.out
    kept = json.loads(run(("history", "--json"), tmp_path).out)["sessions"]
    assert [item["partial"] for item in kept] == [True, False]


def test_export_goes_in_again_without_duplicates(full, tmp_path):
    file = tmp_path / "all.json"
    assert run(("export", "-o", str(file)), full).status == 0
    assert file.stat().st_mode & 0o077 == 0
    other = tmp_path / "other"
    assert run(("import", str(file)), other).out == "14 sessions taken in, 0 known already.\n"
    assert (
        run(("import", "-"), other, stdin=file.read_text()).out == "0 sessions taken in, 14 known already.\n"
    )
    assert run(("export", "--format", "json"), other).out == file.read_text()


def test_what_export_writes_unasked_goes_in_again(full, tmp_path):
    file = tmp_path / "all.csv"
    assert run(("export", "-o", str(file)), full).status == 0
    other = tmp_path / "other"
    assert run(("import", str(file)), other).out == "14 sessions taken in, 0 known already.\n"
    for command in (("export", "--format", "json"), ("status",), ("report",)):
        assert run(command, other).out == run(command, full).out


def test_the_months_and_backups_of_a_home_go_in(full, tmp_path):
    months = sorted((full / "history").glob("*.json"))
    assert months
    other = tmp_path / "other"
    for month in months:
        copy = tmp_path / f"{month.stem}.sync-conflict-20261127-101010-ABCDEFG.json"
        shutil.copy(month, copy)
        assert run(("import", str(copy)), other).status == 0
    assert run(("export",), other).out == run(("export",), full).out


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.symlink_to("/dev/zero"), "is not a regular file"),
        (lambda path: path.mkdir(), "is a folder"),
        (
            lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 300 * 2**20),
            "is larger than 64 MiB",
        ),
        (lambda path: path.write_bytes(b"PK\x03\x04rest"), "the ZIP archive is broken"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "it is not UTF-8 text"),
        (lambda path: path.write_text('{"schema": 1, "theme": "x"}'), "it is settings of unhunch"),
    ],
)
def test_what_cannot_be_imported_is_told_in_one_line_and_at_once(tmp_path, make, told):
    make(tmp_path / "file")
    ran = run(("import", str(tmp_path / "file")), tmp_path / "home")
    assert ran.status == 2 and told in ran.err
    assert one_line(ran.err)


def test_export_as_csv_has_a_row_for_each_exercise(full):
    rows = list(csv.DictReader(io.StringIO(run(("export",), full).out)))
    assert len(rows) == 28
    assert {row["exercise"] for row in rows} == {"sit-and-rotate", "sit-and-arch"}


def test_a_damaged_month_is_told_repaired_and_costs_nothing_else(tmp_path):
    fill(tmp_path, days=14, share=1.0)
    month = max((tmp_path / "history").glob("*.json"))
    month.write_bytes(month.read_bytes()[:-40])
    ran = run(("status",), tmp_path)
    assert ran.status == 0
    assert one_line(ran.err)
    assert "was damaged" in ran.err
    again = run(("status",), tmp_path)
    assert (again.status, again.err) == (0, "")
    assert again.out == ran.out


def test_broken_settings_are_told_and_the_defaults_hold(tmp_path):
    (tmp_path / "settings.json").write_text("{")
    ran = run(("status",), tmp_path)
    assert ran.status == 0
    assert one_line(ran.err)
    assert "settings" in ran.err


@pytest.mark.parametrize(
    "args", [("start", "arch", "--plain", *SHORT), ("import", "-")], ids=lambda args: args[0]
)
def test_what_cannot_be_saved_is_told_and_printed_rather_than_lost(blocked, full, args):
    export = run(("export", "--format", "json"), full).out
    ran = run(args, blocked, stdin=export if args[0] == "import" else None)
    assert ran.status == 1
    assert "Traceback" not in ran.err
    assert ran.err.startswith("unhunch: ")
    if args[0] == "start":
        (printed,) = (line for line in ran.out.splitlines() if line.startswith('{"schema"'))
        (record,) = json.loads(printed)["sessions"]
        assert record["exercises"][0]["done"] == {"total": 1}


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_reading_commands_answer_on_a_read_only_home(full, tmp_path, args):
    home = tmp_path / "home"
    shutil.copytree(full, home)
    (home / "summary.json").unlink(missing_ok=True)
    read_only(home)
    ran = run(args, home, modes_hold=True)
    assert (ran.status, ran.err) == (0, "")
    assert not (home / "summary.json").exists()


def test_a_session_on_a_read_only_home_is_told_and_printed(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    read_only(home)
    ran = run(("start", "arch", "--plain", *SHORT), home, modes_hold=True)
    assert ran.status == 1
    assert "unhunch import" in ran.err
    assert '"sessions"' in ran.out


@pytest.mark.parametrize(
    "args",
    [("start", "--plain", "--reps", "0"), ("start",), ("stat",), ("import", "pyproject.toml")],
    ids=" ".join,
)
def test_wrong_usage_and_bad_input_are_one_line_and_status_2(tmp_path, args):
    ran = run(args, tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err)


def test_an_unknown_exercise_is_answered_with_those_there_are(tmp_path):
    assert "sit-and-rotate or rotate, sit-and-arch or arch" in run(("start", "--plain", "yoga"), tmp_path).err


def test_the_full_screen_names_plain_where_there_is_no_terminal(tmp_path):
    assert "--plain" in run((), tmp_path).err
    assert "--plain" in run(("start",), tmp_path).err


def test_help_and_version_are_printed(tmp_path):
    assert run(("--version",), tmp_path).out.startswith("unhunch ")
    assert run(("-V",), tmp_path).out == run(("--version",), tmp_path).out
    overview = run(("--help",), tmp_path)
    assert overview.status == 0
    for command in ("start", "status", "due", "history", "report", "export", "import", "exercises", "doctor"):
        assert command in overview.out
        own = run((command, "--help"), tmp_path)
        assert own.status == 0
        assert own.out.startswith(f"usage: unhunch {command}")


def test_an_own_exercise_is_checked_listed_and_explained(tmp_path):
    folder = tmp_path / "exercises"
    folder.mkdir()
    good = (CHECKOUT / "content/exercises/sit-and-arch.toml").read_text()
    own = good.replace('short = "arch"', 'short = "lean"').replace(
        "Sit and Arch", "Lean b\N{LATIN SMALL LETTER A WITH RING ABOVE}ck"
    )
    (folder / "lean-back.toml").write_text(own, encoding="utf-8")
    (folder / "broken.toml").write_text("name = ")
    assert run(("exercises", "--check", str(folder / "lean-back.toml")), tmp_path).status == 0
    assert run(("exercises", "--check", str(folder / "broken.toml")), tmp_path).status == 2
    listed = run(("exercises",), tmp_path, environ={"LC_ALL": "C"})
    assert listed.status == 0
    assert "lean-back" in listed.out
    assert "unusable: broken.toml" in listed.out
    latin = run(("exercises", "lean"), tmp_path, environ={"PYTHONIOENCODING": "ascii"})
    assert latin.status == 0
    assert "Lean b?ck" in latin.out
    taken = folder / "again.toml"
    taken.write_text(good)
    assert "taken" in run(("exercises", "--check", str(taken)), tmp_path).err


@pytest.mark.parametrize(
    "command", ["history --json", "export", "report", "--help", "start arch --plain --ready 0"]
)
def test_a_pipe_that_closes_early_ends_quietly(full, command, tmp_path):
    home = tmp_path if command.startswith("start") else full
    script = f"set -o pipefail; {PROGRAM_LINE} {command} | head -n 1"
    ran = run_script(script, home)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("\n") == 1


def test_a_full_disk_behind_standard_output_is_told(full):
    ran = run_script(f"{PROGRAM_LINE} history > /dev/full", full)
    assert ran.status == 1
    assert one_line(ran.err)


@pytest.mark.parametrize(
    ("command", "kept", "holds"),
    [
        ("log arch=3", "history", "arch"),
        ("felt sore --session last", "history --json", "sore"),
        ("away 2026-12-24", "away", "24 Dec"),
        ("set volume 3", "get volume", "3"),
        ("sets evening arch=5", "sets", "evening"),
        ("delete last", "backups", "Deleted"),
        ("import {sessions} --as arch --desk-days mon-thu", "history --json", "2025-11-03"),
    ],
)
def test_a_change_whose_answer_cannot_be_written_is_kept_and_told(full, tmp_path, command, kept, holds):
    sessions = tmp_path / "days.csv"
    sessions.write_text("day,done\n2025-11-03,yes\n")
    told = command.format(sessions=sessions)
    ran = run_script(f"{PROGRAM_LINE} {told} > /dev/full", full)
    assert (ran.status, one_line(ran.err), "is done and kept" in ran.err) == (74, True, True), ran.err
    assert holds in run(kept.split(), full).out


def test_ones_own_exercise_is_taken_out_though_that_cannot_be_written(full):
    path = Path(run(("exercises", "--new", "chin-tuck"), full).out.strip())
    ran = run_script(f"{PROGRAM_LINE} exercises --remove chin-tuck > /dev/full", full)
    assert (ran.status, one_line(ran.err), "is done and kept" in ran.err) == (74, True, True), ran.err
    assert not path.exists() and path.with_name("chin-tuck.toml.removed").exists()


def test_an_answer_that_nobody_reads_any_more_is_no_fault(full):
    ran = run_script(f"set -o pipefail; {PROGRAM_LINE} log arch=3 | true", full)
    assert (ran.status, ran.err) == (0, "")


def test_no_standard_streams_at_all_are_no_reason_to_fail(full):
    assert run_script(f"{PROGRAM_LINE} status <&- >&- 2>&-", full).status == 0


@pytest.mark.parametrize(
    "args", [("due",), ("status",), ("history",), ("start", "--plain"), ("export",)], ids=" ".join
)
@pytest.mark.parametrize("home", ["~nosuchuser/x", "dangling"])
def test_a_home_that_is_nowhere_is_told_in_one_line(tmp_path, args, home):
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    named = home if home.startswith("~") else str(tmp_path / home)
    ran = run(args, tmp_path, environ={"UNHUNCH_HOME": named})
    assert (ran.status, ran.out) == (2 if args == ("due",) else 1, "")
    assert one_line(ran.err)
    assert "nobody's home" in ran.err or "leads nowhere" in ran.err


def test_an_export_may_have_a_long_name_and_leaves_other_files_alone(full, tmp_path):
    name = "n" * 250 + ".csv"
    (tmp_path / ".a.csv.tmp").write_text("precious")
    for target in ("a.csv", name):
        assert run(("export", "-o", str(tmp_path / target)), full).status == 0
    assert (tmp_path / name).read_text() == (tmp_path / "a.csv").read_text() != ""
    assert (tmp_path / ".a.csv.tmp").read_text() == "precious"
