"""What a call comes to: one notification at the right moment, else silence."""

import io
from datetime import UTC, datetime, timedelta

import pytest

from tests.adapters.history.records import FixedClock
from tests.adapters.remind.fake_cron import FakeCron
from tests.homes import paths_of, session
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.remind.store import ReminderStore
from tui.adapters.settings.away import AwayStore
from tui.cli.main import run
from tui.cli.streams import Streams
from tui.core.exercises.exercise import Side
from tui.core.record.under_way import UnderWayState
from tui.core.remind.plan import ReminderPlan
from tui.core.remind.reminder_json import Reminders
from tui.core.settings.settings import Away

MONDAY = datetime(2026, 11, 23, 11, 0, 2, tzinfo=UTC)
PLAN = ReminderPlan(tuple(hour * 60 for hour in range(9, 19)), frozenset(range(5)))


class Day:
    """A home with reminders, and a clock."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.cron = FakeCron(folder / "cron")
        self.clock = FixedClock(MONDAY)
        ReminderStore(paths_of(self.home)).write(Reminders(PLAN, "cron"))

    def call(self, *args):
        """Call the program now; return what was shown by it."""
        before = len(self.cron.shown)
        out, err = io.StringIO(), io.StringIO()
        environ = {"UNHUNCH_HOME": str(self.home), "PATH": self.cron.path}
        streams = Streams(environ, self.clock, None, out, err)
        assert run(args or ("remind", "--tick"), streams) == 0, err.getvalue()
        if not args:
            assert (out.getvalue(), err.getvalue()) == ("", "")
        return self.cron.shown[before:]

    def at(self, hour, minute=0, days=0):
        self.clock.time = MONDAY.replace(hour=hour, minute=minute) + timedelta(days=days)
        return self.call()


@pytest.fixture
def day(tmp_path, set_zone):
    set_zone("UTC")
    return Day(tmp_path)


def test_it_is_shown_once_at_its_time(day):
    (line,) = day.at(11)
    assert line.startswith("Time to stretch|unhunch start takes a minute.|")
    assert day.at(11) == [] == day.at(11, 20)
    assert len(day.at(12)) == 1


def test_two_unanswered_ones_are_enough_for_a_day(day):
    assert [len(day.at(hour)) for hour in (9, 10, 11, 12)] == [1, 1, 0, 0]
    assert len(day.at(9, days=1)) == 1


def test_a_set_is_an_answer(day):
    day.call("set", "sets-a-day", "4")
    assert [len(day.at(hour)) for hour in (9, 10)] == [1, 1]
    day.at(10, 30)
    day.call("log", "arch")
    assert [len(day.at(hour)) for hour in (11, 12, 13, 14)] == [0, 0, 1, 1], "two hours between"
    assert day.cron.shown[-1].startswith("Time to stretch|Set 2 of 4: ")


@pytest.mark.parametrize(
    "why", ["done", "away", "weekend", "paused", "late", "between", "off", "running", "desk"]
)
def test_there_is_silence(day, why):
    paths = paths_of(day.home)
    if why == "done":
        HistoryStore(paths, day.clock).add(session(MONDAY - timedelta(hours=1), 1))
    if why == "away":
        AwayStore(paths, day.clock).mark(Away(MONDAY.date(), MONDAY.date()))
    if why == "paused":
        day.call("remind", "--pause", "1")
    if why == "off":
        ReminderStore(paths).forget()
    if why == "desk":
        day.call("set", "desk-days", "tue-fri")
    if why == "running":
        running = UnderWay(paths)
        running.save(UnderWayState(session(MONDAY, 7), tuple(range(9)), 5.0, 8.0, (1.0, 1.0), Side.LEFT))
    assert day.at(11, {"late": 31, "between": 59}.get(why, 0), days=5 if why == "weekend" else 0) == []
    if why == "running":
        running.release()
        assert len(day.at(11)) == 1, "an interrupted one is no session that runs"
    if why == "paused":
        assert len(day.at(11, days=1)) == 1


def test_what_cannot_be_shown_is_not_counted(day):
    day.cron.switch("no-bus")
    assert day.at(11) == []
    (day.cron.folder / "no-bus").unlink()
    assert len(day.at(11, 5)) == 1


def test_a_damaged_history_is_no_reason_to_call(day):
    folder = day.home / "history"
    folder.mkdir()
    (folder / "2026-11.json").write_text('{"sessions"')
    assert day.at(11) == []


def test_the_night_of_a_changed_clock(day, set_zone):
    set_zone("Europe/Berlin")
    ReminderStore(paths_of(day.home)).write(Reminders(ReminderPlan((150,), frozenset(range(7))), "systemd"))
    berlin = [
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        *(datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)),
    ]
    shown = []
    for at in berlin:
        day.clock.time = at.astimezone()
        shown.append(len(day.call()))
    assert shown == [1, 1, 0], "left out: an hour later; repeated: once"
