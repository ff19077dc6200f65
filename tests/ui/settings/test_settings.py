"""Settings: every key, at once in force, kept, never out of range."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.fakes import FakePlayer, ManualClock, make_services
from tests.ui.screen_text import screen_lines, screen_text
from tui.core.settings.settings import ALL_DAYS, DeskDays, Settings
from tui.core.settings.settings_json import check_setting, settings_from_dict, settings_to_dict
from tui.core.sound.sound_check import LASTS_S
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.question import QuestionScreen
from tui.ui.kit.row_list import MARK
from tui.ui.kit.services import Services, Surroundings
from tui.ui.settings.settings import SettingsScreen
from tui.ui.settings.settings_table import DESK_DAYS, GROUPS, REMINDERS, settings_table

pytestmark = pytest.mark.usefixtures("no_drawing")

TABLE = settings_table(("unhunch-dark", "unhunch-light"))
ROW = {setting.field: at for at, setting in enumerate(TABLE)}
SIZE = (100, 36)


async def open_at(pilot: Pilot[None], field: str) -> SettingsScreen:
    """Open the settings and highlight one."""
    await pilot.press("s")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    screen.list.move(ROW[field])
    await pilot.pause()
    return screen


def test_every_setting_that_a_person_chooses_has_its_row() -> None:
    assert {setting.field for setting in TABLE} - {REMINDERS} == set(Settings._fields) - {
        "mosaic_style",
        "muted",
        "reminders_offered",
        "welcomed",
        "voice_offered",
    }


@pytest.mark.parametrize(
    "setting", [s for s in TABLE if s.field not in (DESK_DAYS, REMINDERS)], ids=lambda s: s.field
)
def test_every_value_is_lawful_and_the_default_is_among_them(setting) -> None:  # type: ignore[no-untyped-def]
    for choice in setting.choices:
        assert check_setting(setting.field, choice.value) == choice.value
    default = getattr(Settings(), setting.field)
    assert default in [choice.value for choice in setting.choices]
    assert setting.text(Settings()) == setting.choices[setting.at(Settings())].text


def test_a_value_between_two_is_shown_and_left_by_a_step() -> None:
    hold = TABLE[ROW["hold_s"]]
    settings = Settings(hold_s=2.5)
    assert hold.text(settings) == "2.5 s"
    assert hold.stepped(settings, 1) == 3.0
    assert hold.stepped(settings, -1) == 2.0


def test_what_is_muted_does_not_pass_for_heard() -> None:
    sounds = next(setting for setting in settings_table(()) if setting.field == "sounds")
    assert [sounds.text(Settings(muted=muted)) for muted in (False, True)] == ["on", "on, muted"]


def test_more_than_the_exercise_has_is_more() -> None:
    hold = TABLE[ROW["hold_s"]]
    assert hold.text(Settings()) == "as the exercise"
    assert (hold.stepped(Settings(), -1), hold.stepped(Settings(), 1)) == (2.0, 3.0)


async def test_a_step_is_in_force_at_once_and_kept(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, "ready_s")
        await pilot.press("right", "right", "left")
        assert app.settings.ready_s == 6.0
        await pilot.press("plus", "equals_sign", "minus")
        assert app.settings.ready_s == 7.0
        assert "< 7 s >" in screen_text(app)
        assert services.settings_store.read()[0].ready_s == 7.0


async def test_ends_say_so_and_stay(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "volume")
        await pilot.press(*["right"] * 6)
        assert app.settings.volume == 10
        assert screen.notice.text == "That is the most."
        await pilot.press("up")
        assert screen.notice.text == "", "it was said of another setting"


async def test_it_says_once_that_changes_are_kept(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "ready_s")
        await pilot.press("right")
        assert screen.notice.text == "Changes are kept at once."
        await pilot.press("right")
        assert screen.notice.text == ""


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 24), (100, 32), (160, 48)])
async def test_the_highlighted_setting_is_explained_with_its_default(
    services: Services, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        screen = await open_at(pilot, "ready_s")
        for setting in TABLE:
            await pilot.pause()
            told = " ".join(" ".join(line.plain for line in screen.told.draw(screen.told.size)).split())
            assert setting.help in told and "Default: " in told, setting.name
            assert setting.name in screen_text(app)
            screen.list.move(1)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (80, 40), (100, 32), (160, 48)])
async def test_every_group_is_named_and_one_key_leads_to_each(
    services: Services, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        screen = await open_at(pilot, "ready_s")
        for group in (*GROUPS, GROUPS[0]):
            assert screen.setting.group == group
            assert screen.setting.name in screen_text(app)
            assert size[1] < 24 or all(name in screen_text(app) for name in GROUPS)
            await pilot.press("tab")
            await pilot.pause()
        await pilot.press("shift+tab", "shift+tab")
        assert screen.setting.group == GROUPS[-1]


async def test_a_step_into_a_closed_group_opens_it(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, "ready_s")
        for _ in TABLE:
            await pilot.pause()
            lines = screen_lines(app)
            at = next(y for y, line in enumerate(lines) if f"- {screen.setting.group}" in line)
            assert any(screen.setting.name in line for line in lines[at + 1 :])
            await pilot.press("down")


async def test_a_click_on_a_closed_group_opens_it(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, "ready_s")
        at = next(y for y, line in enumerate(screen_lines(app)) if "+ Looks" in line)
        await pilot.click(offset=(8, at))
        await pilot.pause()
        assert screen.setting.field == "theme" and "- Looks" in screen_text(app)


async def test_the_figure_moves_beside_the_looks_alone(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, "ready_s")
        assert not screen.demo.figure.size and not screen.demo._moves
        await pilot.press("shift+tab")
        await pilot.pause()
        assert screen.demo.figure.size and screen.demo._moves
        await pilot.press("tab")
        await pilot.pause()
        assert not screen.demo.figure.size and not screen.demo._moves


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (Settings(welcomed=True, volume=0), "t volume 0 nothing is heard"),
        (Settings(welcomed=True, sounds=False), "ounds are switched off"),
        (Settings(welcomed=True, muted=True), "uted: a change of the volume"),
    ],
)
async def test_t_says_why_nothing_would_be_heard(tmp_path: Path, settings: Settings, reason: str) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=settings))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "volume")
        await pilot.pause()
        assert reason in screen_text(app)
        await pilot.press("t")
        assert reason in screen.notice.text


async def test_switches_choices_and_themes(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "strict")
        await pilot.press("enter")
        assert app.settings.strict
        await pilot.press("space")
        assert not app.settings.strict
        screen.list.move(ROW["theme"] - ROW["strict"])
        await pilot.press("right", "right")
        assert app.theme == app.settings.theme == "unhunch-light"
        await pilot.press("left", "left", "left")
        assert app.theme == app.settings.theme != "unhunch-dark"
        assert services.settings_store.read()[0].theme == app.theme


async def test_desk_days_are_ticked_from_today_on(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, DESK_DAYS)
        await pilot.press(*["right"] * 9, "space", "left", "space")
        assert app.settings.desk_days == (DeskDays(date(2026, 11, 22), frozenset(range(5))),)
        assert "xM xT xW xT xF> S  S" in screen_text(app)
        for _ in range(6):
            await pilot.press("left", "space")
        assert len(app.settings.desk_days[-1].weekdays) == 1
        assert "At least one weekday" in screen.notice.text


async def test_one_or_all_are_set_back(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, "ready_s")
        await pilot.press("right", "down", "right", "up", "r")
        assert app.settings.ready_s == 5.0 and app.settings.move_s is not None
        await pilot.press("R")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert app.settings.move_s is not None
        await pilot.press("R")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert app.settings == Settings(welcomed=True)


async def test_the_sound_is_tried_and_named(tmp_path: Path) -> None:
    player = FakePlayer()
    services = make_services(tmp_path, player=player)
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "sounds")
        await pilot.press("t")
        assert len(player.cues) == 3 and all(cue.at > clock.monotonic() for cue in player.cues)
        assert "the sound is in use" in screen.notice.text
        await pilot.press("enter", "t")
        assert not app.settings.sounds and "switched off" in screen.notice.text


async def test_the_sound_is_closed_after_the_check_and_on_leaving(tmp_path: Path) -> None:
    player = FakePlayer()
    services = make_services(tmp_path, player=player)
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "sounds")
        await pilot.press("t")
        clock.pass_time(LASTS_S - 0.1)
        screen._hear()
        assert player.calls == []
        clock.pass_time(0.1)
        screen._hear()
        assert player.calls == ["close"]
        await pilot.press("t", "escape")
        assert player.calls == ["close", "close"]


async def test_the_player_follows_at_once(tmp_path: Path) -> None:
    player = FakePlayer()
    app = UnhunchApp(make_services(tmp_path, player=player))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "volume")
        await pilot.press("t", "right")
        assert player.volume == 6
        screen.list.move(ROW["movement_tones"] - ROW["volume"])
        await pilot.press("enter")
        assert not player.tones


async def test_settings_that_cannot_be_kept_hold_for_this_run(services: Services) -> None:
    services.paths.data.chmod(0o500)
    services.paths.settings.mkdir(parents=True)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "ready_s")
        await pilot.press("right")
        await pilot.pause()
        assert app.settings.ready_s == 6.0
        assert screen.notice.text and screen.notice.has_class("-problem")
    services.paths.data.chmod(0o700)


def test_settings_survive_their_file() -> None:
    settings = Settings(desk_days=(DeskDays(date(2026, 1, 1), ALL_DAYS - {6}),), theme="nord")
    assert settings_from_dict(settings_to_dict(settings)) == (settings, ())


@pytest.mark.parametrize("size", [(100, 32), (120, 36), (160, 48), (200, 60)])
async def test_all_settings_are_in_sight_with_their_values_in_one_column(
    services: Services, size: tuple[int, int]
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        screen = await open_at(pilot, "ready_s")
        lines = [line.plain for _, line in screen.list.lines(screen.list.content_size.width - MARK)]
        shown = [line for line in lines if line]
        assert len(shown) == len(TABLE) and len(lines) <= screen.list.content_size.height
        rows = [screen._row(setting) for setting in screen.table]
        whole = [row.value.plain in line for row, line in zip(rows, shown, strict=True)]
        values = (row.value.plain if fits else row.brief for row, fits in zip(rows, whole, strict=True))
        assert all(fits for row, fits in zip(rows, whole, strict=True) if row.value.plain == row.brief)
        assert len({line.index(value) for line, value in zip(shown, values, strict=True)}) == 1


async def test_a_click_and_a_resize_keep_to_one_cursor(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(140, 44)) as pilot:
        screen = await open_at(pilot, "show_streaks")
        await pilot.press("down", "down", "right")
        assert screen.setting.field == "glyphs" and app.settings.glyphs == "unicode"
        at = next(y for y, line in enumerate(screen_lines(app)) if "Motion" in line)
        await pilot.click(offset=(screen_lines(app)[at].index("Motion"), at))
        await pilot.pause()
        assert screen.setting.field == "motion"
        await pilot.press("up")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert screen.setting.field == "figure_style" and "Theme" in screen_text(app)


async def test_what_a_set_comes_to_follows_what_is_set(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(150, 44)) as pilot:
        await open_at(pilot, "hold_s")
        assert "about 1 min" in screen_text(app) and "3 times each side, hold 2 s" in screen_text(app)
        assert "A set then takes about 1 min" in screen_text(app)
        await pilot.press(*["right"] * 5)
        assert "3 times each side, hold 8 s" in screen_text(app)
        assert "A set then takes about 2" in screen_text(app)


async def test_a_setting_is_found_by_a_word_and_the_next_one_by_the_same(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_at(pilot, "ready_s")
        await pilot.press("slash", *"streak", "enter")
        await pilot.pause()
        first = screen.setting.field
        assert "streak" in f"{screen.setting.name} {screen.setting.help}".casefold()
        assert "settings that answer to streak" in screen_text(app)
        await pilot.press("slash", "enter")
        await pilot.pause()
        assert screen.setting.field != first and "streak" in screen.setting.name.casefold()
        await pilot.press("slash", *"zzz", "enter")
        await pilot.pause()
        assert "No setting is like" in screen_text(app)


@pytest.mark.parametrize(
    ("locale", "day"), [("de_DE.UTF-8", "Monday"), ("en_US.UTF-8", "Sunday"), ("C", "Monday")]
)
async def test_the_day_with_which_weeks_begin_in_a_region_is_named(
    tmp_path: Path, locale: str, day: str
) -> None:
    app = UnhunchApp(make_services(tmp_path, surroundings=Surroundings({"LC_TIME": locale})))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, "week_begins")
        assert screen.told.words and screen.told.words.default == f"as in your region ({day})"
        assert f"as in your region ({day})" in screen_text(app)


@pytest.mark.parametrize("field", ["move_s", "hold_s", "rest_s"])
def test_seconds_that_take_the_place_of_every_exercise_s_own_say_so(field: str) -> None:
    setting = TABLE[ROW[field]]
    assert setting.choices[setting.at(Settings())].text == "as the exercise"
    assert "replace every exercise's own" in setting.help
