"""A week lived from the shell alone; the full screen shows the same."""

import io
import json
import subprocess
from datetime import datetime, timedelta, timezone

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.cli.programs import CHECKOUT, PROGRAM_LINE, environment
from tests.readme import README, block
from tests.ui.fakes import ManualClock, make_services
from tests.ui.history.opening import drawn, opened
from tests.ui.home.at_home import SIZE, settle
from tests.ui.screen_text import screen_text
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.content.named_sets import read_sets
from tui.cli.main import run
from tui.cli.streams import Streams
from tui.core.record.record import Felt
from tui.core.settings.settings import Away
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=timezone(timedelta(hours=1)))


class Week:
    """A home, a clock, and a streams."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.cron = FakeCron(folder / "cron")
        self.clock = ManualClock(wall=MONDAY)

    def at(self, weekday, hour, minute=0):
        """It is that time of the week; the machine calls, if it was asked to."""
        self.clock.wall = MONDAY + timedelta(days=weekday, hours=hour - 9, minutes=minute)
        before = len(self.cron.shown)
        if (self.home / "reminders.json").exists():
            self("remind --tick")
        return len(self.cron.shown) - before

    def __call__(self, line, status=0):
        out, err = io.StringIO(), io.StringIO()
        environ = {"UNHUNCH_HOME": str(self.home), "PATH": self.cron.path, "HOME": str(self.home)}
        assert run(line.split(), Streams(environ, self.clock, None, out, err)) == status, (
            line,
            err.getvalue(),
        )
        assert err.getvalue() == "" or status
        return out.getvalue()


@pytest.fixture
def week(tmp_path, set_zone):
    set_zone("Etc/GMT-1")
    return Week(tmp_path)


def live(week):
    """Monday to Sunday, with what people do."""
    for line in (
        "set welcomed on", "set desk-days mon-fri", "set sets-a-day 2", "set hours-between 3",
        "remind 11:00 15:00 --days mon-fri", "sets evening arch=5 rotate=2",
    ):  # fmt: skip
        week(line)
    assert week.at(0, 11) == 1
    week("log")
    week("due", status=1)
    assert week.at(0, 15) == 1
    week("log arch=4 --felt fine")
    assert week.at(1, 11) == 1 == week.at(1, 15), "twice without an answer"
    week.at(1, 16)
    week("log --felt sore")
    week("undo")
    week("log --felt fine")
    week("away tomorrow")
    assert week.at(2, 11) == 0 == week.at(2, 15)
    week("due", status=1)
    assert week.at(3, 11) == 1
    assert week.at(4, 8) == 0
    week("log --day yesterday --time 17:30")
    week("edit last arch=5 --note late")
    week("log rotate")
    week("felt easy")
    week("delete last")
    week("undo")
    week("set reps.arch 4")
    assert week.at(5, 11) == 0, "nobody is called on a Saturday"
    week("remind --off")
    week.at(6, 14, 5)


async def test_the_full_screen_shows_what_was_done_in_the_shell(week):
    live(week)
    status = json.loads(week("status --json"))
    told = json.loads(week("history --json"))["sessions"]
    assert (status["streak"], status["week"], len(told)) == (4, {"done": 4, "of": 4}, 5)
    assert not week.cron.crontab.exists() and not (week.home / "reminders.json").exists()
    assert len(week.cron.shown) == 5
    services = make_services(week.home)
    services.clock.wall = week.clock.wall
    settings, problems = services.settings_store.read()
    assert problems == ()
    sets, faulty = read_sets(services.paths.sets, read_catalogue(services.paths.exercises))
    assert [item.texts for item in sets] == [("sit-and-arch=5", "sit-and-rotate=2")] and faulty == ()
    services = make_services(week.home, settings=settings, sets=sets)
    services.clock.wall = week.clock.wall
    async with opened(services) as (_, screen):
        assert screen.moves.data and len(screen.moves.data.days) == 4
        assert services.away.read()[0] == (
            Away(MONDAY.date() + timedelta(days=2), MONDAY.date() + timedelta(days=2)),
        )
        text = "\n".join(drawn(screen))
        assert "4 days" in text and "4 of 4" in text
        records = services.history.all()
        assert [item.id for item in records] == [item["id"] for item in told]
        assert [item.exercises[0].felt for item in records] == [None, Felt.FINE, Felt.FINE, None, Felt.EASY]
        assert records[3].note == "late" and records[3].exercises[1].total == 5


async def test_home_shows_it_too(week, monkeypatch):
    monkeypatch.setattr(Figure, "_load", Figure._settle)
    live(week)
    week("set sets-a-day 3")
    week("log arch")
    line = week("status")
    assert "streak 5 days" in line and "1 of 3 sets today" in line
    services = make_services(week.home)
    services.clock.wall = week.clock.wall
    settings, _ = services.settings_store.read()
    app = UnhunchApp(make_services(week.home, settings=settings))
    app.services.clock.wall = week.clock.wall
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "5 days" in text and "5 of 4 desk days" in text and "1 of 3 sets" in text
        assert app.screen.choices.known_reps()["sit-and-arch"] == 4


@pytest.mark.slow
def test_the_tour_of_the_readme_can_be_walked(tmp_path):
    cron = FakeCron(tmp_path / "cron")
    lines = block("tour", README.read_text(encoding="utf-8")).splitlines()
    assert len(lines) == 20
    quick = "--plain --move 0.1 --hold 0.1 --ready 0 < /dev/null"
    walked = [line.partition("#")[0].replace(" --plain", "").rstrip() for line in lines]
    walked = [f"{line} {quick}" if line.startswith("unhunch start") else line for line in walked]
    script = f'set -eo pipefail; unhunch() {{ {PROGRAM_LINE} "$@"; }}\n' + "\n".join(
        line if " && " not in line else f"{line} || [ $? = 1 ]" for line in walked
    )
    done = subprocess.run(
        ["bash", "-c", script],
        env=environment(tmp_path / "home", PATH=cron.path),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert not cron.crontab.exists()
