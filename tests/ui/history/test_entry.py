"""Sessions that are typed: added away from the screen, and corrected."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from textual.events import Key, Paste
from textual.widgets import Input
from textual.widgets.input import Selection

from tests.ui.history.opening import drawn, fill, opened, problem, records, with_records
from tests.ui.history.years import TODAY, arch_only, session
from tui.core.record.record import Felt, Origin
from tui.core.terminal.input_stream import LONGEST_PASTE
from tui.core.text.limits import LONGEST_NOTE
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


async def test_what_is_wrong_is_said_in_the_form(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "enter")
        assert problem(pilot).startswith("Nothing counted")
        fill(pilot, count_0="three")
        await pilot.press("enter")
        assert problem(pilot).startswith("Sit and Rotate: a number")
        fill(pilot, count_0="3", time="9")
        await pilot.press("enter")
        assert problem(pilot) == "The time: like 14:05"
        assert problem(pilot) in "\n".join(drawn(screen))
        await pilot.press("escape", "y")
        assert pilot.app.screen is screen
        assert records(services) == ()


async def test_what_was_typed_is_not_thrown_away_unasked(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [session(1, FRIDAY)])) as (pilot, screen):
        await pilot.press("e", "tab", "escape")
        assert pilot.app.screen is screen
        await pilot.press("e", "up", "x")
        form = pilot.app.screen
        for answer, shown in (("escape", form), ("enter", form), ("n", form), ("y", screen)):
            await pilot.press("escape")
            assert isinstance(pilot.app.screen, QuestionScreen)
            assert pilot.app.screen.question == "Discard what you typed?"
            await pilot.press(answer)
            assert pilot.app.screen is shown
        for keys in ("x right", "slash tab right", "o up right"):
            await pilot.press(*keys.split(), "escape")
            assert pilot.app.screen is screen
        await pilot.press("slash", "a", "escape")
        assert pilot.app.screen is screen


async def test_typing_goes_on_in_a_note_and_takes_the_place_of_a_number(tmp_path: Path) -> None:
    record = replace(session(1, FRIDAY), note="stiff")
    async with opened(with_records(tmp_path, [record])) as (pilot, _):
        await pilot.press("e", "up", "e", "r", "down", "down", "9")
        values = {field.id: field.value for field in pilot.app.screen.query(Input)}
        assert (values["note"], values["time"]) == ("stiffer", "9")


async def test_a_paste_longer_than_its_field_says_what_was_left_out(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "shift+tab")
        note = pilot.app.screen.query_one("#note", Input)
        assert pilot.app.screen.focused is note
        note.value = "so "
        note.post_message(Paste("x" * (LONGEST_NOTE - 3) + "[b]and the rest\r\nlast\n"))
        await pilot.pause()
        assert note.value == "so " + "x" * (LONGEST_NOTE - 3)
        said = 'Left out of what was pasted: 15 characters from "[b]and the rest" on, 1 more line'
        assert problem(pilot) == said
        assert "Left out of what was pasted" in "\n".join(drawn(screen))
        await pilot.press("backspace")
        assert problem(pilot) == ""
        note.selection = Selection(0, len(note.value))
        note.post_message(Paste("y" * LONGEST_PASTE))
        await pilot.pause()
        assert note.value == "y" * LONGEST_NOTE
        assert problem(pilot).endswith("on, all that came after")
        note.selection = Selection(0, len(note.value))
        await pilot.press("ctrl+x", "ctrl+v")
        assert (note.value, problem(pilot)) == ("y" * LONGEST_NOTE, "")
        await pilot.press("ctrl+v")
        await pilot.pause()
        assert problem(pilot) == 'Left out of what was pasted: 1,000 characters from "yyyyyyyyyyyyyyy…" on'


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


async def test_the_field_that_has_the_focus_is_marked(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [session(1, FRIDAY)])) as (pilot, screen):
        for key, field in (("a", "Date"), ("e", "Date"), ("o", "From"), ("x", "Format")):
            await pilot.press(key)
            text = drawn(screen)
            assert not getattr(pilot.app.focused, "cursor_blink", False)
            assert [line.partition("|  > ")[2].split()[0] for line in text if "|  > " in line] == [
                field.split()[0]
            ]
            await pilot.press("tab")
            assert not any(f"> {field}" in line for line in drawn(screen))
            assert sum("|   > " in line or "|  > " in line or "|  > " in line for line in drawn(screen)) == 1
            assert not any("Repetitions a" in line or "Home" in line for line in text)
            await pilot.press("escape")


async def test_the_calendars_day_is_offered(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [])) as (pilot, screen):
        await pilot.press("left", "a")
        fill(pilot, count_1="2")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.moves.data and list(screen.moves.data.days) == [TODAY - timedelta(days=7)]
        assert not screen.moves.data.empty and screen.moves.listing


async def test_e_edits(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, date(2026, 11, 19))])
    async with opened(services) as (pilot, screen):
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


async def test_editing_nothing_saves_nothing(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("e", "enter")
        await pilot.pause()
        assert screen.services.change_log.last is None
        assert records(services)[0].changed_at is None


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
