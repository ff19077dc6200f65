"""The palette finds by plain words what another screen does, and opens it there."""

import pytest
from textual.command import CommandList
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from tests.ui.screen_text import screen_text
from tests.ui.session.guided import Guided, guided, request_for
from tui.ui.app.command_palette import OfferedList
from tui.ui.history.history import HistoryScreen
from tui.ui.home.gallery import GalleryScreen
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services
from tui.ui.settings.settings import SettingsScreen

pytestmark = pytest.mark.usefixtures("no_drawing")
MOST_LINES = 2
"""Lines that an option takes."""


async def titles(run: Guided, typed: str) -> list[str]:
    """Return what the palette offers for what is typed, the first first."""
    await run.press("ctrl+p")
    run.app.screen.query_one(Input).value = typed
    await run.pilot.pause()
    await run.app.workers.wait_for_complete()
    await run.pilot.pause()
    options = run.app.screen.query_one(CommandList).options
    return [str(option.prompt).partition("  ")[0] for option in options]


async def test_a_setting_is_opened_at_its_row(services: Services) -> None:
    async with guided(services, "home") as run:
        depth = len(run.app.screen_stack) + 1
        for typed, first, field in (
            ("hold", "Hold", "hold_s"),
            ("voice", "Cues", "cues"),
            ("call", "Reminders", "reminders"),
            ("remind", "Reminders", "reminders"),
            ("desk", "Desk days", "desk_days"),
        ):
            assert (await titles(run, typed))[0] == first
            await run.press("enter")
            assert isinstance(run.app.screen, SettingsScreen) and run.app.screen.setting.field == field
            assert len(run.app.screen_stack) == depth, "where settings are open it goes to the row in them"


async def test_a_command_is_found_by_other_words_which_come_after_titles(services: Services) -> None:
    async with guided(services, "home") as run:
        for typed, first in (
            ("help", "Keys: all keys of the screen"),
            ("shortcuts", "Keys: all keys of the screen"),
            ("louder", "Volume"),
            ("quieter", "Volume"),
            ("volume", "Volume"),
            ("backup", "Export in the history"),
            ("export", "Export in the history"),
            ("quit", "Quit: leave unhunch"),
            ("exit", "Quit: leave unhunch"),
            ("theme", "Theme"),
            ("statistics", "History: what was done, day by day"),
            ("preferences", "Settings: seconds, sounds, streaks, looks"),
            ("search", "Find in the history"),
        ):
            found = await titles(run, typed)
            assert found[0] == first
            named = [typed in title.casefold() for title in found]
            assert named == sorted(named, reverse=True)
            await run.press("escape")


async def test_a_session_is_left_and_made_louder_by_other_words(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(1)
        for typed, first in (("exit", "Leave"), ("quieter", "Volume: softer"), ("louder", "Volume: louder")):
            assert (await titles(run, typed))[0].startswith(first)
            await run.press("escape")


async def test_what_history_does_opens_it_and_tells_the_key(services: Services) -> None:
    async with guided(services, "home") as run:
        for typed in ("delete", "export", "find", "sort"):
            assert (await titles(run, typed))[0] == f"{typed.capitalize()} in the history"
            assert "opens the history, where " in screen_text(run.app)
            await run.press("enter")
            assert isinstance(run.app.screen, HistoryScreen)
            await run.press("escape")


async def test_an_exercise_of_ones_own_is_begun(services: Services) -> None:
    async with guided(services, "home") as run:
        for before, typed in (("", "own"), ("s", "new exercise")):
            await run.press(*before)
            assert "one of your own" in (await titles(run, typed))[0]
            await run.press("enter")
            assert isinstance(run.app.screen, GalleryScreen)
            await run.press("escape")


@pytest.mark.parametrize(("typed", "opens"), [("zzz", False), ("settings", True)])
async def test_enter_chooses_of_what_answers_to_all_that_was_typed(
    services: Services, typed: str, opens: bool
) -> None:
    """Textual 8.2.8 chooses of what was found before, until the search has ended."""
    async with guided(services, "home") as run:
        await titles(run, "")
        palette = run.app.screen
        field = palette.query_one(Input)
        field.value = typed
        await field.action_submit()
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        await run.pilot.pause()
        assert isinstance(run.app.screen, SettingsScreen) if opens else run.app.screen is palette


async def test_opened_empty_it_begins_with_what_home_does_most(services: Services) -> None:
    async with guided(services, "home") as run:
        found = await titles(run, "")
        begins = ["Start", "History:", "Settings:", "How to:", "Sounds:", "Keys:"]
        assert [title[: len(begin)] for title, begin in zip(found, begins, strict=False)] == begins


async def test_keys_stand_in_a_column_at_the_right(services: Services) -> None:
    async with guided(services, "home", (80, 24)) as run:
        await titles(run, "")
        options = run.app.screen.query_one(OfferedList).options
        begun = [option.prompt for option in options][:8]
        assert {line.cell_length for line in begun if isinstance(line, Content)} == {80 - 7}
        keys = [str(line).rpartition("  ")[2] for line in begun]
        assert keys == ["enter", "h", "s", "i", "l", "?", "a", "space"]


async def test_scattered_letters_are_looked_for_only_where_no_word_answers(services: Services) -> None:
    async with guided(services, "home") as run:
        assert not any("Theme" in title for title in await titles(run, "hold"))
        await run.press("escape")
        assert "Theme: gruvbox" in await titles(run, "gvbx")


async def test_a_moved_bar_draws_two_options_and_leaves_no_other_bar_behind(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(services, "home") as run:
        await titles(run, "")
        offered = run.app.screen.query_one(OfferedList)
        drawn: list[int] = []
        usual = OfferedList.render_line

        def noted(self: OfferedList, y: int) -> Strip:
            drawn.append(y)
            return usual(self, y)

        monkeypatch.setattr(OfferedList, "render_line", noted)
        for key, bar in (("down", 1), ("down", 2), ("up", 1)):
            drawn.clear()
            await run.press(key)
            assert offered.highlighted == bar and 0 < len(drawn) <= 2 * MOST_LINES
        whole = Region(0, 0, *offered.outer_size)
        kept = [strip.render(run.app.console) for strip in offered.render_lines(whole)]
        offered.refresh()
        assert [strip.render(run.app.console) for strip in offered.render_lines(whole)] == kept


async def test_the_bar_is_seen_where_the_list_is_longer_than_its_room(services: Services) -> None:
    async with guided(services, "home") as run:
        await titles(run, "")
        offered = run.app.screen.query_one(OfferedList)
        await run.press(*["down"] * 30)
        assert offered.highlighted == 30
        assert "Start" not in screen_text(run.app).splitlines()[offered.region.y + 1]
        await run.press(*["up"] * 30)
        assert "Start" in screen_text(run.app).splitlines()[offered.region.y + 1]


async def test_pause_chosen_in_a_session_ends_in_a_pause_and_going_on_is_named_so(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(1)
        for typed, paused in (("pause", True), ("go on", False), ("pau", True), ("", False)):
            found = (await titles(run, typed))[0]
            assert found == ("Pause" if paused else "Go on")
            await run.press("enter")
            assert (run.word == "PAUSED") is paused


async def test_what_is_muted_is_let_be_heard_again(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.press("m")
        assert (await titles(run, "mute"))[0] == "Unmute: be heard again"


async def test_what_a_key_does_now_is_the_title(services: Services) -> None:
    async with guided(services, "home") as run:
        await run.press("a")
        assert (await titles(run, "one of your own"))[0] == "Make one of your own with it"
        await run.press("escape", "escape", "h")
        for typed in ("calendar", "list"):
            found = await titles(run, typed)
            assert not any("switch between" in title for title in found)
            await run.press("escape")


@pytest.mark.parametrize("opening", ["home", "session"])
async def test_what_is_changed_there_is_told_on_the_screen_in_front(services: Services, opening: str) -> None:
    begin = request_for(services) if opening == "session" else "home"
    async with guided(services, begin) as run:
        for typed, told in (
            ("volume 8", "Volume 8"),
            ("motion: off", "Motion: off"),
            ("theme: nord", "Theme: nord"),
        ):
            found = (await titles(run, typed))[0]
            assert found.startswith(told)
            await run.press("enter")
            assert isinstance(run.app.screen, BaseScreen)
            assert run.app.screen.notice.text == found
        await titles(run, "change the theme")
        await run.press("enter", *"gruvbox")
        await run.app.workers.wait_for_complete()
        await run.press("enter")
        assert run.app.settings.theme == "gruvbox" and run.app.screen.notice.text == "Theme: gruvbox"
