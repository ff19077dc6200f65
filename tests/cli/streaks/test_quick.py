"""`status` and `due` repeat an answer, and never one that would be another now."""

import io
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.homes import paths_of, session
from tui.adapters.history import answers as answers_module
from tui.adapters.history.answers import Answer, Answers
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.settings import SettingsStore
from tui.cli.main import run
from tui.cli.stores import open_stores
from tui.cli.streams import Streams
from tui.core.settings.settings import Away
from tui.core.streaks.days import day_of

NOON = datetime.fromisoformat("2026-11-20T12:00:00+01:00")


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def monotonic(self) -> float:
        return 0.0

    def now(self) -> datetime:
        return self.at


def asked(home: Path, command: str, at: datetime = NOON) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = run([command], Streams({"UNHUNCH_HOME": str(home)}, Clock(at), None, out, err))
    return status, out.getvalue(), err.getvalue()


def found_out(home: Path, command: str, at: datetime = NOON) -> tuple[int, str, str]:
    """What is answered where nothing was kept."""
    copy = home.with_name(f"{home.name} again")
    shutil.copytree(home, copy, symlinks=True)
    (copy / "answers.json").unlink(missing_ok=True)
    try:
        return asked(copy, command, at)
    finally:
        shutil.rmtree(copy)


def let_time_pass(home: Path) -> None:
    """An answer is kept of files that were written some time ago."""
    for path in home.rglob("*"):
        os.utime(path, (0, 0))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Three days done, up to yesterday, and both commands answered."""
    folder = tmp_path / "home"
    HistoryStore(paths_of(folder), Clock(NOON)).merge(
        session(NOON - timedelta(days=back), back << 96) for back in range(1, 4)
    )
    let_time_pass(folder)
    for command in ("status", "due"):
        asked(folder, command)
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each time an answer is not repeated but found out."""
    times: list[str] = []

    def note(streams: Streams) -> object:
        times.append("opened")
        return open_stores(streams)

    for command in ("status", "due"):
        monkeypatch.setattr(f"tui.cli.{command}.open_stores", note)
    return times


def test_what_has_not_changed_is_repeated(home: Path, opened: list[str]) -> None:
    assert asked(home, "status") == (0, "streak 3 days, this week 3 of 7, not yet today\n", "")
    assert asked(home, "due") == (0, "", "")
    assert opened == []


def add(home: Path) -> None:
    HistoryStore(paths_of(home), Clock(NOON)).add(session(NOON, 9 << 96))


def edit_in_place(home: Path) -> None:
    """As a person's editor does: the same size, the same inode, the time of change put back."""
    file = home / "history" / "2026-11.json"
    status = file.stat()
    with file.open("r+b") as month:
        month.write(month.read().replace(b"2026-11-18", b"2026-11-08"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def take_strictly(home: Path) -> None:
    SettingsStore(paths_of(home), Clock(NOON)).put({"strict": True, "days_a_week": 2, "show_streaks": False})


def go_away(home: Path) -> None:
    AwayStore(paths_of(home), Clock(NOON)).mark(Away(NOON.date(), NOON.date()))


def damage(home: Path) -> None:
    with (home / "history" / "2026-11.json").open("ab") as file:
        file.write(b"rubbish")


def leave_a_copy(home: Path) -> None:
    (home / "history" / "2026-11.json").rename(home / "history" / "2026-11.conflict1.json")


def lose_the_month(home: Path) -> None:
    (home / "history" / "2026-11.json").unlink()


def lead_nowhere(home: Path) -> None:
    (home / "settings.json").symlink_to(home / "nowhere")


def make_a_folder(home: Path) -> None:
    (home / "history" / "2026-10.json").mkdir()


CHANGES: tuple[Callable[[Path], None], ...] = (
    *(add, edit_in_place, take_strictly, go_away, damage, leave_a_copy, lose_the_month, lead_nowhere),
    make_a_folder,
)


@pytest.mark.parametrize("command", ["status", "due"])
@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_answer_is_found_out(
    home: Path, change: Callable[[Path], None], command: str, opened: list[str]
) -> None:
    change(home)
    expected = found_out(home, command)
    opened.clear()
    assert asked(home, command) == expected
    assert opened


def test_each_change_matters(home: Path) -> None:
    before = asked(home, "status")
    for change in set(CHANGES) - {lead_nowhere}:
        again = home.with_name(change.__name__)
        shutil.copytree(home, again)
        change(again)
        assert asked(again, "status") != before, change


@pytest.mark.parametrize("hours", [-9, -8, 0, 15, 16, 24, 24 * 400])
@pytest.mark.parametrize("command", ["status", "due"])
def test_an_answer_holds_for_its_day_alone(home: Path, command: str, hours: int, opened: list[str]) -> None:
    at = NOON + timedelta(hours=hours)
    expected = found_out(home, command, at)
    opened.clear()
    assert asked(home, command, at) == expected
    assert bool(opened) == (day_of(at, 240) != NOON.date())


@pytest.mark.parametrize("at", range(0, 4000, 97))
def test_a_flipped_bit_is_no_answer(home: Path, at: int, opened: list[str]) -> None:
    kept = home / "answers.json"
    data = bytearray(kept.read_bytes())
    data[at % len(data)] ^= 1 << at % 8
    kept.write_bytes(data)
    assert asked(home, "status")[1].startswith("streak 3 days")
    assert opened


@pytest.mark.parametrize("rubbish", [b"", b"0\n", b"x\n[1]", b"3421780262\n123456789", b"\xff" * 50])
def test_rubbish_is_no_answer(home: Path, rubbish: bytes) -> None:
    expected = asked(home, "status")
    (home / "answers.json").write_bytes(rubbish)
    assert asked(home, "status") == expected


def test_what_is_wrong_is_told_each_time(home: Path, opened: list[str]) -> None:
    (home / "settings.json").write_text('{"settings": {\n"strict": {"schema": 1, "value": 7}\n}}\n')
    asked(home, "status")
    opened.clear()
    told = [asked(home, "status") for _ in range(2)]
    assert told[0] == told[1] and told[0][2].startswith("unhunch: setting strict")
    assert len(opened) == 2


def test_several_sets_a_day_are_asked_for_by_the_minute(home: Path, opened: list[str]) -> None:
    SettingsStore(paths_of(home), Clock(NOON)).put({"sets_a_day": 3})
    let_time_pass(home)
    for _ in range(2):
        asked(home, "due")
        asked(home, "status")
    assert len(opened) == 3  # status once


def test_files_that_were_written_just_now_are_read_again(home: Path, opened: list[str]) -> None:
    """Written once more within a tick of the clock they can look the same."""
    os.utime(home / "history" / "2026-11.json")
    for _ in range(2):
        asked(home, "status")
    assert len(opened) == 2


def test_another_program_finds_out_anew(
    home: Path, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "answers.py"
    other.write_text("")
    monkeypatch.setattr(answers_module, "__file__", str(other))
    asked(home, "status")
    assert opened


def test_what_changes_while_it_is_found_out_is_not_kept(home: Path) -> None:
    answers = Answers(paths_of(home))
    add(home)
    answers.keep("status", Answer("stale", 0, NOON.replace(tzinfo=None), datetime(2100, 1, 1)))
    assert "stale" not in (home / "answers.json").read_text()
    assert asked(home, "status")[1].startswith("streak 4 days")


def test_where_there_is_no_home_none_is_made(tmp_path: Path) -> None:
    assert asked(tmp_path / "none", "status")[0] == 0
    assert not (tmp_path / "none").exists()


def test_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_bytes(b"somebody's")
    (home / "answers.json").unlink()
    (home / "answers.json").symlink_to(letter)
    asked(home, "status")
    assert letter.read_bytes() == b"somebody's"


def test_answers_are_private(home: Path) -> None:
    assert (home / "answers.json").stat().st_mode & 0o777 == 0o600
