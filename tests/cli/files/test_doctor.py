"""The doctor names each fault with its remedy in a home where it has been provoked."""

import errno
import io
import os
from datetime import datetime, timedelta
from tempfile import NamedTemporaryFile
from typing import Any

import pytest
from filelock import FileLock

from tests.cli.programs import read_only, run
from tests.homes import fill, paths_of, session
from tui.adapters.content.templates import exercise_templates
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.cli.doctor_data import check_exercises, check_files, check_folder
from tui.cli.finding import Severity
from tui.cli.streams import Streams


def findings(out: str) -> dict[str, str]:
    """Return the faults in what was printed, by what is at fault, each with its remedy."""
    found: dict[str, str] = {}
    what = ""
    for line in out.splitlines():
        if line[:1].strip():
            what = line[6:19].strip() if line.startswith("WRONG ") else ""
        if what:
            found[what] = f"{found.get(what, '')} {line[19:].strip()}".strip()
    return found


def faults_of_data(home) -> dict[str, str]:
    """Return the faults of a home's data, by what is at fault, each with its remedy."""
    streams = Streams({"UNHUNCH_HOME": str(home)}, MachineClock(), None, io.StringIO(), io.StringIO())
    paths = paths_of(home)
    found = (*check_folder(paths), *check_files(streams), *check_exercises(paths))
    return {each.what: f"{each.says} {each.remedy}" for each in found if each.level is Severity.WRONG}


def test_a_sound_home_has_nothing_to_mend(tmp_path):
    fill(tmp_path, days=10)
    ran = run(("doctor",), tmp_path, environ={"TERM": "xterm-256color"})
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("Everything works.\n")
    for what in (
        "Versions",
        "Terminal",
        "Colours",
        "Sound",
        "Data folder",
        "Cache folder",
        "History",
        "Exercises",
    ):
        assert f" {what} " in ran.out


def test_an_empty_home_is_left_alone(tmp_path):
    home = tmp_path / "home"
    assert run(("doctor",), home).status == 0
    assert not home.exists()


def provoke_file(home):
    home.rmdir()
    home.write_text("")


def provoke_damage(home):
    fill(home, days=10)
    for month in (home / "history").glob("*.json"):
        month.write_bytes(b"\x00" * 100)


def provoke_newer(home):
    fill(home, days=3)
    for month in (home / "history").glob("*.json"):
        month.write_text(month.read_text().replace('"schema": 1', '"schema": 99'))


def provoke_settings(home):
    (home / "settings.json").write_text("[]")


def provoke_openness(home):
    fill(home, days=3)
    next((home / "history").glob("*.json")).chmod(0o644)


def provoke_exercise(home):
    (home / "exercises").mkdir()
    (home / "exercises" / "broken.toml").write_text('name = "Broken"\n')


def provoke_sound(home):
    (home / "exercises").mkdir()
    text = exercise_templates()[0].path.read_text(encoding="utf-8")
    (home / "exercises" / "tuck.toml").write_text(text.replace('word = "tuck"', 'word = "tuck.wav"'))


def provoke_future(home):
    later = datetime.now().astimezone() + timedelta(days=9)
    HistoryStore(paths_of(home), MachineClock()).add(session(later, 1))


def provoke_unreadable(home):
    (home / "history").write_text("")


@pytest.mark.parametrize(
    ("provoke", "what", "remedy"),
    [
        (provoke_file, "Data folder", "UNHUNCH_HOME"),
        (provoke_damage, "History", "backups"),
        (provoke_newer, "History", "newer version"),
        (provoke_unreadable, "History", "check"),
        (provoke_settings, "Settings", "Settings"),
        (provoke_openness, "Privacy", "chmod -R go="),
        (provoke_exercise, "Exercises", "--check"),
        (provoke_sound, "Exercises", "--check"),
        (provoke_future, "Clock", "set the clock"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_each_fault_of_the_data_has_a_remedy(tmp_path, provoke, what, remedy):
    home = tmp_path / "home"
    home.mkdir()
    provoke(home)
    assert remedy in faults_of_data(home)[what]


def test_a_disk_that_lists_nothing_is_told(tmp_path, monkeypatch):
    """As davfs2 1.6.1 answers on a kernel whose directories it cannot fill."""
    home = tmp_path / "home"
    home.mkdir()

    def refuse(*_: object) -> list[str]:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "listdir", refuse)
    assert "cannot be read: Invalid argument" in faults_of_data(home)["Data folder"]


def test_where_the_disk_keeps_no_rights_nothing_is_to_be_changed_there(tmp_path, monkeypatch):
    """As ntfs-3g 2022.10.3 and exfat-fuse 1.3.0 mount: each file is made with 0600 and has 0777."""

    def made(**where: object) -> Any:
        file = NamedTemporaryFile(**where)  # noqa: SIM115 (the doctor closes it)
        os.chmod(file.name, 0o777)
        return file

    home = tmp_path / "home"
    home.mkdir()
    provoke_openness(home)
    monkeypatch.setattr("tui.cli.doctor_data.NamedTemporaryFile", made)
    assert "UNHUNCH_HOME" in faults_of_data(home)["Privacy"]
    assert not list(home.glob(".doctor-*"))


@pytest.mark.parametrize(
    ("environ", "what", "remedy"),
    [
        ({"TERM": "dumb"}, "Terminal", "--plain"),
        ({"SDL_AUDIODRIVER": "none-of-these"}, "Sound", "sessions work without"),
        ({"UNHUNCH_HOME": "somewhere/else"}, "Data", "UNHUNCH_HOME"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_each_fault_of_the_machine_has_a_remedy(tmp_path, environ, what, remedy):
    ran = run(("doctor",), tmp_path, environ=environ)
    assert ran.status == 1
    assert remedy in findings(ran.out)[what]


def test_a_held_lock_is_told(tmp_path):
    with FileLock(tmp_path / ".lock"):
        assert "close the other" in faults_of_data(tmp_path)["Lock"]


def test_a_read_only_folder_is_told(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    read_only(home)
    ran = run(("doctor",), home, modes_hold=True)
    assert ran.status == 1
    assert "chmod u+rwx" in findings(ran.out)["Data folder"]
    os.chmod(home, 0o700)


def test_control_characters_in_a_file_name_reach_no_terminal(tmp_path):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "a\x1b[2J.toml").write_text("")
    ran = run(("doctor",), tmp_path)
    assert "\x1b" not in ran.out
    assert "a?[2J.toml" in ran.out
