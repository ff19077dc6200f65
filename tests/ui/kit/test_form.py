"""What holds for every box and form, asked of those of the History screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input
from textual.widgets.input import Selection

from tests.ui.history.opening import drawn, opened, problem, with_records
from tests.ui.history.years import session
from tui.core.terminal.input_stream import LONGEST_PASTE
from tui.core.text.limits import LONGEST_NOTE
from tui.ui.kit.question import QuestionScreen

FRIDAY = date(2026, 11, 20)


async def test_what_was_typed_is_not_thrown_away_unasked(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [session(1, FRIDAY)])) as (pilot, screen):
        await pilot.press("e", "tab", "escape")
        assert pilot.app.screen is screen
        await pilot.press("e", "up", "x")
        form = pilot.app.screen
        for answer, shown in (("escape", form), ("y", screen)):
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


@pytest.mark.parametrize("small", [(50, 15), (20, 5), (4, 2)], ids=str)
@pytest.mark.parametrize("keys", ["slash", "e up", "ctrl+p"])
async def test_a_terminal_too_small_for_a_while_leaves_the_caret_where_it_was(
    tmp_path: Path, keys: str, small: tuple[int, int]
) -> None:
    record = replace(session(1, FRIDAY), note="stiff")
    async with opened(with_records(tmp_path, [record])) as (pilot, screen):
        await pilot.press(*keys.split(), *"neck", "left")
        field = pilot.app.focused
        before = drawn(screen)
        assert isinstance(field, Input)
        value, caret = field.value, field.cursor_position
        for size in (small, (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert (field.value, field.cursor_position) == (value, caret)
            assert pilot.app.focused is field
            assert (drawn(screen) == before) is (size == (80, 24))
        await pilot.press("c")
        assert field.value == f"{value[:caret]}c{value[caret:]}"


async def test_a_letter_just_typed_answers_at_once(tmp_path: Path) -> None:
    services = replace(with_records(tmp_path, []), guard_s=0.7)
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "y", "escape", "y")
        assert pilot.app.screen is screen
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, type(screen))


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


async def test_the_field_that_has_the_focus_is_marked(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [session(1, FRIDAY)])) as (pilot, screen):
        for key, field in (("a", "Date"), ("o", "From"), ("x", "Format")):
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


@pytest.mark.parametrize(
    "key", ["o", *(pytest.param(key, marks=pytest.mark.slow) for key in ("a", "enter", "x", "slash"))]
)
async def test_boxes_stand_every_key_of_the_app(tmp_path: Path, key: str) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press(key)
        box = pilot.app.screen
        assert box is not screen
        titles = [str(command.title) for command in pilot.app.get_system_commands(box)]
        assert titles == ["Paint the screen anew", "Change the theme"]
        await pilot.press("up", "down", "tab", "shift+tab", "left", "right")
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert max(len(line) for line in drawn(screen)) <= 60
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press(key, "ctrl+c")
        await pilot.pause()
        assert pilot.app.return_code == 0
