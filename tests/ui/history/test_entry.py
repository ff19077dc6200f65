"""Sessions that are typed: added away from the screen, and corrected."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from textual.events import Key

from tests.ui.history.opening import drawn, faults, fill, opened, problem, records, with_records
from tests.ui.history.years import TODAY, arch_only, session
from tui.core.record.record import Felt, Origin
from tui.ui.history.entry import EntryScreen
from tui.ui.kit.question import QuestionScreen

FRIDAY = date(2026, 11, 20)


async def test_a_adds_a_session_by_hand(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    services.progress.set_reps("sit-and-arch", 5, services.clock.now())
    async with opened(services, (100, 32)) as (pilot, screen):
        await pilot.press("a")
        assert isinstance(pilot.app.screen, EntryScreen)
        assert "2026-11-22" in "\n".join(drawn(screen))
        await pilot.press("tab", "down", "3", "+", "2", "down", "4", "tab", "right", "tab", *"[x]", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        added = records(services)[-1]
        assert (added.origin, added.day, added.routine) == (Origin.HAND, TODAY, "both")
        assert added.started_at == services.clock.now()
        rotate, arch = added.exercises
        assert (rotate.left, rotate.right, arch.total, arch.target) == (3, 2, 4, 4)
        assert (arch.felt, added.note) == (Felt.EASY, "[x]")
        assert screen.moves.chosen() == added
        assert screen.notice.text == "Added the session of Sun 22 Nov; u undoes it"
        assert re.search(r"by hand .* easy  \[x\]", "\n".join(drawn(screen)))


async def test_what_is_wrong_is_said_at_its_field_and_the_cursor_goes_to_the_first(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services, (60, 18)) as (pilot, screen):
        await pilot.press("a", "enter")
        assert faults(pilot) == {"count-0": "fill in one exercise at least"}
        fill(pilot, count_0="three", count_1="3+2", time="9")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert faults(pilot) == {
            "time": "like 14:05",
            "count-0": "a number up to 99, or both sides like 3+2",
            "count-1": "a number up to 99",
        }
        assert problem(pilot) == ""
        assert pilot.app.focused is pilot.app.screen.query_one("#time")
        shown = drawn(screen)
        at = next(row for row, line in enumerate(shown) if "> Time" in line)
        assert "like 14:05" in shown[at + 1]
        assert "a number up to 99, or both sides like 3+2" in shown[at + 3]
        await pilot.press("8", ":", "1", "5")
        assert set(faults(pilot)) == {"count-0", "count-1"}
        fill(pilot, count_1="2")
        await pilot.press("enter")
        await pilot.pause()
        assert set(faults(pilot)) == {"count-0"}
        assert pilot.app.focused is pilot.app.screen.query_one("#count-0")
        assert records(services) == ()
        await pilot.press("3", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen and len(records(services)) == 1


async def test_all_that_is_wrong_with_an_edited_session_is_said(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [session(1, FRIDAY)])) as (pilot, _):
        await pilot.press("e")
        fill(pilot, date="2027-01-01", count_1="x")
        await pilot.press("up", "enter")
        assert faults(pilot) == {
            "date": "That is still to come (give a time in the past)",
            "count-1": "a number up to 99",
        }
        assert pilot.app.focused is pilot.app.screen.query_one("#date")


async def test_keys_that_come_at_once_are_taken_in_their_order(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services) as (pilot, screen):
        await pilot.press("a")
        burst = ["tab", "down", *"3+2", "down", *"99", "backspace", "tab", "right", "tab"]
        for key in (*burst, *"note", "enter"):
            pilot.app.post_message(Key({"+": "plus"}.get(key, key), key if len(key) == 1 else None))
        while not records(services):
            await pilot.pause()
        rotate, arch = records(services)[0].exercises
        assert (rotate.left, rotate.right, arch.total, arch.felt) == (3, 2, 9, Felt.EASY)
        assert (records(services)[0].note, screen.notice.text[:5]) == ("note", "Added")


async def test_the_calendars_day_is_offered(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [])) as (pilot, screen):
        await pilot.press("left", "a")
        fill(pilot, count_1="2")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.moves.data and list(screen.moves.data.days) == [TODAY - timedelta(days=7)]
        assert not screen.moves.data.empty and screen.moves.listing


async def test_e_edits_and_saves_nothing_where_nothing_was_edited(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, date(2026, 11, 19))])
    async with opened(services) as (pilot, screen):
        await pilot.press("e", "enter")
        await pilot.pause()
        assert screen.services.change_log.last is None
        assert [record.changed_at for record in records(services)] == [None, None]
        await pilot.press("down", "e")
        fill(pilot, count_0="2", date="2026-10-30", time="8:15", note="moved")
        await pilot.press("enter")
        await pilot.pause()
        edited = records(services)[0]
        assert (edited.day, edited.exercises[0].total, edited.note) == (date(2026, 10, 30), 2, "moved")
        assert edited.origin is Origin.HAND
        assert screen.moves.cursor == date(2026, 10, 30)
        await pilot.press("u")
        await pilot.pause()
        assert replace(records(services)[0], changed_at=None) == arch_only(2, date(2026, 11, 19))
        assert screen.notice.text == "Undone: what was edited of the session of Fri 30 Oct"


async def test_held_keys_answer_and_save_nothing(tmp_path: Path) -> None:
    services = replace(with_records(tmp_path, [session(1, FRIDAY)]), guard_s=0.7)
    async with opened(services) as (pilot, screen):
        await pilot.press("d", "d", "d")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await pilot.press("n")
        assert pilot.app.screen is screen
        await pilot.press("enter", "enter")
        services.clock.pass_time(1)  # type: ignore[attr-defined]
        await pilot.press("a", "tab", "tab", "3", "enter", "enter")
        assert len(records(services)) == 2
