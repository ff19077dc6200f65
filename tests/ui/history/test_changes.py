"""What the History screen changes: deleting asks, and all of it can be undone."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.ui.history.opening import drawn, faults, fill, opened, records, with_records
from tests.ui.history.years import arch_only, session
from tui.core.settings.settings import Away
from tui.ui.history.away import AwayScreen
from tui.ui.history.entry import EntryScreen
from tui.ui.history.export import ExportScreen
from tui.ui.history.history import HistoryScreen
from tui.ui.kit.question import QuestionScreen

FRIDAY = date(2026, 11, 20)


async def test_d_asks_first_and_no_is_first(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        for key in ("enter", "escape", "n"):
            await pilot.press("d")
            assert isinstance(pilot.app.screen, QuestionScreen)
            await pilot.pause()
            text = "\n".join(drawn(screen))
            assert "> enter, esc, n  No" in text and "? Keys" not in text
            await pilot.press(key)
            await pilot.pause()
            assert len(records(services)) == 1
        await pilot.press("d", "y")
        await pilot.pause()
        assert records(services) == ()
        assert screen.moves.data and screen.moves.data.empty
        assert "Nothing here yet" in "\n".join(drawn(screen))
        await pilot.press("u")
        await pilot.pause()
        assert records(services) == (session(1, FRIDAY),)


async def test_changes_are_undone_one_by_one_even_after_coming_back(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, _screen):
        await pilot.press("d", "y", "a")
        fill(pilot, count_0="3")
        await pilot.press("enter", "e")
        fill(pilot, note="twice")
        await pilot.press("enter", "escape")
        await pilot.app.push_screen(HistoryScreen(services))
        await pilot.pause()
        assert records(services)[0].note == "twice"
        await pilot.press("u")
        assert records(services)[0].note == ""
        await pilot.press("u")
        assert records(services) == ()
        await pilot.press("u")
        assert records(services) == (session(1, FRIDAY),)
        await pilot.press("u")
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert pilot.app.screen.notice.text == "Nothing was changed here since unhunch was started."


async def test_several_sessions_a_day_are_chosen_in_the_list(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, FRIDAY, hour=12)])
    async with opened(services) as (pilot, screen):
        await pilot.press("tab", "d")
        assert pilot.app.screen is screen and screen.moves.listing
        assert "choose one in the list" in screen.notice.text
        await pilot.press("down", "d", "y")
        await pilot.pause()
        assert [item.routine for item in records(services)] == ["sit-and-arch"]
        await pilot.press("tab", "e")
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_the_day_leads_to_its_changes(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, FRIDAY, hour=12)])
    async with opened(services) as (pilot, _screen):
        await pilot.press("enter", "down", "d", "y")
        await pilot.pause()
        assert [item.routine for item in records(services)] == ["sit-and-arch"]
        await pilot.press("enter", "e")
        assert isinstance(pilot.app.screen, EntryScreen)
        await pilot.press("escape", "enter", "a")
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_o_marks_and_unmarks_days(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, date(2026, 11, 2)), session(2, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("o")
        assert isinstance(pilot.app.screen, AwayScreen)
        fill(pilot, first="2026-11-03", last="2026-11-02")
        await pilot.press("enter")
        assert faults(pilot) == {"last": "it is before the first one"}
        fill(pilot, last="2026-11-19")
        await pilot.press("enter")
        await pilot.pause()
        assert services.away.read()[0] == (Away(date(2026, 11, 3), date(2026, 11, 19)),)
        assert screen.moves.data and screen.facts.facts[0].values == ("2 days",)
        await pilot.press("tab", "left", "o")
        fill(pilot, first="2026-11-10", last="2026-11-10")
        assert "Marked now: 3-19 Nov" in "\n".join(drawn(screen))
        await pilot.press("enter")
        await pilot.pause()
        assert services.away.read()[0] == (
            Away(date(2026, 11, 3), date(2026, 11, 9)),
            Away(date(2026, 11, 11), date(2026, 11, 19)),
        )
        await pilot.press("u")
        await pilot.press("u")
        await pilot.pause()
        assert services.away.read()[0] == ()
        assert screen.notice.text == "Undone: Tue 3 - Thu 19 Nov as away"


@pytest.mark.parametrize("form", ["csv", pytest.param("json", marks=pytest.mark.slow)])
async def test_x_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    services = with_records(tmp_path / "home", [session(1, FRIDAY), arch_only(2, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("x")
        assert isinstance(pilot.app.screen, ExportScreen)
        if form == "json":
            await pilot.press("right")
        await pilot.press("enter")
        await pilot.pause()
        path = folder / f"unhunch-2026-11-22.{form}"
        assert screen.notice.text == f"Wrote 2 sessions to {path}"
        text = path.read_text()
        count = (
            len(json.loads(text)["sessions"])
            if form == "json"
            else len(list(csv.DictReader(text.splitlines())))
        )
        assert count == (2 if form == "json" else 3)
        path.write_text("mine")
        await pilot.press("x", *(["right"] if form == "json" else []), "enter", "enter")
        await pilot.pause()
        assert path.read_text() == "mine"
        assert isinstance(pilot.app.screen, ExportScreen)
        await pilot.press("enter", "y")
        await pilot.pause()
        assert path.read_text() == text


async def test_what_an_earlier_run_deleted_is_restored(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), session(2, date(2026, 11, 2))])
    services.history.delete(session(1, FRIDAY).id)
    async with opened(services) as (pilot, screen):
        await pilot.press("U")
        text = "\n".join(drawn(pilot.app.screen))  # type: ignore[arg-type]
        assert "> Fri 20 Nov  09:00  rotate 3+3  arch 3" in text and "enter Restore" in text
        await pilot.press("enter")
        await pilot.pause()
        assert screen.notice.text.startswith("Restored the session of")
        assert {item.id for item in records(services)} == {session(1, FRIDAY).id, session(2, FRIDAY).id}
        await pilot.press("U")
        assert pilot.app.screen.notice.text == "No deleted session is left to bring back."  # type: ignore[attr-defined]


async def test_deleted_for_good_is_nowhere_any_more(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, _screen):
        await pilot.press("d", "g")
        await pilot.pause()
        assert records(services) == ()
    kept = services.history.deleted()
    assert [item.record for item in kept] == [None]


async def test_who_is_not_asked_can_undo(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    services = replace(services, settings=services.settings._replace(ask_before_deleting=False))
    async with opened(services) as (pilot, screen):
        await pilot.press("d")
        await pilot.pause()
        assert pilot.app.screen is screen and records(services) == ()
        await pilot.press("u")
        assert records(services) == (session(1, FRIDAY),)
