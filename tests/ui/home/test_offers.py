"""Home tells how things stand, and offers: steps up and down, an interrupted session, stiffness."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.ui.fakes import make_services
from tests.ui.home.at_home import SIZE, home, settle
from tests.ui.screen_text import screen_text
from tests.ui.sessions_done import TODAY, done, leave_interrupted
from tui.core.history.heatmap import DayLevel
from tui.core.record.record import Felt
from tui.core.settings.settings import Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.question import QuestionScreen
from tui.ui.kit.services import Services, Surroundings
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")


async def test_the_streak_leads_and_the_best_follows(tmp_path: Path) -> None:
    records = [done(n) for n in (1, 2, 3, 30, 31, 32, 33)]
    app = UnhunchApp(make_services(tmp_path, records=records))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Streak      3 days   best 4, 20-23 Oct" in text
        assert "3 of 7 desk days" in text


async def test_a_day_that_is_bridged_looks_as_in_the_calendar(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, records=[done(n) for n in (1, 2, 4, 5, 7)]))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        drawn = {level: level.drawn(glyphs_of(app.screen)) for level in DayLevel}
        bridged, done_, today = drawn[DayLevel.BRIDGED], drawn[DayLevel.DONE], drawn[DayLevel.OPEN]
        week = " ".join((bridged, done_, done_, bridged, done_, done_, today))
        assert bridged != drawn[DayLevel.MISSED] and week in screen_text(app)


async def test_no_sad_zero(tmp_path: Path, services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Streak" not in text and "0 of" not in text and "0 days" not in text
        assert ". ." not in text, "nothing was missed before the first session"
    app = UnhunchApp(make_services(tmp_path / "past", records=[done(20), done(21)]))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Best        2 days   1-2 Nov" in text and "Streak" not in text


async def test_streak_numbers_can_be_hidden(tmp_path: Path) -> None:
    settings = Settings(welcomed=True, show_streaks=False)
    app = UnhunchApp(make_services(tmp_path, settings=settings, records=[done(n) for n in range(1, 9)]))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "This week" in text
        assert not any(word in text for word in ("Streak", "Best", "Strength", "desk days"))


async def test_one_more_is_offered_and_accepted(tmp_path: Path) -> None:
    services = make_services(tmp_path, records=[done(n) for n in (1, 2, 3)])
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Ready for 4 repetitions of Sit and Rotate?   y yes   n not now" in screen_text(app)
        assert "done on three days" in screen_text(app)
        await pilot.press("y")
        await settle(pilot)
        assert services.progress.reps() == {"sit-and-rotate": 4}
        assert "Ready for 4 repetitions of Sit and Arch?" in screen_text(app)


async def test_an_offer_is_silenced_for_a_week(tmp_path: Path) -> None:
    services = make_services(tmp_path, records=[done(n) for n in (1, 2, 3)])
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        progress, _ = services.progress.read()
        until = progress["sit-and-rotate"].silenced_until
        assert until is not None and (until - TODAY).days == 7
        await pilot.press("n")
        await settle(pilot)
        assert "Ready for" not in screen_text(app)


async def test_one_fewer_comes_before_one_more(tmp_path: Path) -> None:
    records = [
        replace(record, exercises=(record.exercises[0], replace(record.exercises[1], felt=Felt.SORE)))
        for record in (done(1), done(2), done(3))
    ]
    app = UnhunchApp(make_services(tmp_path, records=records))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "2 repetitions of Sit and Arch for now?" in screen_text(app)


async def test_keys_of_offers_say_why_they_do_nothing(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in ("y", "n"):
            await pilot.press(key)
            assert "Nothing is offered" in home(app).notice.text
        for key in ("r", "K", "x"):
            await pilot.press(key)
            assert "No session was interrupted" in home(app).notice.text
        await pilot.press("5")
        assert "How stiff you are is asked only where" in home(app).notice.text


async def test_an_interrupted_session_is_resumed(services: Services) -> None:
    leave_interrupted(services)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "The session of 13:40 was interrupted: Sit and Rotate left 1, right 1" in screen_text(app)
        await pilot.press("r")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        assert screen.steered is not None and screen.steered.session.counted == {0, 1}


async def test_an_interrupted_session_is_kept_with_a_capital_alone(services: Services) -> None:
    state = leave_interrupted(services)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("j", "k")
        await settle(pilot)
        assert services.under_way.interrupted(), "k goes up, as everywhere"
        await pilot.press("K")
        await settle(pilot)
        assert services.history.find(state.record.id) == state.record
        assert services.under_way.interrupted() == ()
        assert "was interrupted" not in screen_text(app)


async def test_an_interrupted_session_is_discarded_after_a_question(services: Services) -> None:
    leave_interrupted(services)
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert len(services.under_way.interrupted()) == 1
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("y")
        await settle(pilot)
        assert services.under_way.interrupted() == ()


async def test_stiffness_is_one_digit_when_it_is_asked(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, settings=Settings(welcomed=True, ask_stiffness=True)))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "How stiff is it now?" in screen_text(app)
        await pilot.press("6")
        await pilot.pause()
        assert "Stiffness before: 6" in screen_text(app)
        assert home(app).offers.stiffness == 6


REMINDERS = "Shall the desktop remind you while a set is due?   y yes, say when   n no"


@pytest.mark.parametrize(("days", "offered"), [(2, False), (3, True)])
async def test_reminders_are_offered_once_after_the_third_day(
    tmp_path: Path, days: int, offered: bool
) -> None:
    services = with_cron(tmp_path, days)
    async with UnhunchApp(services).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert (REMINDERS in screen_text(pilot.app)) == offered
        await pilot.press("h", "escape")
        await settle(pilot)
        assert (REMINDERS in screen_text(pilot.app)) == offered, "it stays until it is answered"
        if offered:
            await pilot.press("n")
            await settle(pilot)
            assert "Shall" not in screen_text(pilot.app)
            assert "Settings have reminders" in home(pilot.app).notice.text
    settings, _ = services.settings_store.read()
    assert settings.reminders_offered == offered
    again = with_cron(tmp_path, days, reminders_offered=settings.reminders_offered)
    async with UnhunchApp(again).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Shall" not in screen_text(pilot.app)


async def test_reminders_that_are_accepted_are_made(tmp_path: Path) -> None:
    services = with_cron(tmp_path, 3)
    async with UnhunchApp(services).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert REMINDERS in screen_text(pilot.app), "nothing was answered"
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Reminders at 11:00, 15:00, while a set is due" in home(pilot.app).notice.text
        assert "Shall" not in screen_text(pilot.app)
    assert "\n0 11 * * * " in (tmp_path / "cron" / "crontab").read_text()


async def test_reminders_wait_for_what_is_offered_first(tmp_path: Path) -> None:
    services = with_cron(tmp_path, 3)
    leave_interrupted(services)
    async with UnhunchApp(services).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "was interrupted" in screen_text(pilot.app) and "Shall" not in screen_text(pilot.app)
        assert not services.settings_store.read()[0].reminders_offered
        await pilot.press("K")
        await settle(pilot)
        assert REMINDERS in screen_text(pilot.app)


def with_cron(folder: Path, days: int, **settings: bool) -> Services:
    """Services of a home with so many days done just now, and a cron that is played."""
    cron = folder / "cron"
    path = f"{cron}/bin:/usr/bin:/bin" if cron.exists() else FakeCron(cron).path
    quiet = Settings(welcomed=True, voice_offered=True, **settings)  # type: ignore[arg-type]
    home = folder / "home"
    around = Surroundings(environ={"PATH": path, "HOME": str(folder), "UNHUNCH_HOME": str(home)})
    records = [replace(done(back), exercises=done(back).exercises[:1]) for back in range(days)]
    services = make_services(home, settings=quiet, surroundings=around)
    services.history.merge(records)
    now = services.clock.now()
    for exercise in ("sit-and-rotate", "sit-and-arch"):
        services.progress.set_reps(exercise, 10, now)
    return services
