"""Help: all keys of the screen it was opened from."""

import tomllib
from dataclasses import replace

import pytest

from tests.ui.fakes import ManualClock
from tests.ui.screen_text import screen_text
from tui.ui.app.app import UnhunchApp
from tui.ui.help.help import SCREENS, HelpScreen, key_rows
from tui.ui.home.home import HomeScreen
from tui.ui.keys.bindings import own_keys
from tui.ui.keys.commands import TITLES, commands_in, commands_of
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("no_drawing")


@pytest.mark.parametrize("group", SCREENS)
async def test_every_command_is_told_with_its_keys(services: Services, group: str) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(160, 48)) as pilot:
        app.push_screen(HelpScreen(services, group))
        await pilot.pause()
        text = screen_text(app)
        for command in commands_of(group):
            assert all(key in text for part in command.all_keys.split(", ") for key in part.split())
        for row in key_rows(commands_of(group)):
            assert row.text in text


async def test_a_command_that_does_not_apply_says_why_in_its_place(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = screen_text(app)
        assert text.index("learn the sounds") < text.index("accept what is offered (nothing is offered now)")
        assert "go on with the interrupted session (no session was interrupted today)" in text
        await pilot.resize_terminal(100, 32)
        await pilot.pause()
        text = screen_text(app)
        does = "keep the interrupted session as a partial (no session was interrupted today)"
        assert text.index("accept what is offered (nothing is offered now)") < text.index(does)
        assert text.index(does) < text.index("Discard: no session was interrupted") < text.index("Everywhere")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        text = screen_text(app)
        assert "accept what is offered (nothing is offered now)" in text and "Resume: no session" in text


async def test_the_keys_of_every_screen_stand_under_its_own_and_those_of_others_beside(
    services: Services,
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        (heading,) = (line for line in lines if "Everywhere" in line)
        texts = {
            line.index(text) for line in lines for text in ("learn the sounds", "paint anew") if text in line
        }
        assert heading.index("Everywhere") == min(line.index("enter ") for line in lines if "enter " in line)
        assert len(texts) == 1 and "Other screens" in lines[1]
        assert "- tab shows more -" in lines[-3]


@pytest.mark.parametrize("size", [(80, 24), (100, 32), (120, 36), (160, 48)], ids=str)
@pytest.mark.parametrize("group", SCREENS)
async def test_where_keys_are_changed_is_told_by_a_line_that_can_be_had(
    services: Services, group: str, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        app.push_screen(HelpScreen(services, group))
        await pilot.pause()
        (told,) = (line for line in screen_text(app).splitlines() if "keys.toml" in line)
        line = told.partition("change keys: ")[2].partition(" in keys.toml (see unhunch doctor) -")[0]
        assert line or "- keys.toml in the data folder changes keys -" in told
        keys, problems = own_keys(tomllib.loads(line), line)
        assert not problems and {each.partition(".")[0] for each in keys} <= {group}


@pytest.mark.parametrize(("size", "scrolls"), [((80, 24), True), ((100, 32), False), ((160, 48), False)])
async def test_scrolling_is_offered_only_where_there_is_more(
    services: Services, size: tuple[int, int], scrolls: bool
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        first = screen_text(app)
        assert ("Scroll" in first.splitlines()[-1]) is ("more lines" in first) is scrolls
        await pilot.press("tab")
        await pilot.pause()
        second = screen_text(app)
        assert "Scroll" not in second.splitlines()[-1] and "more lines" not in second
        await pilot.press("down")
        assert "All keys are in sight." in screen_text(app)


def test_neighbours_of_one_name_share_a_row_where_their_keys_are_short() -> None:
    rows = {row.keys: row.text for row in key_rows(commands_in("history"))}
    assert rows["up/down, k/j"] == "up or down"
    assert rows["left/right, h/l"] == "a week back or on"
    assert rows["page up/down"] == "a page up or down"
    assert rows["S/r"] == "order the list by its next column; turn the order around"
    assert "shift+tab, page up" in {row.keys for row in key_rows(commands_in("settings"))}
    halves = key_rows(commands_in("history"), {"history.up": "here is the first"}.get, full=False)
    assert [(row.keys, row.text, row.off) for row in halves[1:3]] == [
        ("up, k", "Move: here is the first", True),
        ("down, j", "down", False),
    ]


async def test_tab_goes_round_the_keys_of_the_other_screens(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        first = screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        second = screen_text(app)
        assert "skip to the next movement" in second and "start what is highlighted" not in second
        assert "nothing is offered now" in first and "nothing is offered now" not in second
        await pilot.press(*["tab"] * (len(SCREENS) - 1))
        await pilot.pause()
        assert screen_text(app) == first


@pytest.mark.parametrize("group", SCREENS)
@pytest.mark.parametrize("size", [(100, 32), (120, 36), (160, 48)])
async def test_all_keys_of_a_screen_are_in_sight_from_100_columns_on(
    services: Services, group: str, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        app.push_screen(HelpScreen(services, group))
        await pilot.pause()
        text = screen_text(app)
        assert "more lines" not in text and "leave; a session asks first" in text
        others = [other for other in SCREENS if other != group and f" {TITLES[other]} " in text]
        assert bool(others) is (size[1] > 40)
        last = [commands_in(other)[-1].help.split() for other in others]
        assert all(" ".join(words[:2]) in text for words in last), "shown whole or not at all"


async def test_all_keys_in_the_history_are_in_sight_at_80x24(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(HelpScreen(services, "history"))
        await pilot.pause()
        text = screen_text(app)
        assert "more lines" not in text and "^c leave; a session asks first" in text
        assert all(row.text in text for row in key_rows(commands_in("history")))


async def test_it_scrolls_where_it_does_not_fit_and_goes_back(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        first = screen_text(app)
        assert "more lines" in first and "start what is highlighted" in first
        await pilot.press("down", "j")
        assert screen_text(app) != first
        await pilot.press("up", "k")
        assert screen_text(app) == first
        await pilot.press("pagedown")
        assert "^c" in screen_text(app)
        await pilot.press(*["space"] * 4)
        assert "this is the first screen" in screen_text(app) and "more lines" not in screen_text(app)
        await pilot.press(*["pageup"] * 6)
        assert screen_text(app) == first
        for key in ("escape", "question_mark", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)
            await pilot.press("question_mark")
            await pilot.pause()


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (92, 18)])
async def test_no_command_is_cut_and_none_is_left_out(services: Services, size: tuple[int, int]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        keys = app.screen.list
        seen: set[str] = set()
        for _ in range(60):
            *lines, last = [line.plain for line in keys.draw(keys.size)]
            if "more lines" in last:
                assert len(lines) + 1 == keys.size.height
            seen |= {part.strip() for line in (*lines, last) for part in line.split("  ")}
            keys.scroll_rows(1)
        assert {"^p find a command (^ is Ctrl)", "learn the sounds", "Everywhere"} <= seen


async def test_a_held_question_mark_opens_the_keys_once_and_pressed_twice_closes_them(
    services: Services,
) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(replace(services, guard_s=0.7))
    async with app.run_test(size=(80, 24)) as pilot:
        for pause, front in ((0.8, HelpScreen), (0.66, HomeScreen), *[(0.04, HomeScreen)] * 20):
            clock.pass_time(pause)
            await pilot.press("question_mark")
            assert type(app.screen) is front
        clock.pass_time(0.8)
        await pilot.press("question_mark", "escape", "question_mark")
        assert type(app.screen) is HelpScreen
