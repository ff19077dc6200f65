"""What a printed session offers first, on a terminal, is what Home offers; the answers leave the same."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.adapters.history.records import FixedClock
from tests.homes import ARCH, paths_of, session
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.console import Heard
from tui.adapters.settings.progress import ProgressStore
from tui.cli.plain_offers import PlainOffers, can_ask
from tui.cli.stores import open_stores
from tui.cli.streams import Streams
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord
from tui.core.record.under_way import UnderWayState

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


class Answers:
    """A console on which these lines are typed."""

    def __init__(self, *lines):
        self.lines = list(lines)

    @property
    def listening(self):
        return bool(self.lines)

    def wait(self, timeout_s):
        return Heard((self.lines.pop(0),))


def offers(home, *lines):
    streams = Streams({"UNHUNCH_HOME": str(home)}, FixedClock(NOW), None, io.StringIO(), io.StringIO())
    catalogue = read_catalogue(home / "exercises")
    return PlainOffers(catalogue, open_stores(streams), streams, Answers(*lines)), streams


@pytest.fixture
def ready(tmp_path):
    """A home with three days done: more is offered."""
    records = [session(NOW - timedelta(days=back), back) for back in (1, 2, 3)]
    HistoryStore(paths_of(tmp_path), FixedClock(NOW)).merge(records)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "reps", "told"),
    [
        ("y", 4, "Sit and Rotate: 4 from now on."),
        ("n", 3, "No more offers for Sit and Rotate until 2026-11-28."),
        ("", 3, "Enter to decide later:"),
    ],
)
def test_more_is_offered_and_answered(ready, line, reps, told):
    asked, streams = offers(ready, line)
    asked.progression()
    lines = streams.out.getvalue().splitlines()
    assert lines[0].startswith("Ready for 4 repetitions of Sit and Rotate? 3 were done on three days")
    assert lines[-1].endswith(told)
    stored = ProgressStore(paths_of(ready), FixedClock(NOW)).read()[0]
    assert (stored["sit-and-rotate"].reps if stored else 3) == reps
    again, streams = offers(ready, "")
    again.progression()
    assert ("Rotate" in streams.out.getvalue()) == (line == "")


@pytest.mark.parametrize("line", ["r", "k", "x", "", "maybe"])
def test_an_interrupted_session_is_offered_and_answered(tmp_path, line):
    under_way = UnderWay(paths_of(tmp_path))
    record = replace(session(NOW, 7), exercises=(ExerciseRecord(ARCH, 3, False, total=2),))
    state = UnderWayState(record, (0, 1), 5.0, 8.0, (1.0,), Side.LEFT)
    under_way.save(state)
    under_way.release()
    asked, streams = offers(tmp_path, line)
    resumed = asked.interrupted(state, under_way)
    assert "was interrupted: Sit and Arch 2 of 3." in streams.out.getvalue()
    assert (resumed == state) == (line == "r")
    under_way.release()
    assert (UnderWay(paths_of(tmp_path)).interrupted() == ()) == (line in ("k", "x"))
    kept = HistoryStore(paths_of(tmp_path), FixedClock(NOW)).all()
    assert [item.units_done for item in kept] == ([2] if line == "k" else [])


def test_nothing_is_asked_where_nobody_reads(tmp_path):
    assert not can_ask(offers(tmp_path)[1])
