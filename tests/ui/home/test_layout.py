"""Home is laid out when something takes other rows, and not each time that something is looked at."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.fakes import make_services
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_text
from tests.ui.sessions_done import done
from tui.core.settings.settings import Settings
from tui.ui.app.app import UnhunchApp

pytestmark = pytest.mark.usefixtures("no_drawing")


class Layouts:
    """Counts how often a screen is laid out."""

    def __init__(self, app: UnhunchApp) -> None:
        self.count = 0
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, self._add, immediate=True)

    def _add(self, _: object) -> None:
        self.count += 1


async def quiet(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.pause(0.1)


async def test_looking_again_lays_nothing_out(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True), records=[done(0)]))
    async with app.run_test(size=SIZE) as pilot:
        await quiet(pilot)
        layouts = Layouts(app)
        for _ in range(3):
            home(app).settings_changed()
            await quiet(pilot)
        assert layouts.count == 0


async def test_another_row_that_says_as_much_lays_nothing_out(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down")
        await quiet(pilot)
        layouts, before = Layouts(app), screen_text(app)
        await pilot.press("down")
        await quiet(pilot)
        assert layouts.count == 0
        assert screen_text(app) != before


async def test_where_there_is_much_room_the_steps_are_told_under_their_titles(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True)))
    async with app.run_test(size=(150, 90)) as pilot:
        await quiet(pilot)
        assert "The other side" in screen_text(app) and "Bend back over the top" in screen_text(app)
        await pilot.press("down")
        await quiet(pilot)
        last = home(app).choice.exercises[0].steps[-1]
        assert last.title in screen_text(app) and last.text.split()[-1] in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (100, 32), (160, 48)], ids=str)
async def test_the_latest_sessions_stand_where_the_steps_do_before_the_first_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    for records in ([], [done(0)]):
        (folder := tmp_path / str(len(records))).mkdir()
        app = UnhunchApp(make_services(folder, settings=Settings(welcomed=True), records=records))
        async with app.run_test(size=size) as pilot:
            await quiet(pilot)
            assert ("Lately" in screen_text(app)) == bool(records)
            assert ("Turn your trunk to one side" in screen_text(app)) == (not records or size[0] >= 140)
