"""Faults on the History screen: one clear line, and no change is pretended."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ui.history.opening import fill, opened, problem, records, with_records
from tests.ui.history.years import TODAY, WEEK, session
from tui.adapters.history.months import Months
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.writer import Writer
from tui.core.text.problems import StoreProblem

FRIDAY = date(2026, 11, 20)


async def test_a_history_that_cannot_be_read_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = with_records(tmp_path, WEEK)
    async with opened(services) as (_, screen):

        def broken(_: Months) -> object:
            raise StoreProblem("cannot read the folder", "Permission denied")

        monkeypatch.setattr(Months, "token", broken)
        screen.poll()
        assert screen.notice.text == "cannot read the folder: Permission denied"
        screen.notice.show("")
        screen.poll()
        assert screen.notice.text == ""
        assert screen.moves.data and screen.moves.data.sessions.rows == 5


async def test_a_history_that_was_never_read_can_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Months) -> object:
        raise StoreProblem("cannot read the folder", "Permission denied")

    monkeypatch.setattr(Months, "token", broken)
    async with opened(with_records(tmp_path, [])) as (pilot, screen):
        assert screen.notice.text == "cannot read the folder: Permission denied"
        for key in ("a", "e", "d", "u", "o", "x", "slash", "enter", "tab"):
            await pilot.press(key)
            assert screen.notice.text == "The history cannot be read."
        await pilot.press("down", "left", "pageup", "home", "end", "escape")
        assert pilot.app.screen is not screen


async def test_a_damaged_month_is_told(tmp_path: Path) -> None:
    services = with_records(tmp_path, WEEK)
    file = services.paths.history / "2026-11.json"
    data = file.read_bytes()
    file.write_bytes(data[: len(data) - 150])
    async with opened(services) as (_, screen):
        assert "2026-11.json was damaged" in screen.notice.text


async def test_an_export_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    services = with_records(tmp_path / "home", [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("x")
        fill(pilot, file=str(tmp_path))
        await pilot.press("enter")
        assert problem(pilot) == f"The file: {tmp_path} is a folder"
        fill(pilot, file=str(tmp_path / "home" / "history" / "2026-11.json"))
        await pilot.press("enter", "y")
        await pilot.pause()
        assert "keeps its data" in problem(pilot) or "keeps its data" in screen.notice.text
        fill(pilot, file="")
        await pilot.press("enter")
        assert problem(pilot) == "The file: give it a name"
        fill(pilot, file=str(tmp_path / "none" / "x.tx"))
        await pilot.press("enter")
        await pilot.pause()
        assert problem(pilot).startswith(f"cannot write {tmp_path}/none/x.tx: ")
        (tmp_path / "none").mkdir()
        await pilot.press("tab", "end", "t")
        assert problem(pilot) == ""
        await pilot.press("enter")
        await pilot.pause()
        assert screen.notice.text == f"Wrote 1 session to {tmp_path}/none/x.txt"
        await pilot.press("x")
        assert screen.notice.text == ""


async def test_a_change_that_fails_is_not_pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    full = StoreProblem("cannot save 2026-11.json", "No space left on device")

    def fail(*_: object) -> None:
        raise full

    monkeypatch.setattr(HistoryStore, "delete", fail)
    monkeypatch.setattr(HistoryStore, "replace", fail)
    async with opened(services) as (pilot, screen):
        for change in ("d", "e"):
            await pilot.press(change)
            if change == "e":
                fill(pilot, note="new")
            await pilot.press("y" if change == "d" else "enter")
            await pilot.pause()
            assert screen.notice.text == full.line
            assert screen.services.change_log.last is None
            assert screen.moves.chosen() == session(1, FRIDAY)
            await pilot.press("u")
            assert "Nothing was changed" in screen.notice.text


async def test_an_added_session_that_cannot_be_saved_is_told_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = with_records(tmp_path, [])

    def fail(*_: object) -> None:
        raise StoreProblem("cannot save", "No space left on device")

    monkeypatch.setattr(HistoryStore, "add", fail)
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "tab", "tab", "3", "enter")
        await pilot.pause()
        assert screen.notice.text == "cannot save: No space left on device"
        assert screen.moves.data and screen.moves.data.empty
        assert len(services.writer.unsaved()) == 1


async def test_what_another_terminal_changed_is_not_overwritten(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    other = HistoryStore(services.paths, services.clock)  # type: ignore[arg-type]
    async with opened(services) as (pilot, screen):
        await pilot.press("e")
        fill(pilot, note="mine")
        other.replace(session(1, FRIDAY, note="theirs"))
        await pilot.press("enter")
        await pilot.pause()
        assert records(services)[0].note == "theirs"
        assert screen.notice.text == "cannot change the session: another terminal has changed it meanwhile"
        await pilot.press("d")
        other.delete(session(1, FRIDAY).id)
        await pilot.press("y")
        await pilot.pause()
        assert screen.notice.text == "cannot change the session: another terminal has deleted it"
        assert screen.moves.data and screen.moves.data.empty


async def test_the_writers_thread_is_heard(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    writer = Writer(services.history)
    data = services.data._replace(writer=writer)
    async with opened(replace(services, open_data=lambda: data)) as (pilot, screen):
        await pilot.press("d", "y")
        while records(services) or screen.changes.waiting:
            await pilot.pause(0.005)
        await pilot.pause()
        assert screen.moves.data and screen.moves.data.empty
        assert screen.changes.waiting == 0


async def test_a_clock_before_the_last_session_is_told(tmp_path: Path) -> None:
    records = [*WEEK, session(60, TODAY + timedelta(days=3))]
    async with opened(with_records(tmp_path, records)) as (pilot, screen):
        assert screen.notice.text.startswith("The clock says 2026-11-22, but there is a session")
        assert screen.moves.cursor == TODAY + timedelta(days=3)
        await pilot.press("tab", "G")
        assert screen.moves.cursor == TODAY
        assert screen.moves.window.last == date(2026, 11, 16)


async def test_a_month_of_a_newer_version_is_read_only(tmp_path: Path) -> None:
    services = with_records(tmp_path, WEEK)
    file = services.paths.history / "2026-11.json"
    data = file.read_bytes()
    file.write_bytes(re.sub(rb'"schema": ?1', b'"schema": 2', data, count=1))
    async with opened(services) as (pilot, screen):
        assert screen.notice.text.startswith("2026-11.json is read-only")
        assert screen.moves.data and screen.moves.data.sessions.rows == 4
        await pilot.press("d", "y")
        await pilot.pause()
        assert screen.notice.text.startswith("2026-11.json is read-only")
        assert screen.moves.data.sessions.rows == 4 and services.change_log.last is None
