"""The session's screen: words, keys, and what never touches time."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from tests.sounds import wav
from tests.ui.fakes import FakePlayer, make_services
from tests.ui.screen_text import screen_text
from tests.ui.session.guided import guided, request_for, undrawn  # noqa: F401
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.content.templates import exercise_templates
from tui.core.settings.settings import Settings
from tui.core.sound.player import SoundState
from tui.ui.help.help import HelpScreen
from tui.ui.kit.question import QuestionScreen
from tui.ui.kit.services import Services
from tui.ui.session.panel import SAFETY
from tui.ui.session.summary import SummaryScreen

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_the_words_of_both_stretches_come_in_their_order(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        seen: list[tuple[float, str, int | None]] = []
        at, screen = 0.0, run.screen
        while not screen.over:
            shown = (screen.panel.word.text, screen.panel.countdown.shown)
            if not seen or seen[-1][1] != shown[0]:
                seen.append((at, *shown))
            run.step()
            at += 0.5
        await run.pilot.pause()
        rotate = [
            (5, "LEFT"),
            (7, "HOLD"),
            (9, "RIGHT"),
            (12, "HOLD"),
            (14, "LEFT"),
            (17, "HOLD"),
            (19, "RIGHT"),
        ]
        rotate += [
            (22, "HOLD"),
            (24, "LEFT"),
            (27, "HOLD"),
            (29, "RIGHT"),
            (32, "HOLD"),
            (34, "BACK"),
            (36, "NEXT"),
        ]
        arch = [
            (44, "ARCH"),
            (46, "HOLD"),
            (48, "BACK"),
            (50, "REST"),
            (51, "ARCH"),
            (53, "HOLD"),
            (55, "BACK"),
        ]
        arch += [(57, "REST"), (58, "ARCH"), (60, "HOLD"), (62, "BACK")]
        assert [(at, word) for at, word, _ in seen] == [(0, "READY"), *rotate, *arch]
        assert {word: digits for _, word, digits in seen} == {
            "READY": 5,
            "LEFT": 3,
            "HOLD": 2,
            "RIGHT": 3,
            "BACK": 2,
            "NEXT": 8,
            "ARCH": 2,
            "REST": 1,
        }
        assert at == 64
        assert isinstance(run.app.screen, SummaryScreen)
        assert [record.partial for record in run.records] == [False]
        assert "all-done" in [cue.head for cue in run.player.cues]


async def test_space_pauses_says_what_resuming_does_and_resumes(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        await run.press("space")
        assert run.word == "PAUSED"
        assert "RIGHT 1 of 3" in run.text()
        assert "3 s to get ready" in " ".join(run.text().replace("|", "").split())
        await run.pass_time(100)
        assert run.word == "PAUSED"
        await run.press("space")
        assert (run.word, run.screen.panel.countdown.shown) == ("READY", 3)
        await run.pass_time(3)
        assert run.word == "RIGHT"


async def test_the_seconds_left_of_what_the_word_says_are_counted_down(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        countdown = run.screen.panel.countdown
        await run.pass_time(5)
        assert (run.word, countdown.digits.text) == ("LEFT", "2")
        await run.pass_time(1)
        assert (run.word, countdown.digits.text) == ("LEFT", "1")
        await run.pass_time(1)
        assert (run.word, countdown.digits.text) == ("HOLD", "2")
        await run.press("space")
        assert (run.word, countdown.digits.text) == ("PAUSED", "")


async def test_a_change_of_the_volume_names_muting_as_it_is(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.press("m")
        await run.pilot.pause()
        assert "m Unmute" in screen_text(run.app)
        await run.press("plus")
        await run.pilot.pause()
        assert not run.app.settings.muted and "m Mute" in screen_text(run.app)


async def test_sound_and_looks_are_kept_and_never_touch_time(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    async with guided(services, request_for(services), (120, 36)) as run:
        await run.pass_time(6)
        await run.press("plus", "plus", "minus", "m", "v", "f")
        assert (run.app.settings.volume, run.app.settings.muted) == (6, True)
        assert (run.player.volume, run.player.muted) == (6, True)
        assert run.app.settings.figure_style == "ascii"
        assert run.screen.notice.text == "Figure: ASCII"
        assert run.screen.figure.view_index == 1
        assert run.screen.title_line.right == "muted"
        await run.press("plus")
        assert (run.app.settings.volume, run.app.settings.muted) == (7, False)
        assert run.screen.title_line.right == "sound =======---"
        await run.pass_time(1)
        assert run.word == "HOLD"
        assert services.settings_store.read()[0].volume == 7


@pytest.mark.parametrize("size", [(60, 18), (200, 60)])
async def test_resizing_never_touches_time(services: Services, size: tuple[int, int]) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(3)
        await run.pilot.resize_terminal(*size)
        await run.pass_time(3)
        assert run.word == "LEFT"


async def test_a_machine_that_stood_still_pauses_and_says_why(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        run.clock.jump(0.0, 3600.0)
        run.screen.tick()
        await run.pilot.pause()
        assert run.word == "PAUSED"
        assert "stood still" in run.text()
        assert "LEFT 1 of 3" in run.text()


async def test_what_covers_the_session_pauses_it(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        await run.press("question_mark")
        await run.pass_time(20)
        await run.press("escape")
        await run.pass_time(1)
        assert run.word == "PAUSED"


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_leaving_from_its_keys_asks_over_the_session(services: Services, key: str) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        await run.press("question_mark", key)
        assert isinstance(run.app.screen, QuestionScreen)
        assert not any(isinstance(screen, HelpScreen) for screen in run.app.screen_stack)
        await run.press("enter")
        await run.pass_time(4)
        assert run.word == "LEFT"


async def test_suspending_the_program_pauses(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        run.app.app_suspend_signal.publish(run.app)
        assert run.word == "PAUSED"
        assert "silence" in run.player.calls


async def test_the_safety_line_stands_while_a_first_session_gets_ready(services: Services) -> None:
    request = request_for(services)._replace(safety=True)
    async with guided(services, request, (120, 36)) as run:
        assert SAFETY in run.text()
        await run.pass_time(5)
        assert run.word == "LEFT"
        assert SAFETY not in run.text()


class BellPlayer(FakePlayer):
    """Has a long reason for its bell."""

    def state(self) -> SoundState:
        return SoundState("bell", "The terminal bell is used: " + "so it is, " * 20, "In short: the bell.")


async def test_why_the_bell_is_used_is_said_once_and_never_over_the_bar(tmp_path: Path) -> None:
    services = make_services(tmp_path, player=BellPlayer())
    async with guided(services, request_for(services), (60, 18)) as run:
        assert run.screen.notice.text == "In short: the bell."
        assert run.screen.notice.size.height == 1 and "1:04 left" in run.text()
        await run.press("m")
        assert run.screen.notice.text.startswith("Muted")
        await run.pass_time(1)
        await run.press("plus")
        await run.pass_time(1)
        assert run.screen.notice.text == "Heard again. The bell has no volume."


@pytest.mark.parametrize("kind", ["bell", "off"])
async def test_it_says_what_is_used_where_there_is_no_device(tmp_path: Path, kind: str) -> None:
    services = make_services(tmp_path, player=FakePlayer(kind=kind))
    async with guided(services, request_for(services)) as run:
        assert f"the {kind} is in use" in run.text()
        assert run.screen.title_line.right == {"bell": "bell", "off": "no sound"}[kind]
        await run.press("plus")
        assert "open" in run.player.calls


async def test_sounds_switched_off_dim_mute_and_say_why(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, sounds=False))
    async with guided(services, request_for(services)) as run:
        await run.press("m")
        assert "switched off in Settings" in run.text()
        assert run.app.settings.muted is False


async def test_without_a_get_ready_the_start_waits_for_the_sound(tmp_path: Path) -> None:
    player = FakePlayer(kind="starting")
    services = make_services(tmp_path, player=player)
    async with guided(services, request_for(services, ready_s=0)) as run:
        await run.pass_time(0.5)
        assert run.screen.steered is None
        player.kind = "sound"
        run.screen.tick()
        assert run.word == "LEFT"
        assert [cue.head for cue in player.cues][:1] == ["go"]


async def test_a_sound_that_never_comes_is_waited_for_a_second(tmp_path: Path) -> None:
    services = make_services(tmp_path, player=FakePlayer(kind="starting"))
    async with guided(services, request_for(services, ready_s=0)) as run:
        await run.pass_time(1)
        assert run.word == "LEFT"


async def test_the_question_on_leaving_is_safe_by_default(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        await run.press("escape")
        assert isinstance(run.app.screen, QuestionScreen)
        assert "Finishing here keeps Sit and Rotate left 1, right 0, of 3 each" in run.app.screen.text
        await run.press("enter")
        assert (run.word, run.screen.panel.countdown.shown) == ("READY", 3)


async def test_a_key_that_has_no_business_here_changes_nothing(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(6)
        await run.press("z", "enter", "x", "1")
        assert run.word == "LEFT"


async def test_at_every_size_all_is_in_view_and_the_figure_is_the_largest(services: Services) -> None:
    sizes = [(60, 18), (79, 40), (80, 24), (96, 24), (120, 20), (110, 24), (190, 40), (200, 60), (300, 100)]
    async with guided(services, request_for(services)) as run:
        await run.pass_time(7)
        for width, height in sizes:
            await run.pilot.resize_terminal(width, height)
            await run.pilot.pause()
            screen, panel = run.screen, run.screen.panel
            stage = screen.query_one("#stage").region
            for widget in (panel.word, panel.countdown, panel.countdown.digits, panel.dots, screen.figure):
                assert stage.contains_region(widget.region), (width, height, widget)
            assert not panel.word.region.overlaps(panel.countdown.region)
            assert not panel.countdown.region.overlaps(panel.dots.region)
            assert screen.figure.region.area > panel.word.region.area
            assert "0:57 left" in run.text()
            assert "esc Leave" in run.text()


async def test_the_next_exercise_is_named_and_the_last_back_only_finishes(services: Services) -> None:
    async with guided(services, request_for(services, reps=1)) as run:
        await run.pass_time(16)
        assert (run.word, run.screen.panel.countdown.shown) == ("NEXT", 8)
        assert "2 of 2: Sit and Arch" in run.text()
        await run.pass_time(13)
        assert run.word == "BACK"
        await run.press("space")
        assert "space finishes the session." in run.text()
        await run.press("space")
        assert [record.partial for record in run.records] == [False]


async def test_a_tick_that_changes_nothing_to_be_seen_paints_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(services, request_for(services), (120, 36)) as run:
        await run.pass_time(7)
        await run.pass_time(0.6)
        asked: list[Widget] = []
        usual = Widget.refresh

        def refresh(widget: Widget, *regions: Region, **options: bool) -> Widget:
            asked.append(widget)
            return usual(widget, *regions, **options)

        monkeypatch.setattr(Widget, "refresh", refresh)
        run.clock.pass_time(0.01)
        run.screen.tick()
        assert asked == []
        run.clock.pass_time(0.6)
        run.screen.tick()
        assert {type(widget).__name__ for widget in asked} == {"BigWord", "HoldBar", "SessionBar"}


async def test_c_lets_words_be_heard_or_tones_alone_and_is_kept(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        assert run.player.way == "tones"
        await run.press("c")
        assert run.player.way == run.app.settings.cues == "both"
        assert "Words and tones." in run.text()
        await run.press("m")
        assert run.player.way == "both"
        await run.press("c")
        assert run.player.way == run.app.settings.cues == "tones"
        run.step()
        run.step()
        assert "get ready" in [cue.word for cue in run.player.cues]


async def test_an_own_exercise_is_announced_with_its_own_words(services: Services) -> None:
    (folder := services.paths.exercises).mkdir(parents=True)
    (folder / "tuck.wav").write_bytes(wav(0.6))
    text = exercise_templates()[0].path.read_text(encoding="utf-8")
    (folder / "chin-tuck.toml").write_text(text.replace('word = "tuck"', 'word = "tuck.wav"'))
    own = replace(services, catalogue=read_catalogue(folder))
    async with guided(own, request_for(own, "tuck")) as run:
        await run.pass_time(8.0)
        words = [cue.word for cue in run.player.cues if cue.word]
        assert words[:4] == ["get ready", "chin tuck", "tuck.wav", "hold"]


@pytest.mark.parametrize("cues", ["words", "tones", None])
async def test_the_command_line_chooses_for_this_session_only(services: Services, cues: str | None) -> None:
    stored = replace(services, settings=services.settings._replace(cues="both"))
    async with guided(stored, request_for(stored, cues=cues)) as run:
        assert run.player.way == (cues or "both")
        await run.press("minus")
        assert run.player.way == (cues or "both")
        assert run.app.settings.cues == "both"


async def test_who_was_never_asked_hears_soft_words_and_how_to_change_that(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(volume=8))
    async with guided(services, request_for(services)._replace(safety=True)) as run:
        assert run.player.way == "both"
        assert "c: words or tones, m: mute" in run.text()
        assert run.app.settings.volume == 3


async def test_a_home_from_before_keeps_its_tones(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, volume=8))
    async with guided(services, request_for(services)) as run:
        assert run.player.way == "tones"
        assert run.app.settings.volume == 8


async def test_how_one_sits_is_told_before_the_first_movement(tmp_path: Path) -> None:
    async with guided(make_services(tmp_path), "home") as run:
        await run.press("enter")
        run.step()
        assert "behind your head" in " ".join(screen_text(run.app).split())
        await run.pass_time(6.0)
        run.step()
        assert "behind your head" not in " ".join(screen_text(run.app).split())
