"""Settings that another program changes meanwhile, as `unhunch set` does in another terminal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import AppFocus
from textual.widgets import Input

from tests.ui.fakes import make_services
from tests.ui.session.guided import guided, request_for, undrawn  # noqa: F401
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.edges import FooterLine
from tui.ui.kit.row_list import RowList
from tui.ui.kit.services import Services
from tui.ui.settings.settings import SettingsScreen
from tui.ui.settings.settings_list import SettingsList

pytestmark = pytest.mark.usefixtures("undrawn")


def stored(services: Services) -> Settings:
    return SettingsStore(services.paths, MachineClock()).read()[0]


def set_elsewhere(services: Services, **changes: object) -> None:
    """Do what `unhunch set` does."""
    store = SettingsStore(services.paths, MachineClock())
    store.write(store.read()[0]._replace(**changes))


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A home whose settings are in its file, as they are after the first start."""
    made = make_services(tmp_path)
    set_elsewhere(made, welcomed=True, voice_offered=True, reminders_offered=True)
    return replace(made, settings=made.settings_store.read()[0])


@pytest.mark.parametrize("screen", ["s", "h", "l", "question_mark"])
async def test_a_screen_that_opens_knows_them(services: Services, screen: str) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        set_elsewhere(services, volume=9, ready_s=7.0)
        await pilot.press(screen)
        await pilot.pause()
        assert (app.settings.volume, app.settings.ready_s) == (9, 7.0)


@pytest.mark.parametrize("way", ["key", "click", "footer", "palette"])
async def test_a_session_that_starts_has_them(services: Services, way: str) -> None:
    async with guided(services, "home", (100, 32)) as run:
        if way == "palette":
            await run.press("ctrl+p", *"start sit and arch")
            await run.app.workers.wait_for_complete()
        set_elsewhere(services, ready_s=7.0)
        if way == "click":
            await run.pilot.click("#menu", offset=(4, 0))
        elif way == "footer":
            await run.pilot.click(FooterLine, offset=(4, 0))
        else:
            await run.press("enter")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert run.screen.plan.ready_s == 7.0


async def test_what_was_read_from_the_file_is_not_written_back(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        set_elsewhere(services, volume=9)
        written: list[Settings] = []
        monkeypatch.setattr(SettingsStore, "write", lambda _, after, *__: written.append(after))
        app.post_message(AppFocus())
        await pilot.pause()
        await pilot.pause()
        assert app.settings.volume == 9 and not written


async def test_the_footer_is_drawn_anew_where_a_key_has_another_name(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(services, request_for(services)) as run:
        drawn: list[FooterLine] = []
        monkeypatch.setattr(FooterLine, "repaint", lambda line: drawn.append(line))
        set_elsewhere(services, volume=9)
        run.app.follow_settings()
        assert not drawn
        set_elsewhere(services, muted=True)
        run.app.follow_settings()
        assert drawn == [run.screen.footer]


async def test_a_terminal_that_gets_the_focus_again_shows_them(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        set_elsewhere(services, theme="nord", volume=9)
        run.app.post_message(AppFocus())
        await run.pilot.pause()
        assert run.app.theme == "nord" and run.player.volume == 9
        await run.pass_time(8)
        assert run.word == "HOLD"


async def test_what_is_changed_on_both_sides_stays(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        set_elsewhere(services, volume=9)
        app.change_settings(app.settings._replace(ready_s=7.0))
        set_elsewhere(services, muted=True)
        await pilot.press("s")
        await pilot.pause()
        app.change_settings(app.settings._replace(strict=True))
        set_elsewhere(services, ready_s=8.0)
        await pilot.press("escape")
        await pilot.pause()
        wanted = services.settings._replace(volume=9, muted=True, strict=True, ready_s=8.0)
        assert app.settings == stored(services) == wanted


async def test_what_is_saved_late_takes_nothing_back(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        late: list[Callable[[], object]] = []
        monkeypatch.setattr(services.writer, "submit", lambda job, _=None: late.append(job))
        app.change_settings(app.settings._replace(ready_s=7.0))
        app.keep_settings()
        set_elsewhere(services, volume=9)
        app.follow_settings()
        set_elsewhere(services, volume=2)
        await pilot.pause()
        for job in late:
            job()
        app.follow_settings()
        assert app.settings == stored(services) == services.settings._replace(volume=2, ready_s=7.0)


async def test_what_was_changed_here_last_is_in_force(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        set_elsewhere(services, volume=9)
        app.settings = app.settings._replace(volume=3)
        app.follow_settings()
        assert app.settings.volume == 3
        app.keep_settings()
        await pilot.pause()
        assert stored(services).volume == 3


@pytest.mark.parametrize("held", [b"", b"{", None])
async def test_a_file_that_cannot_be_read_changes_nothing(services: Services, held: bytes | None) -> None:
    services = replace(services, settings=services.settings._replace(volume=9))
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        services.paths.settings.unlink()
        if held is not None:
            services.paths.settings.write_bytes(held)
        await pilot.press("s")
        await pilot.pause()
        assert app.settings == services.settings


async def test_where_the_file_is_what_it_was_nothing_is_read(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.delattr(SettingsStore, "news")
        await pilot.press("s", "escape", "h")
        await pilot.pause()
        assert app.settings == services.settings


@pytest.mark.parametrize(
    ("keys", "volume"), [(["right"], 10), (["plus"], 10), (["left"], 8), (["r"], Settings().volume)]
)
async def test_a_key_changes_what_is_stored_now(services: Services, keys: list[str], volume: int) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(SettingsScreen(services, "volume"))
        await pilot.pause()
        set_elsewhere(services, volume=9, ready_s=7.0)
        await pilot.press(*keys)
        await pilot.pause()
        assert app.settings.volume == stored(services).volume == volume
        assert app.settings.ready_s == 7.0


async def test_a_switch_is_switched_from_what_is_stored_now(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = SettingsScreen(services, "strict")
        await app.push_screen(screen)
        for on in (True, False):
            await pilot.pause()
            set_elsewhere(services, strict=on)
            screen.post_message(SettingsList.Chosen())
            await pilot.pause()
            await pilot.pause()
            assert app.settings.strict is stored(services).strict is not on


async def test_the_keys_of_a_session_do_so_too(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        set_elsewhere(services, volume=8)
        await run.press("plus")
        assert run.player.volume == run.app.settings.volume == stored(services).volume == 9
        set_elsewhere(services, muted=True)
        await run.press("m")
        assert not run.app.settings.muted and not stored(services).muted


async def test_what_is_chosen_in_the_palette_holds_though_it_was_changed_meanwhile(
    services: Services,
) -> None:
    async with guided(services, "home") as run:
        volume = services.settings.volume
        await run.press("ctrl+p")
        run.app.screen.query_one(Input).value = f"volume {volume}"
        set_elsewhere(services, volume=9)
        await run.press("enter")
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        assert run.app.settings.volume == stored(services).volume == volume


@pytest.mark.parametrize("key", ["a", "l"])
async def test_a_click_on_a_row_acts_on_what_is_stored_now(services: Services, key: str) -> None:
    async with guided(services, "home", (100, 32)) as run:
        await run.press(key)
        set_elsewhere(services, volume=9)
        rows = run.app.screen.query_one(RowList)
        rows.post_message(rows.Chosen())
        await run.pilot.pause()
        await run.pilot.pause()
        assert run.app.settings.volume == 9
