"""Home's repetitions while the writer is slow: what is shown is what is started."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.fakes import NowWriter, make_services
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_text
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.writer import Job, OnDone
from tui.core.streaks.progression import Progress
from tui.ui.app.app import UnhunchApp
from tui.ui.home.choices import HomeMenu
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")


class SlowWriter(NowWriter):
    """Does nothing until it is let."""

    def __init__(self, history: HistoryStore) -> None:
        super().__init__(history)
        self.waiting: list[tuple[Job, OnDone | None]] = []

    def submit(self, job: Job, on_done: OnDone | None = None) -> None:
        self.waiting.append((job, on_done))

    def work(self) -> None:
        """Do one job."""
        super().submit(*self.waiting.pop(0))


def slow_services(folder: Path) -> tuple[Services, SlowWriter]:
    services = make_services(folder)
    writer = SlowWriter(services.history)
    data = services.data._replace(writer=writer)
    return replace(services, open_data=lambda: data), writer


@pytest.mark.parametrize("keys", [("enter",), ("i", "enter")], ids=["at once", "from its instructions"])
async def test_a_session_has_the_repetitions_that_are_shown(tmp_path: Path, keys: tuple[str, ...]) -> None:
    services, writer = slow_services(tmp_path)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "plus", "plus")
        assert "5 times a side" in screen_text(app)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert services.progress.reps() == {} and writer.waiting
        assert isinstance(app.screen, SessionScreen)
        assert [planned.reps for planned in app.screen.plan.exercises] == [5]


async def test_what_was_read_before_a_change_does_not_undo_it(tmp_path: Path) -> None:
    services, writer = slow_services(tmp_path)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "plus")
        writer.work()
        await settle(pilot)
        assert home(app).facts is not None and services.progress.reps() == {}
        await pilot.press("plus")
        assert "5 times a side" in screen_text(app)
        while writer.waiting:
            writer.work()
        await settle(pilot)
        services.progress.set_reps("sit-and-rotate", 9, services.clock.now())
        home(app).read_again()
        writer.work()
        await settle(pilot)
        assert "9 times a side" in screen_text(app), "the store's word counts again"


def test_an_exercise_that_is_new_on_home_has_its_own_repetitions_before_anything_is_read(
    services: Services,
) -> None:
    first, second = services.catalogue.exercises
    menu = HomeMenu(services.catalogue)
    menu.progress = {first.id: Progress(7), second.id: Progress(8)}
    without = menu.renewed(services.catalogue._replace(exercises=(first,)), ())
    assert without.renewed(services.catalogue, ()).known_reps() == {first.id: 7}
