"""Bringing a history along and taking it away, as processes on empty, full, damaged and read-only homes."""

import json
import os
import random
import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.exchange.loop_backup import backup
from tests.adapters.exchange.test_source_file import KINDS, mutated
from tests.cli.programs import Ran, one_line, read_only, run
from tests.core.exchange.foreign import NO, YES, Kept, harsh_log, loop_export, table
from tests.homes import fill, paths_of, today
from tui.adapters.exchange.zip_file import write_zip
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.progress import ProgressStore

WORKDAYS = {
    day: YES if day.weekday() < 5 else NO
    for back in range(1, 735)
    for day in (today() - timedelta(days=back),)
}
HABITS = (Kept("Stretch, a bit", WORKDAYS), Kept("Walk", {today() - timedelta(days=1): NO}))
DONE = sum(mark == YES for mark in WORKDAYS.values())
ARGUMENTS = ("--habit", "Stretch, a bit", "--as", "arch")


def foreign(folder: Path) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Write a file of each kind and return it with the arguments that it needs."""
    export = loop_export(HABITS)
    for name, text in export.items():
        path = folder / "loop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "loop.zip").write_bytes(write_zip({name: text.encode() for name, text in export.items()}))
    (folder / "loop.db").write_bytes(backup(HABITS))
    (folder / "log").write_text(harsh_log(HABITS))
    (folder / "days.csv").write_text(table(HABITS[0], ";"))
    habit = ARGUMENTS
    return {
        "folder": (folder / "loop", habit),
        "zip": (folder / "loop.zip", habit),
        "db": (folder / "loop.db", habit),
        "log": (folder / "log", habit),
        "csv": (folder / "days.csv", ("--as", "arch", "--done", "stretched")),
    }


def status(home: Path) -> dict[str, object]:
    return dict(json.loads(run(("status", "--json"), home).out))


def everything_in(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", ["folder", "zip", "db", "log", "csv"])
def test_a_foreign_history_comes_in_with_its_streak_and_once(tmp_path: Path, kind: str) -> None:
    file, arguments = foreign(tmp_path)[kind]
    home = tmp_path / "home"
    dry = run(("import", str(file), *arguments, "--dry-run"), home)
    assert dry.status == 0 and f"{DONE} sessions would come in" in dry.out and not home.exists()
    ran = run(("import", str(file), *arguments), home)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{DONE} sessions taken in, 0 known already.\n")
    assert f"{len(WORKDAYS) - DONE} days not done" in ran.out
    assert status(home)["best"] == DONE
    assert run(("import", str(file), *arguments), home).out.startswith("0 sessions taken in")
    (item, *_) = json.loads(run(("history", "--json"), home).out)["sessions"]
    assert item["source"] == "import" and item["seconds"] == 0 and "T12:00:00" in item["started_at"]
    assert item["exercises"][0]["target"] == 3 and item["exercises"][0]["done"] == {"total": 3}


def test_days_that_are_there_stay_and_stored_repetitions_and_desk_days_hold(tmp_path: Path) -> None:
    home = tmp_path / "home"
    count = fill(home, days=14, share=1.0)
    ProgressStore(paths_of(home), MachineClock()).set_reps("sit-and-arch", 5, MachineClock().now())
    file, _ = foreign(tmp_path)["log"]
    have = sum(WORKDAYS[today() - timedelta(days=back)] == YES for back in range(1, 15))
    ran = run(("import", str(file), *ARGUMENTS, "--desk-days", "sun-thu"), home)
    assert ran.out.startswith(f"{DONE - have} sessions taken in") and f"{have} days already here" in ran.out
    sessions = json.loads(run(("history", "--json"), home).out)["sessions"]
    assert len(sessions) == DONE - have + count
    assert sessions[0]["exercises"][0]["target"] == 5
    assert "mon-thu,sun" in ran.out
    (rule, *_) = json.loads((home / "settings.json").read_text())["settings"]["desk_days"]["value"]
    assert rule == [sessions[0]["day"], [0, 1, 2, 3, 6]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "'Stretch, a bit', 'Walk' (say which with --habit NAME)"),
        (("--as", "arch"), "'Stretch, a bit', 'Walk'"),
        (("--habit", "Run"), "no habit 'Run'"),
        (("--habit", "walk"), "--as EXERCISE"),
        (("--habit", "walk", "--as", "jump"), "unknown exercise 'jump'"),
        (("--habit", "walk", "--as", "arch", "--date", "x"), "--date does not apply"),
        ((*ARGUMENTS, "--desk-days", "never"), "names no weekdays"),
        ((*ARGUMENTS, "--replace", "settings"), "--replace does not apply"),
        ((*ARGUMENTS, "--replace", "hats"), "unknown part 'hats'"),
    ],
)
def test_what_is_not_clear_is_asked_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = run(("import", str(foreign(tmp_path)["zip"][0]), *arguments), tmp_path / "home")
    assert ran.status == 2 and told in ran.err and one_line(ran.err)
    assert not (tmp_path / "home").exists()


TOLD = (
    ("status", "--json"),
    ("history",),
    ("report",),
    ("exercises",),
    ("get",),
    ("export",),
    ("export", "--format", "ics"),
)


def test_everything_goes_into_one_archive_and_an_empty_home_becomes_the_same(
    whole: Path, tmp_path: Path
) -> None:
    file, other = tmp_path / "all.zip", tmp_path / "other"
    assert run(("export", "--everything", str(file)), whole) == Ran(0, "", "")
    assert file.stat().st_mode & 0o777 == 0o600
    dry = run(("import", str(file), "--dry-run"), other)
    assert "would come in" in dry.out and not other.exists()
    ran = run(("import", str(file)), other)
    assert (ran.status, ran.err) == (0, "")
    assert (
        "3 settings, 1 away mark, 1 number of repetitions, 1 exercise, 1 sound, 1 file of named sets, "
        "1 file of keys" in ran.out
    )
    for command in TOLD:
        told = run(command, other)
        assert told.out.replace(str(other), str(whole)) == run(command, whole).out, command
    assert (other / "keys.toml").read_bytes() == (whole / "keys.toml").read_bytes()
    again = tmp_path / "again.zip"
    run(("export", "--everything", str(again)), other)
    assert again.read_bytes() == file.read_bytes()
    assert {path.stat().st_mode & 0o077 for path in other.rglob("*") if path.is_file()} == {0}


def test_a_home_with_data_keeps_its_own_unless_told_otherwise(whole: Path, tmp_path: Path) -> None:
    file, home = tmp_path / "all.zip", tmp_path / "home"
    run(("export", "--everything", str(file)), whole)
    run(("set", "volume", "9"), home)
    ran = run(("import", str(file)), home)
    assert "Left as it is: settings: volume is 9 here and 3 there." in ran.out
    assert "--replace settings takes what differs" in ran.out
    assert run(("get", "volume"), home).out.split()[-1] == "9"
    ran = run(("import", str(file), "--replace", "settings,exercises"), home)
    assert "Replaced: settings: volume is 9 here and 3 there." in ran.out
    assert run(("get", "volume"), home).out.split()[-1] == "3"
    (before,) = (home / "backups").glob("before-import.*.zip")
    assert run(("import", str(before), "--replace", "settings"), home).status == 0
    assert run(("get", "volume"), home).out.split()[-1] == "9"


@pytest.mark.parametrize(
    ("option", "name"),
    [("-o", "history/2026-11.json"), ("-o", "new.csv"), ("--everything", "settings.json")],
)
def test_no_export_goes_over_the_data(whole: Path, option: str, name: str) -> None:
    before = (whole / name).read_bytes() if (whole / name).exists() else None
    ran = run(("export", option, str(whole / name)), whole)
    assert ran.status == 1 and ran.err.count("\n") == 1 and "keeps its data" in ran.err
    assert ((whole / name).read_bytes() if (whole / name).exists() else None) == before


def test_a_calendar_tells_no_feelings_unless_asked(whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.ics"
    assert run(("export", "-o", str(file)), whole) == Ran(0, "", "")
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n") and b"fine" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert "DESCRIPTION:fine" in run(("export", "--format", "ics", "--notes"), whole).out
    for wrong in (("--notes",), ("--everything", "x", "--format", "csv"), ("--everything", "x", "-o", "y")):
        ran = run(("export", *wrong), whole)
        assert ran.status == 2 and one_line(ran.err)


def test_backups_and_what_was_deleted_are_listed_and_come_back(whole: Path) -> None:
    listed = run(("backups",), whole)
    assert (listed.status, listed.err) == (0, "")
    gone = next(
        line.split()[0] for line in listed.out.splitlines() if line.count("-") >= 4 and "rotate" in line
    )
    count = len(HistoryStore(paths_of(whole), MachineClock()).all())
    day = str(MachineClock().now().date())
    ran = run(("restore", day), whole)
    assert ran.status == 0 and "1 session deleted lately stay" in ran.out
    assert len(HistoryStore(paths_of(whole), MachineClock()).all()) == count
    assert "is back" in run(("restore", gone), whole).out
    assert len(HistoryStore(paths_of(whole), MachineClock()).all()) == count + 1
    assert "nothing is changed" in run(("restore", gone), whole).out
    assert run(("restore", "last"), whole).status == 2
    assert run(("delete", gone), whole).status == 0
    assert "is back" in run(("restore", "last"), whole).out


def test_nothing_is_put_over_a_newer_version(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fill(home, days=3, share=1.0)
    store = HistoryStore(paths_of(home), MachineClock())
    edited = store.replace(replace(store.all()[-1], note="edited"))
    ran = run(("restore",), home)
    assert ran.status == 0 and ran.out.splitlines()[1].startswith("0 sessions taken in")
    assert HistoryStore(paths_of(home), MachineClock()).find(edited.id) == edited
    assert "nothing is changed" in run(("restore", edited.id), home).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("2020-01-01",), "no backup of 2020-01-01"),
        (("2026-13-45",), "no date"),
        (("zz",), "no day and no id"),
        (("abcd1234",), "no session 'abcd1234'"),
        (("-",), "no day and no id"),
    ],
)
def test_what_cannot_be_restored_is_told(whole: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = run(("restore", *arguments), whole)
    assert ran.status == 2 and told in ran.err and one_line(ran.err)


def test_an_empty_home_stays_empty(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(("backups",), home) == Ran(
        0, "There are no backups yet: the first change of a day makes one.\n", ""
    )
    ran = run(("restore",), home)
    assert ran.status == 1 and one_line(ran.err)
    for arguments in (("--format", "ics"), ("--everything", str(tmp_path / "x.zip"))):
        assert run(("export", *arguments), home).status == 0
    assert not home.exists()


def test_a_damaged_home_is_repaired_and_takes_in_what_comes(whole: Path, tmp_path: Path) -> None:
    file, home = tmp_path / "all.zip", tmp_path / "home"
    run(("export", "--everything", str(file)), whole)
    shutil.copytree(whole, home)
    for name in ("settings.json", "away.json", "progress.json", "deleted.json"):
        (home / name).write_bytes((home / name).read_bytes()[:-9])
    month = max((home / "history").glob("*.json"))
    month.write_bytes(month.read_bytes()[:-40])
    for command in (("backups",), ("export", "--everything", str(tmp_path / "y.zip"))):
        damaged = tmp_path / "damaged"
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(home, damaged)
        ran = run(command, damaged)
        assert ran.status == 0 and "damaged" in ran.err and "Traceback" not in ran.err
    ran = run(("import", str(file)), home)
    assert ran.status == 0 and "Traceback" not in ran.err
    for command in TOLD:
        run(command, home)
        assert run(command, home).out.replace(str(home), str(whole)) == run(command, whole).out, command


def test_a_read_only_home_is_told_and_left_as_it_is(whole: Path, tmp_path: Path) -> None:
    files = foreign(tmp_path)
    archive = tmp_path / "all.zip"
    home = tmp_path / "home"
    shutil.copytree(whole, home)
    run(("set", "volume", "9"), whole)
    run(("export", "--everything", str(archive)), whole)
    before = everything_in(home)
    gone = next(iter(HistoryStore(paths_of(home), MachineClock()).deleted())).id
    for command in (
        ("import", str(files["zip"][0]), *ARGUMENTS),
        ("import", str(archive), "--replace", "settings"),
        ("restore", gone),
        ("export", "--everything", str(home / "x.zip")),
    ):
        read_only(home)
        ran = run(command, home, modes_hold=True)
        assert ran.status == 1 and one_line(ran.err), (command, ran)
    for command in (
        ("backups",),
        ("import", str(files["log"][0]), *ARGUMENTS, "--dry-run"),
        ("export", "--format", "ics"),
    ):
        read_only(home)
        ran = run(command, home, modes_hold=True)
        assert (ran.status, ran.err) == (0, ""), command
    assert everything_in(home) == before


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files_as_processes_change_nothing_or_come_in_whole(
    whole: Path, tmp_path: Path, kind: str
) -> None:
    chance = random.Random(kind)
    before = everything_in(whole)
    for number in range(8):
        home = tmp_path / f"home{number}"
        shutil.copytree(whole, home)
        file = tmp_path / "file"
        file.write_bytes(mutated(KINDS[kind], chance))
        ran = run(("import", str(file), "--as", "arch"), home)
        if ran.status == 2:
            assert one_line(ran.err) and everything_in(home) == before
        else:
            assert ran.status == 0 and ran.err == "", (ran, file.read_bytes())


def test_a_database_that_somebody_still_writes_is_not_touched(tmp_path: Path) -> None:
    file = foreign(tmp_path)["db"][0]
    connection = sqlite3.connect(file)
    connection.execute("begin exclusive")
    before = (os.stat(file).st_mtime_ns, sorted(path.name for path in tmp_path.iterdir()))
    assert run(("import", str(file), *ARGUMENTS, "--dry-run"), tmp_path / "home").status == 0
    assert (os.stat(file).st_mtime_ns, sorted(path.name for path in tmp_path.iterdir())) == before
    connection.close()
