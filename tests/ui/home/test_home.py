"""Home: every key, what it says of the days, what it offers."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.ui.fakes import FakePlayer, ManualClock, make_services
from tests.ui.figure.test_ticker import goes_on
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_lines, screen_text
from tests.ui.sessions_done import TODAY, done
from tui.core.exercises.named_set import NamedSet
from tui.core.settings.settings import Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.history.history import HistoryScreen
from tui.ui.instructions.instructions import InstructionsScreen
from tui.ui.kit.services import Services, Surroundings
from tui.ui.session.session import SessionScreen
from tui.ui.settings.settings import SettingsScreen
from tui.ui.sounds.sounds import SoundsScreen

pytestmark = pytest.mark.usefixtures("no_drawing")


async def test_the_menu_moves_with_arrows_and_letters(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        for key, name in (("down", "Sit and Rotate"), ("j", "Sit and Arch"), ("down", "Sit and Arch")):
            await pilot.press(key)
            assert home(app).choice.name == name
        for key, name in (("up", "Sit and Rotate"), ("k", "Both stretches"), ("up", "Both stretches")):
            await pilot.press(key)
            assert home(app).choice.name == name


async def test_several_sets_a_day_are_told(tmp_path: Path) -> None:
    settings = Settings(welcomed=True, sets_a_day=3)
    app = UnhunchApp(make_services(tmp_path, settings=settings, records=[done(0)]))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Today       1 of 3 sets" in screen_text(app)


async def test_a_set_under_a_name_is_a_row_with_repetitions_of_its_own(tmp_path: Path) -> None:
    sets = (
        NamedSet("evening", (("sit-and-arch", 5), ("sit-and-rotate", None))),
        NamedSet("old", (("gone", 1),)),
    )
    app = UnhunchApp(make_services(tmp_path, sets=sets))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert [choice.name for choice in home(app).choices.choices][-1] == "evening"
        await pilot.press("down", "down", "down", "plus")
        assert "repetitions of its own" in home(app).notice.text
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        plan = app.screen.plan
        assert [item.reps for item in plan.exercises] == [5, 3] and not plan.own_target


async def test_the_menu_tells_doses_and_how_long_a_set_takes(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "> Both stretches  about 1 min" in text
        assert "  Sit and Rotate  3 times a side, hold 2 s" in text
        assert "  Sit and Arch    3 times, hold 2 s" in text


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("enter", SessionScreen),
        ("i", InstructionsScreen),
        ("h", HistoryScreen),
        ("s", SettingsScreen),
        ("l", SoundsScreen),
    ],
)
async def test_keys_that_open_screens(services: Services, key: str, screen: type) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, screen)


async def test_a_click_chooses_what_is_highlighted(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.click("#menu", offset=(4, 2))
        assert home(app).choice.name == "Sit and Arch"
        await pilot.click("#menu", offset=(4, 2))
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)


async def test_plus_and_minus_change_the_highlighted_exercise(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "plus", "equals_sign")
        assert services.progress.reps() == {"sit-and-rotate": 5}
        assert "5 times a side" in screen_text(app)
        await pilot.press("minus", "underscore")
        assert services.progress.reps() == {"sit-and-rotate": 3}


async def test_on_both_each_is_changed(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("plus")
        assert services.progress.reps() == {"sit-and-rotate": 4, "sit-and-arch": 4}


async def test_repetitions_end_at_1_and_20_and_say_so(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", *["minus"] * 4)
        assert services.progress.reps()["sit-and-rotate"] == 1
        assert "the least" in home(app).notice.text
        await pilot.press(*["plus"] * 25)
        assert services.progress.reps()["sit-and-rotate"] == 20
        assert "the most" in home(app).notice.text


async def test_ticked_exercises_make_a_set_in_their_order(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "down", "space", "up", "space")
        assert "[1] Sit and Arch" in screen_text(app) and "[2] Sit and Rotate" in screen_text(app)
        before = home(app).notice.text
        assert "2 exercises" in before
        await pilot.press(*["plus"] * 5)
        assert "2 exercises" in home(app).notice.text and home(app).notice.text != before
        await pilot.press("up", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        assert [planned.exercise.short for planned in screen.plan.exercises] == ["arch", "rotate"]


async def test_ticks_can_be_taken_out_again(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "space")
        assert home(app).choices.ticked == []
        assert "[" not in screen_lines(app)[10]


OWN = """
name = "Chin [b]tuck[/] ["
short = "chin"
word = "TUCK"
tagline = "slide the head back"
two_sided = false
[dose]
reps = 5
progress_to = [5, 10]
move_s = 2.0
hold_s = 3.0
[safety]
text = "Stop if it hurts."
[[steps]]
title = "Start"
text = "Sit tall."
pose = "start"
[figure]
hands = "thighs"
shares = [0.2, 0.2, 0.2, 0.2, 0.2]
[figure.poses.start]
[figure.poses.end]
head_slide = -3.0
[[figure.views]]
name = "side"
yaw = 82.0
pitch = 6.0
"""


async def test_own_exercises_and_those_that_cannot_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "chin-tuck.toml").write_text(OWN)
    (folder / "broken.toml").write_text("name = [")
    (folder / "other.toml").write_text("name = 3")
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = " ".join(screen_text(app).replace("|", " ").split())
        assert "Chin [b]tuck[/] [" in text, "names are never markup"
        assert "broken.toml: is not TOML" in text
        assert "other.toml: " in text
        await pilot.press("down", "down", "down", "down")
        assert home(app).choice.name == "Chin [b]tuck[/] ["


async def test_the_figure_performs_what_is_highlighted_and_rests_when_covered(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen = home(app)
        beat = screen.demo._ticker
        assert goes_on(beat)
        await pilot.press("down", "down")
        screen.demo.tick()
        assert screen.demo._captioned is not None and screen.demo._captioned.short == "arch"
        await pilot.press("s")
        await pilot.pause()
        assert not goes_on(beat)
        await pilot.press("escape")
        await pilot.pause()
        assert goes_on(beat)


async def test_nothing_sounds_on_home(tmp_path: Path) -> None:
    player = FakePlayer()
    app = UnhunchApp(make_services(tmp_path, player=player))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "plus", "space")
    assert player.calls == [] and player.cues == []


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36)], ids=str)
async def test_the_figure_stands_beside_the_menu(services: Services, size: tuple[int, int]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = home(app)
        menu, figure = screen.menu.region, screen.demo.figure.region
        assert menu.right <= figure.x and figure.right <= size[0]
        assert figure.area > menu.area
        assert figure.width >= 20 and figure.height >= 10


async def test_a_new_day_and_another_terminal_are_noticed(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Streak" not in screen_text(app)
        services.history.add(done(0))
        home(app).look_at_the_clock()
        await settle(pilot)
        assert "Streak      1 day" in screen_text(app)
        clock.pass_time(24 * 3600)
        home(app).look_at_the_clock()
        await settle(pilot)
        assert "Mon 23 Nov" in screen_text(app)
        facts = home(app).facts
        assert facts is not None and facts.today == TODAY + timedelta(days=1)


async def test_many_exercises_scroll_and_leave_the_rest_in_sight(tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    for letter in "abcdefghijklmn":
        text = OWN.replace("Chin [b]tuck[/] [", f"Own {letter}").replace('"chin"', f'"own{letter}"')
        (folder / f"own-{letter}.toml").write_text(text)
    app = UnhunchApp(make_services(tmp_path, records=[done(n) for n in range(1, 9)]))
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert " v " in screen_text(app) and "Strength" in screen_text(app)
        await pilot.press(*["down"] * 16)
        assert "> Own n" in screen_text(app) and " ^ " in screen_text(app)
        assert "Strength" in screen_text(app)


async def test_what_is_new_is_said_on_home_and_settled(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"settings": {"volume": {"schema": 1, "value": 7}}}')
    services = make_services(tmp_path, news="New: something.")
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "New: something." in screen_text(app)
    assert not services.settings_store.is_of_before()


class Told:
    """A driver that writes down what the terminal was told."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def ask(self, questions: tuple[object, ...]) -> None:
        pass

    def forget(self) -> None:
        pass

    def abandon(self) -> None:
        pass

    def call(self, sequence: str) -> None:
        self.calls.append(sequence)


async def test_the_terminal_is_told_once_when_a_set_falls_due_and_nobody_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    monkeypatch.setattr("tui.ui.app.app.driver_of", lambda _: told)
    often = Settings(welcomed=True, voice_offered=True, sets_a_day=3, hours_between=2)
    around = Surroundings(environ={"TERM": "foot"})
    services = make_services(tmp_path, settings=often, surroundings=around)
    clock = services.clock
    assert isinstance(clock, ManualClock)
    services.history.add(replace(done(0), started_at=clock.now() - timedelta(hours=1)))
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:

        async def later(hours: float) -> list[str]:
            clock.pass_time(hours * 3600)
            home(app).look_at_the_clock()
            await settle(pilot)
            return told.calls

        await settle(pilot)
        assert home(app).facts is not None
        app.app_focus = False
        first = await later(0.1)
        assert first == [], "two hours are not over"
        assert await later(2) == ["\x1b]777;notify;unhunch;a set is due\x1b\\"]
        assert len(await later(1)) == 1 == len(await later(2)), "once a set"
        services.history.add(replace(done(0), id=str(UUID(int=5, version=4)), started_at=clock.now()))
        assert len(await later(0.5)) == 1
        app.app_focus = True
        assert len(await later(2)) == 1, "whoever looks needs no call"


async def test_at_rest_the_title_has_the_day_alone_and_any_key_brings_the_time(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Sun 22 Nov  14:05" in screen_text(app)
        for minutes in (20, 1, 1):
            clock.pass_time(60 * minutes)
            home(app).look_at_the_clock()
            await pilot.pause()
            assert "Sun 22 Nov" in screen_text(app)
            assert ":" not in screen_lines(app)[0]
        await pilot.press("x")
        assert "Sun 22 Nov  14:27" in screen_text(app)


async def test_before_the_day_begins_the_title_says_which_day_it_still_is(services: Services) -> None:
    assert isinstance(services.clock, ManualClock)
    services.clock.wall = services.clock.wall.replace(day=23, hour=1, minute=10)
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await settle(pilot)
        assert "Mon 23 Nov  01:10  still Sun until 04:00" in screen_text(app)
        services.clock.wall = services.clock.wall.replace(hour=4)
        home(app).look_at_the_clock()
        await pilot.pause()
        assert "Mon 23 Nov  04:10" in screen_text(app) and "still" not in screen_text(app)
