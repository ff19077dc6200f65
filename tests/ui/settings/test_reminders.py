"""Reminders in Settings: the row in words, the form, and what the scheduler is told."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.ui.fakes import make_services
from tests.ui.history.opening import fill
from tests.ui.screen_text import screen_text
from tests.ui.settings.test_settings import SIZE, open_at
from tui.adapters.remind.store import ReminderStore
from tui.core.remind.plan import ReminderPlan
from tui.core.settings.settings import DeskDays, Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.services import Services, Surroundings
from tui.ui.settings.reminders import RemindersScreen
from tui.ui.settings.settings import SettingsScreen
from tui.ui.settings.settings_table import REMINDERS

pytestmark = pytest.mark.usefixtures("no_drawing")
WEEK = frozenset(range(5))


@pytest.fixture
def cron(tmp_path: Path) -> FakeCron:
    return FakeCron(tmp_path / "cron")


@pytest.fixture
def remindful(tmp_path: Path, cron: FakeCron) -> Services:
    """Services at a usual desk, with a cron that is played."""
    environ = {"PATH": cron.path, "HOME": str(tmp_path / "user"), "UNHUNCH_HOME": str(tmp_path / "home")}
    desk = Settings(welcomed=True, voice_offered=True, desk_days=(DeskDays(date(1970, 1, 1), WEEK),))
    return make_services(tmp_path / "home", settings=desk, surroundings=Surroundings(environ=environ))


def row(app: UnhunchApp) -> str:
    assert isinstance(app.screen, SettingsScreen)
    words = app.screen.told.words
    assert words and words.name == "Reminders"
    return words.beside


async def test_enter_twice_makes_the_usual_ones_on_desk_days(remindful: Services, cron: FakeCron) -> None:
    app = UnhunchApp(remindful)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.pause()
        assert "off" in row(app)
        await pilot.press("right")
        assert "Enter sets when" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "There are no reminders." in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        assert "mon-fri at 11:00, 15:00" in row(app)
        said = app.screen.notice.text
        assert said == (
            "Reminders mon-fri at 11:00, 15:00, while a set is due, by your crontab; next Mon 23 Nov 11:00"
        )
    assert "\n0 11 * * 1,2,3,4,5 " in cron.crontab.read_text()


async def test_every_so_often_a_pause_and_the_end(remindful: Services, cron: FakeCron) -> None:
    app = UnhunchApp(remindful)
    store = ReminderStore(remindful.paths)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_at(pilot, REMINDERS)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("right")
        fill(pilot, span="2h", between="9:00-17:00", weekdays="all")
        await pilot.press("enter")
        await pilot.pause()
        kept = store.read()
        assert kept and kept.plan == ReminderPlan((540, 660, 780, 900, 1020), frozenset(range(7)))
        assert "5 times, 09:00-17:00" in row(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "by your crontab" in screen_text(app), "how they stand"
        await pilot.press("right", "right")
        fill(pilot, days="3")
        await pilot.press("enter")
        await pilot.pause()
        kept = store.read()
        assert kept and kept.paused_until == date(2026, 11, 22) + timedelta(days=3)
        assert "paused until Wed 25 Nov" in row(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("left", "enter")
        await pilot.pause()
        assert "off" in row(app) and screen.notice.text == "There are no reminders."
    assert store.read() is None and not cron.crontab.exists()


async def test_only_what_the_chosen_way_needs_is_asked_and_where_it_is_written_is_told(
    remindful: Services, cron: FakeCron
) -> None:
    app = UnhunchApp(remindful)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.press("enter")
        await pilot.pause()
        assert "There are no reminders. Enter adds them to your crontab." in screen_text(app)
        labels = ("At ", "Every ", "Between", "On ", "Pause for days")
        for shown in ((0, 3), (1, 2, 3), (4,), ()):
            text = screen_text(app)
            told = [at for at, label in enumerate(labels) if re.search(rf"\|  [ >] {label}", text)]
            assert told == [*shown]
            await pilot.press("right")
            await pilot.pause()
    assert not cron.crontab.exists()


async def test_r_ends_them(remindful: Services, cron: FakeCron) -> None:
    app = UnhunchApp(remindful)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert cron.crontab.exists()
        await pilot.press("r")
        await pilot.pause()
        assert "off" in row(app) and not cron.crontab.exists()


@pytest.mark.parametrize(
    ("presses", "typed", "said"),
    [
        (0, {"times": "25:00"}, "'25:00' is no time"),
        (0, {"times": ""}, "'' is no time"),
        (0, {"times": "11:00 11:30"}, "11:00 and 11:30 are too near"),
        (0, {"weekdays": "someday"}, "'someday' names no weekdays"),
        (1, {"span": "10m"}, "'10m' is no time between two reminders"),
        (1, {"between": "18:00-09:00"}, "'18:00-09:00' ends before it begins"),
        (2, {"days": "-1"}, "The pause: 0 to 365 days"),
        (2, {"days": "3"}, "there are no reminders to pause"),
    ],
)
async def test_what_makes_no_sense_is_told_in_the_form(
    remindful: Services, cron: FakeCron, presses: int, typed: dict[str, str], said: str
) -> None:
    app = UnhunchApp(remindful)
    async with app.run_test(size=(60, 18)) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*["right"] * presses)
        fill(pilot, **typed)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RemindersScreen)
        assert app.screen.problem_text.startswith(said)
        await pilot.press("escape")
    assert not cron.crontab.exists() and not remindful.paths.reminders.exists()


async def test_a_crontab_that_is_refused_is_told_and_the_form_stays(
    remindful: Services, cron: FakeCron
) -> None:
    cron.switch("full")
    app = UnhunchApp(remindful)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, RemindersScreen)
        assert "No space left" in app.screen.problem_text and "by hand" in app.screen.problem_text
        (cron.folder / "full").unlink()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
    assert cron.crontab.exists()


async def test_a_damaged_file_is_told_and_replaced(remindful: Services, cron: FakeCron) -> None:
    remindful.paths.reminders.parent.mkdir(exist_ok=True)
    remindful.paths.reminders.write_text("{}")
    app = UnhunchApp(remindful)
    async with app.run_test(size=SIZE) as pilot:
        await open_at(pilot, REMINDERS)
        await pilot.pause()
        assert "cannot be read" in row(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RemindersScreen)
        assert "cannot be read" in app.screen.problem_text
        await pilot.press("enter")
        await pilot.pause()
        assert "mon-fri at 11:00, 15:00" in row(app)
