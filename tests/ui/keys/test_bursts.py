"""Keys that come at once end where they end one by one: each finds what the one before has opened."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Event, Key, Paste
from textual.keys import key_to_character
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.fakes import make_services
from tests.ui.home.at_home import settle
from tests.ui.screen_text import screen_text
from tests.ui.sessions_done import done
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.base import CommandScreen
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")

BURSTS = (
    "h slash a b c tab right enter",
    "h a tab tab 3 tab 2 up x",
    "h e tab tab end backspace 2",
    "h o tab x",
    "h d n S",
    "h tab left enter escape slash d",
    "s slash h o l d enter right slash r e s t",
    "s R n down",
    "space w m i n e",
    "space down space w escape h",
    "h ctrl+p escape slash a",
    "i alt+h slash q",
    "enter space escape x",
    "ctrl+p d a y space b y enter a n o t e",
    "ctrl+p s t i f f n e s s enter right down",
    "h ctrl+p f i n d space w o r d s enter x y",
    "ctrl+p q q z z enter escape s down",
    "ctrl+p enter escape h",
    "ctrl+p t h e m e enter escape escape",
)


async def seen(pilot: Pilot[None]) -> str:
    """Return the screens, what stands in the fields of the one in front, and all of it."""
    await settle(pilot)
    app = pilot.app
    fields = [field.value for field in app.screen.query(Input)]
    return "\n".join([*(type(screen).__name__ for screen in app.screen_stack), *fields, screen_text(app)])


def post(pilot: Pilot[None], keys: str) -> None:
    """Press all keys before the first is looked at."""
    for key in keys.split():
        pilot.app.post_message(Key(key, key_to_character(key)))


def services_of(folder: Path, guard_s: float = 0.0) -> Services:
    return replace(make_services(folder, records=[done(days) for days in (1, 2, 5)]), guard_s=guard_s)


@pytest.mark.parametrize("keys", BURSTS)
async def test_a_burst_ends_where_its_keys_end_one_by_one(tmp_path: Path, keys: str) -> None:
    async with UnhunchApp(services_of(tmp_path / "slow")).run_test(size=(80, 24)) as pilot:
        for key in keys.split():
            await pilot.press(key)
            await settle(pilot)
        one_by_one = await seen(pilot)
    async with UnhunchApp(services_of(tmp_path / "burst")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        post(pilot, keys)
        assert await seen(pilot) == one_by_one


async def test_a_paste_waits_for_the_form_that_a_key_before_it_opens(tmp_path: Path) -> None:
    app = UnhunchApp(services_of(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        post(pilot, "h slash a")
        app.post_message(Paste("bc"))
        post(pilot, "d")
        await settle(pilot)
        assert app.screen.query_one("#words", Input).value == "abcd"


async def test_a_burst_of_one_key_commits_once(tmp_path: Path) -> None:
    services = services_of(tmp_path, guard_s=0.7)
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        post(pilot, "enter " * 40)
        await settle(pilot)
        assert [type(screen) for screen in app.screen_stack].count(SessionScreen) == 1
        post(pilot, "escape " + "x " * 40)
        await settle(pilot)
        post(pilot, "h d " + "y " * 40)
        await settle(pilot)
        assert len(services.history.all()) == 2
        post(pilot, "d y")
        await settle(pilot)
    assert len(services.history.all()) == 1


async def test_ctrl_c_waits_for_no_key(services: Services) -> None:
    free = asyncio.Event()

    class Stuck(CommandScreen[None]):
        GROUP = "home"

        async def on_event(self, event: Event) -> None:
            if isinstance(event, Key):
                await free.wait()
            await super().on_event(event)

    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Stuck(services))
        post(pilot, "h ctrl+c")
        for _ in range(100):
            await asyncio.sleep(0)
        assert app.return_code == 0
        free.set()
