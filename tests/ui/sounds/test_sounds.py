"""Learn the sounds: every cue can be heard, and what is used instead is said."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from tests.ui.fakes import FakePlayer, make_services
from tests.ui.session.guided import Guided, alone
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Glide, Head
from tui.ui.kit.services import Services
from tui.ui.sounds.sounds import REST_S, SoundsScreen


@asynccontextmanager
async def opened(services: Services, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Guided]:
    async with alone(services, SoundsScreen(services), size) as run:
        yield run


def shown(run: Guided) -> SoundsScreen:
    assert isinstance(run.app.screen, SoundsScreen)
    return run.app.screen


async def test_every_cue_is_listed_with_its_meaning(services: Services) -> None:
    async with opened(services) as run:
        text = run.text()
        for lesson in ("Get ready", "Exercise done", "Across to the right", "Back"):
            assert lesson in text
        assert "one low soft note: you are there, stay" in text
        assert "Across to the right  in pulses" in text
        assert "the sound is in use" not in text, "only what is not the usual is told"


async def test_in_a_narrow_terminal_the_highlighted_one_tells_its_meaning(services: Services) -> None:
    async with opened(services, (60, 18)) as run:
        await run.press("down", "j")
        assert "one low soft note: you are" in run.text()
        await run.press(*["down"] * 20)
        assert "> " in run.text()
        assert "the same tone falls" in run.text()


async def test_where_there_is_room_a_set_is_shown_as_it_is_heard_and_what_to_do_then(
    services: Services,
) -> None:
    async with opened(services, (160, 48)) as run:
        text = run.text()
        assert "0:05  LEFT   Go, To the left" in text and "1:04  DONE   All done" in text
        assert "Across to the left   and over to the left" in text
        await run.press(*["down"] * 9)
        screen = shown(run)
        lit = [span.style for span in screen.heard.render().spans if "$hot" in str(span.style)]
        assert len(lit) == 1, "it is led from the left once"
        assert screen.figure.region.width > 40


async def test_a_set_is_shown_as_it_is_heard_by_the_settings_of_now(services: Services) -> None:
    async with opened(services, (160, 48)) as run:
        await run.press("escape")
        run.app.change_settings(run.app.settings._replace(hold_s=1.0))
        await run.app.push_screen(SoundsScreen(services))
        await run.pilot.pause()
        assert "0:55  DONE   All done" in run.text()


async def test_enter_plays_the_highlighted_one(services: Services) -> None:
    async with opened(services) as run:
        screen = shown(run)
        await run.press("down", "enter")
        (cue,) = run.player.cues
        assert (cue.head, cue.glide) == (Head.GO, None)
        assert run.clock.monotonic() < cue.at < run.clock.monotonic() + 0.5
        assert screen.list.sounding == 1
        run.clock.pass_time(2)
        screen.tick()
        assert screen.list.sounding is None


async def test_space_plays_all_in_a_row_and_stops(services: Services) -> None:
    async with opened(services) as run:
        screen = shown(run)
        await run.press("space")
        cues = run.player.cues
        assert {cue.head for cue in cues} | {cue.glide for cue in cues} == {None, *Head, *Glide}
        assert [cue.at for cue in cues] == sorted(cue.at for cue in cues)
        assert 10 < cues[-1].at + cues[-1].seconds - run.clock.monotonic() < 20
        run.clock.pass_time(4)
        screen.tick()
        assert screen.list.cursor == screen.list.sounding > 3
        await run.press("space")
        assert "silence" in run.player.calls
        assert screen.list.sounding is None


async def test_it_waits_for_the_sound_to_be_ready(tmp_path: Path) -> None:
    player = FakePlayer(kind="starting")
    async with opened(make_services(tmp_path, player=player)) as run:
        screen = shown(run)
        await run.press("enter")
        assert player.cues == []
        player.kind = "sound"
        screen.tick()
        assert len(player.cues) == 1


@pytest.mark.parametrize("kind", ["bell", "off"])
async def test_it_says_plainly_what_is_used_instead(tmp_path: Path, kind: str) -> None:
    async with opened(make_services(tmp_path, player=FakePlayer(kind=kind))) as run:
        assert f"the {kind} is in use" in run.text()


async def test_sounds_that_are_switched_off_say_so(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, sounds=False))
    async with opened(services) as run:
        await run.press("enter")
        assert "Sounds are switched off in Settings." in run.text()
        assert run.player.cues == []


async def test_volume_and_mute_are_kept(services: Services) -> None:
    async with opened(services) as run:
        await run.press("minus", "minus", "m")
        assert (run.app.settings.volume, run.app.settings.muted) == (3, True)
        assert "m lets the cues be heard again" in run.text()
        screen = run.app.screen
        assert isinstance(screen, SoundsScreen)
        mute = next(command for command in screen.commands if command.id == "sounds.mute")
        assert screen.footer_name(mute) == "Unmute"
        await run.press("m")
        assert screen.footer_name(mute) == "Mute"


async def test_leaving_closes_the_sound(services: Services) -> None:
    async with opened(services) as run:
        player = run.player
        await run.press("space", "escape")
        assert not isinstance(run.app.screen, SoundsScreen)
        assert player.calls[-2:] == ["silence", "close"]


async def test_the_sound_is_closed_a_minute_after_the_last_one_and_opened_by_the_next(tmp_path: Path) -> None:
    players: list[FakePlayer] = []

    def another(*_: object) -> FakePlayer:
        players.append(FakePlayer())
        return players[-1]

    async with opened(replace(make_services(tmp_path), open_player=another)) as run:
        screen = shown(run)

        def after(seconds: float) -> list[bool]:
            run.clock.pass_time(seconds)
            screen.tick()
            return ["close" in player.calls for player in players]

        await run.press("space")
        lasting = players[0].cues[-1].at + players[0].cues[-1].seconds - run.clock.monotonic()
        assert after(lasting - 1) == [False]
        assert after(2) == [False] and screen.list.sounding is None
        assert after(REST_S - 2) == [False]
        assert after(3) == [True]
        assert after(1000) == [True], "opened again by itself"
        await run.press("enter")
        assert len(players) == 2 and len(players[1].cues) == 1
        assert after(REST_S + 5) == [True, False] and after(REST_S) == [True, True]
        await run.press("minus")
        assert run.app.settings.volume == 4 and after(REST_S - 1) == [True, True, False]
        await run.press("m")
        assert after(REST_S - 1) == [True, True, False] and after(1) == [True, True, True]
        await run.press("escape")
        assert [player.calls.count("close") for player in players] == [1, 1, 1]


async def test_the_wheel_moves_too(services: Services) -> None:
    async with opened(services) as run:
        listed = shown(run).list
        for scroll, highlighted in ((MouseScrollDown, 1), (MouseScrollDown, 2), (MouseScrollUp, 1)):
            listed.post_message(scroll(listed, 8, 2, 0, 0, 0, False, False, False))
            await run.pilot.pause()
            assert listed.cursor == highlighted


async def test_a_click_plays_too(services: Services) -> None:
    async with opened(services) as run:
        await run.pilot.click("#lessons", offset=(8, 2))
        await run.pilot.pause()
        assert [cue.head for cue in run.player.cues] == [Head.HOLD]
        assert shown(run).list.cursor == 2
        await run.press("up", "question_mark")
        assert "silence" in run.player.calls


async def test_c_plays_the_lessons_in_words_and_tones_and_changes_no_setting(services: Services) -> None:
    async with opened(services) as run:
        await run.press("c", "enter")
        assert run.player.way == "both"
        assert [cue.word for cue in run.player.cues] == ["", "get ready"]
        run.player.cues.clear()
        await run.press("c", "enter")
        assert [cue.word for cue in run.player.cues if "words" in cue.ways] == ["get ready"]
        assert run.app.settings.cues == "tones"
