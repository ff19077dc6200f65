"""Pipes, devices and links where files of ours should be: every command ends, and nothing is emptied."""

import os
from pathlib import Path

import pytest

from tests.cli.programs import one_line, run
from tests.homes import fill

PLACES = (
    *("history/2026-11.json", "history/2020-01.json", "settings.json", "away.json", "progress.json"),
    *("summary.json", "answers.json", "moving.json", ".lock", "logs/sound.log", "logs/fault.log"),
    *("exercises/own.toml", "under-way/11111111-1111-4111-8111-111111111111.json"),
)
READING = (("status",), ("due",), ("history",), ("export",), ("doctor",))
SHORT = ("start", "arch", "--plain", "--reps", "1", "--move", "0.1", "--hold", "0.1", "--ready", "0")
STOLEN = b"somebody's letter\n"


def put(place: Path, kind: str, letter: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "device":
            place.symlink_to("/dev/zero")
        case "link":
            place.symlink_to(letter)
        case "dangling":
            place.symlink_to(letter.with_name("nowhere"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pipe", "device", "link", "dangling"])
@pytest.mark.parametrize("place", PLACES)
def test_whatever_stands_in_the_place_of_a_file_every_command_ends(
    tmp_path: Path, place: str, kind: str
) -> None:
    home, letter = tmp_path / "home", tmp_path / "letter"
    fill(home, 5)
    letter.write_bytes(STOLEN)
    put(home / place, kind, letter)
    for command in READING if kind == "pipe" else READING[:1]:
        ran = run(command, home, timeout_s=20)
        assert ran.status in (0, 1, 2), (command, ran)
        assert "Traceback" not in ran.err and len(ran.err.splitlines()) <= 3
        assert letter.read_bytes() == STOLEN, command
        assert not letter.with_name("nowhere").exists()
    ran = run(SHORT, home, timeout_s=20)
    assert ran.status in (0, 1, 2) and "Traceback" not in ran.err


@pytest.mark.parametrize(
    "note",
    [
        '{"id": "11111111-1111-4111-8111-111111111111", "to": "2026-11\\u0000.json"}',
        '{"id": "x", "to": "../../../../etc/passwd"}',
        '{"id": "x", "to": ""}',
        '{"id": "x", "to": "2026-11.json.json"}',
        '{"id": {}, "to": []}',
        "[" * 5000,
        "\xff",
    ],
)
def test_a_note_of_a_move_that_makes_no_sense_does_not_keep_from_saving(tmp_path: Path, note: str) -> None:
    fill(tmp_path, 5)
    (tmp_path / "moving.json").write_text(note, encoding="latin-1")
    ran = run(("log", "arch=3"), tmp_path)
    assert ran.status == 0 and ran.err == ""
    assert not (tmp_path / "moving.json").exists()


def test_a_lock_that_is_a_link_is_told_and_what_it_leads_to_is_left(tmp_path: Path) -> None:
    home, letter = tmp_path / "home", tmp_path / "letter"
    fill(home, 5)
    letter.write_bytes(STOLEN)
    put(home / ".lock", "link", letter)
    ran = run(("import", "-"), home, stdin='{"schema": 1, "sessions": []}')
    assert letter.read_bytes() == STOLEN
    assert ran.status == 1 and ".lock is a link" in ran.err and one_line(ran.err)
