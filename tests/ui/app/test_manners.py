"""Manners: sizes, keys of the screen before, characters, leaving, nothing heavy before the first paint."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Click, Key, MouseDown, MouseUp, Paste
from textual.message import Message
from textual.pilot import Pilot

from tests.ui.fakes import FakePlayer, ManualClock, make_services
from tests.ui.screen_text import screen_lines, screen_text
from tui.core.settings.settings import Settings
from tui.core.text.problems import Problem, StoreProblem
from tui.ui.app.app import UnhunchApp
from tui.ui.history.history import HistoryScreen
from tui.ui.home.home import HomeScreen
from tui.ui.kit.base import CommandScreen
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen
from tui.ui.session.summary import SummaryScreen
from tui.ui.settings.settings import SettingsScreen
from tui.ui.settings.settings_list import SettingsList

pytestmark = pytest.mark.usefixtures("no_drawing")


TOURS = (
    *(("s", "right", 6.0), ("h", "right", 7.0), ("l", "left", 6.0), ("i", "left", 5.0)),
    ("question_mark", "right", 6.0),
)
"""What is opened twice, what is pressed in the settings that are opened then, and what comes of it."""


PAUSES = (0.05, 0.4, *(pytest.param(pause, marks=pytest.mark.slow) for pause in (0.15, 0.8)))


@pytest.mark.parametrize("pause", PAUSES)
async def test_open_esc_open_another_arrives(services: Services, pause: float) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        for key, change, ready_s in TOURS:
            for pressed in (key, "escape", key, "escape", "s"):
                await pilot.press(pressed)
                clock.pass_time(pause)
            assert isinstance(app.screen, SettingsScreen)
            await pilot.press(change)
            assert app.settings.ready_s == ready_s
            await pilot.press("escape")
            clock.pass_time(2.0)


async def _hold(pilot: Pilot[None], clock: ManualClock, key: str) -> None:
    """Hold a key down for over two seconds: an X server's repeats, more than a session has movements."""
    for pause in (0.0, 0.66, *[0.04] * 50):
        clock.pass_time(pause)
        await pilot.press(key)


async def test_a_held_enter_starts_one_session_and_no_more(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        await _hold(pilot, clock, "enter")
        started = [screen for screen in app.screen_stack if isinstance(screen, SessionScreen)]
        assert len(started) == 1
        await pilot.press("escape", "x")
        await pilot.pause()
        await _hold(pilot, clock, "enter")
        assert not isinstance(app.screen, SummaryScreen)


@pytest.mark.parametrize("key", ["n", "tab"])
async def test_a_held_key_skips_to_the_end_of_a_session_and_not_beyond(services: Services, key: str) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await _hold(pilot, clock, key)
        assert isinstance(app.screen, SessionScreen)


async def test_a_held_q_leaves_the_program_only_where_it_was_pressed(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for pause in (0.66, *[0.04] * 60):
            await pilot.press("q")
            clock.pass_time(pause)
        assert app.is_running and any(isinstance(screen, SessionScreen) for screen in app.screen_stack)


async def test_ctrl_c_leaves_and_closes_the_player(tmp_path: Path) -> None:
    player = FakePlayer()
    app = UnhunchApp(make_services(tmp_path, player=player))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "t", "ctrl+c")
    assert app.return_code == 0 and player.calls[-1] == "close"


async def test_a_screen_may_have_its_own_idea_of_ctrl_c(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    said: list[bool] = []

    class Stubborn(CommandScreen[None]):
        GROUP = "home"

        def interrupt(self, *, again: bool) -> bool:
            said.append(again)
            return not again

    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Stubborn(services))
        await pilot.pause()
        await pilot.press("ctrl+c")
        clock.pass_time(2.1)
        await pilot.press("ctrl+c")
        clock.pass_time(1.9)
        await pilot.press("ctrl+c")
    assert said == [False, False, True] and app.return_code == 0


async def test_ctrl_q_leaves(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_the_palette_finds_commands_by_name(services: Services) -> None:
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await _until(pilot, lambda: "all keys of the screen" in screen_text(app))
        await pilot.press(*"seconds")
        await _until(pilot, lambda: "seconds, sounds" in screen_text(app))
        await pilot.press("enter")
        await _until(pilot, lambda: isinstance(app.screen, SettingsScreen))


async def test_two_enters_at_once_choose_once(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"seconds")
        await _until(pilot, lambda: "seconds, sounds" in screen_text(app))
        for _ in range(2):
            app.post_message(Key("enter", None))
        await _until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.pause(0.1)
        assert [isinstance(screen, SettingsScreen) for screen in app.screen_stack].count(True) == 1


async def test_a_theme_is_chosen_in_the_palette(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await _until(pilot, lambda: "all keys of the screen" in screen_text(app))
        await pilot.press(*"change the")
        await _until(
            pilot, lambda: "seconds" not in screen_text(app) and "Change the theme" in screen_text(app)
        )
        await pilot.press("enter")
        await _until(pilot, lambda: "catppuccin" in screen_text(app))
        assert screen_text(app).isascii()
        await pilot.press(*"dracula")
        await _until(pilot, lambda: "gruvbox" not in screen_text(app) and "dracula" in screen_text(app))
        await pilot.press("enter")
        await _until(pilot, lambda: app.settings.theme == "dracula")


async def test_the_footer_can_be_clicked(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        at = screen_lines(app)[-1].index("s Settings")
        await pilot.click(offset=(at + 3, 23))
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)


async def test_the_palette_offers_what_applies_only(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Start what is highlighted or ticked" in titles
        assert {"Change the theme", "Volume 7", "Figure: ASCII", "Start Sit and Arch", "Desk days"} <= {
            *titles
        }
        assert not any("offer" in title for title in titles)


async def test_the_palette_starts_nothing_in_a_session(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        assert not any(title.startswith("Start ") or title.startswith("Open ") for title in commands)
        commands["Volume 7"].callback()
        assert app.settings.volume == 7


async def test_the_palette_starts_an_exercise_with_its_repetitions(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "plus")
        await pilot.pause()
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        commands["Start Sit and Rotate"].callback()
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)
        assert [planned.reps for planned in app.screen.plan.exercises] == [4]


async def test_a_theme_from_the_palette_is_kept(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.theme = "gruvbox"
        await pilot.pause()
        assert app.settings.theme == "gruvbox"
    assert services.settings_store.read()[0].theme == "gruvbox"


async def test_a_theme_that_is_not_there_is_the_default_one(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True, theme="gone")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == "unhunch-dark"


async def test_problems_found_at_the_start_are_told_as_plain_text(tmp_path: Path) -> None:
    problem = Problem("settings [bold]broken[/]", "line 3 [", "the default is used")
    app = UnhunchApp(make_services(tmp_path, problems=(problem,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "settings [bold]broken[/]: line 3 [ (the default is used)" in screen_text(app)


@pytest.mark.parametrize(
    ("motion", "level", "wanted"),
    [
        ("full", "full", "full"),
        ("full", "basic", "reduced"),
        ("full", "none", "off"),
        ("reduced", "full", "reduced"),
        ("off", "basic", "off"),
    ],
)
def test_motion_is_the_lesser_of_both(tmp_path: Path, motion: str, level: str, wanted: str) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True, motion=motion)))
    app.animation_level = level  # type: ignore[assignment]
    assert app.motion() == wanted


async def test_a_problem_of_the_writer_is_told_on_the_screen(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        services.writer.on_problem(StoreProblem("cannot save", "disk full"))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.notice.text == "cannot save: disk full"


FIRST_PAINT = """
import asyncio, sys, tempfile
from pathlib import Path
from tests.ui.fakes import make_services
from tests.ui.screen_text import screen_text
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure

Figure._load = lambda self: None

async def main():
    app = UnhunchApp(make_services(Path(tempfile.mkdtemp())))
    async with app.run_test(size=(80, 24)) as pilot:
        text = screen_text(app)
        assert all(name in text for name in ("Both stretches", "Sit and Rotate", "Sit and Arch", "q Quit"))
        print(*sorted({name.partition(".")[0] for name in sys.modules}))

asyncio.run(main())
"""


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=True, timeout=60
    )
    modules = set(ended.stdout.split())
    assert "textual" in modules
    assert not modules & {"pygame", "numpy", "markdown_it", "tinydb"}


async def _until(pilot: Pilot[None], reached: Callable[[], bool]) -> None:
    """Wait until something is reached, at most a few seconds."""
    for _ in range(200):
        if reached():
            return
        await pilot.pause(0.02)
    raise AssertionError("it was not reached")


async def test_pasted_text_runs_no_command(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.post_message(Paste("q" * 4000))
        await pilot.pause()
        assert app.is_running and "pasted text does nothing here" in screen_text(app)


@pytest.mark.parametrize(("across", "down", "clicked"), [(0, 1, 0), (9, 0, 0), (1, 0, 1), (0, 0, 1)])
async def test_what_is_dragged_is_no_click_where_it_ends(
    services: Services, across: int, down: int, clicked: int
) -> None:
    clicks: list[Click] = []

    def note(message: Message) -> None:
        if isinstance(message, Click):
            clicks.append(message)

    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24), message_hook=note) as pilot:
        await pilot.press("s")
        x, y = app.screen.query_one(SettingsList).region.offset
        for event, at in ((MouseDown, (x + 20 - across, y + 4 - down)), (MouseUp, (x + 20, y + 4))):
            app.post_message(event(None, *at, 0, 0, 1, False, False, False, *at))
            await pilot.pause()
        assert bool(clicks) == bool(clicked)


@pytest.mark.parametrize("typed", ["р", "η", "H"])
async def test_a_letter_of_another_layout_or_a_capital_is_taken_for_its_key(
    services: Services, typed: str
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(typed)
        await pilot.pause()
        assert isinstance(app.screen, HistoryScreen)


@pytest.mark.parametrize("typed", ["й", ";", "Q", "Ч"])
async def test_but_nothing_is_left_or_discarded_by_one(services: Services, typed: str) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(typed)
        await pilot.pause()
        assert app.is_running and isinstance(app.screen, HomeScreen)
        assert "Keys are Latin letters; Caps Lock?" in screen_text(app)


async def test_esc_and_a_key_at_once_are_both_heard(services: Services) -> None:
    """They come as the key with Alt: at 0.05 s a key no terminal tells them apart."""
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "alt+s")
        await _until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press("alt+h")
        await _until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await pilot.press("alt+question_mark")
        await _until(pilot, lambda: "All keys" not in screen_text(app) and "Keys" in screen_lines(app)[0])
        await pilot.press("alt+q")
    assert app.return_code == 0


async def test_a_key_with_alt_throws_away_nothing_typed(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "a", "alt+x")
        await pilot.pause()
        assert not isinstance(app.screen, HistoryScreen)
