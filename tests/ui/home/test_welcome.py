"""The first start: one screen, once; Enter accepts all."""

from datetime import date
from pathlib import Path

import pytest

from tests.ui.fakes import FakePlayer, make_services
from tests.ui.screen_text import screen_text
from tests.ui.sessions_done import done
from tui.cli.stores import begin_at_a_desk
from tui.core.settings.settings import DeskDays, Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.home.home import HomeScreen
from tui.ui.home.welcome import WelcomeScreen
from tui.ui.kit.services import SessionRequest

pytestmark = pytest.mark.usefixtures("no_drawing")
MONDAYS = (DeskDays(date(2026, 1, 5), frozenset({0})),)


async def test_enter_accepts_all_and_it_never_comes_again(tmp_path: Path) -> None:
    player = FakePlayer()
    services = make_services(tmp_path, settings=Settings(), player=player)
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        assert ">[x]Mon [x]Tue [x]Wed [x]Thu [x]Fri [ ]Sat [ ]Sun" in screen_text(app)
        assert "enter accepts all: to Home" in screen_text(app)
        assert "Not medical advice: move within comfort" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    kept, _ = services.settings_store.read()
    assert kept == Settings(
        welcomed=True,
        voice_offered=True,
        cues="both",
        desk_days=(DeskDays(date(1970, 1, 1), frozenset(range(5))),),
    )
    assert player.calls == [], "nothing sounds by itself"


async def test_the_key_of_the_picture_is_told_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    app = UnhunchApp(make_services(tmp_path, settings=Settings()))
    async with app.run_test(size=(80, 24)) as pilot:
        for size, told in (((120, 36), "f takes it"), ((80, 24), "f ASCII"), ((60, 18), "")):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert told in screen_text(app) and ("Sit and Rotate" in screen_text(app)) == bool(told)
        await pilot.press("f")
        assert "A larger window shows the picture." in screen_text(app)


async def test_desk_days_are_chosen(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings())
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        await pilot.press("left", *["right"] * 7, "space", "h", "l", "h", "space")
        assert "[x]Thu [x]Fri>[x]Sat [x]Sun" in screen_text(app)
        await pilot.press("space", "enter")
    kept, _ = services.settings_store.read()
    assert kept.welcomed and kept.desk_days[0].weekdays == frozenset((0, 1, 2, 3, 4, 6))


async def test_one_key_ticks_all_days(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings())
    async with UnhunchApp(services).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a", "enter")
    assert services.settings_store.read()[0].desk_days[0].weekdays == frozenset(range(7))


async def test_what_was_done_already_keeps_its_days(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(), records=[done(1)])
    async with UnhunchApp(services).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
    assert services.settings_store.read()[0].desk_days == ()


async def test_the_last_desk_day_stays(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        for _ in range(7):
            await pilot.press("space", "right")
        screen = app.screen
        assert isinstance(screen, WelcomeScreen)
        assert len(screen.days.chosen) == 1 and "At least one" in screen.notice.text


async def test_the_sound_check_is_asked_for_by_t(tmp_path: Path) -> None:
    player = FakePlayer()
    app = UnhunchApp(make_services(tmp_path, settings=Settings(), player=player))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("t")
        assert len(player.cues) == 3
        screen = app.screen
        assert isinstance(screen, WelcomeScreen) and "the sound is in use" in screen.notice.text
        await pilot.press("escape")
        assert "Enter goes on" in screen.notice.text


async def test_a_session_from_the_command_line_comes_without_it(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings())
    app = UnhunchApp(services, SessionRequest(services.catalogue.bundled, safety=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not any(isinstance(screen, WelcomeScreen) for screen in app.screen_stack)


@pytest.mark.parametrize("chosen", [Settings(), Settings(desk_days=MONDAYS)])
async def test_it_does_not_come_after_a_first_session_of_the_shell(tmp_path: Path, chosen: Settings) -> None:
    services = make_services(tmp_path, settings=chosen)
    _, told = begin_at_a_desk(services.settings, services.settings_store, services.writer)
    services.writer.join()
    kept, _ = services.settings_store.read()
    assert kept.desk_days and bool(told) != bool(chosen.desk_days)
    async with UnhunchApp(make_services(tmp_path, settings=kept)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not isinstance(pilot.app.screen, WelcomeScreen)


async def test_words_and_tones_are_chosen_unless_something_else_is(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings())
    app = UnhunchApp(services)
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        assert "Sound: words and tones" in screen_text(app)
        await pilot.press("c")
        assert "Sound: words only" in screen_text(app)
        await pilot.press("c")
        assert "Sound: tones only" in screen_text(app)
        await pilot.press("enter")
    kept, _ = services.settings_store.read()
    assert (kept.cues, kept.voice_offered) == ("tones", True)


async def test_silent_can_be_chosen_and_nothing_is_heard_then(tmp_path: Path) -> None:
    player = FakePlayer()
    services = make_services(tmp_path, settings=Settings(), player=player)
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "c", "c", "t")
        assert "Sound: silent" in screen_text(app) and "Silent is chosen" in screen_text(app)
        await pilot.press("enter")
    assert player.cues == [] and not services.settings_store.read()[0].sounds


async def test_the_picture_is_chosen_by_its_key_and_by_the_mouse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    services = make_services(tmp_path, settings=Settings())
    app = UnhunchApp(services)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WelcomeScreen)
        assert [look.figure.look for look in screen.looks] == ["ascii", "mosaic"]
        await pilot.press("f")
        assert screen.looks[0].has_class("-chosen") and not screen.looks[1].has_class("-chosen")
        await pilot.press("f", "f")
        await pilot.click("#go-on", offset=(2, 0))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    kept, _ = services.settings_store.read()
    assert kept.welcomed and kept.figure_style == "ascii"


async def test_a_home_from_before_the_voice_is_told_of_it_once_and_keeps_its_tones(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True))
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.pause()
        assert "unhunch can speak: c in a session." in screen_text(app)
    kept, _ = services.settings_store.read()
    assert kept.voice_offered and kept.cues == "tones"
    async with UnhunchApp(make_services(tmp_path, settings=kept)).run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.pause()
        assert "can speak" not in screen_text(pilot.app)


async def test_its_words_follow_keys_of_ones_own(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(), keys={"welcome.sound": ("b",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "c changes it   b plays it" in screen_text(app)
