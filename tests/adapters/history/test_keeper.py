"""What is kept of a session: each unit once, the record at its end, and nothing lost where saving fails."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.core.timer.sessions import ARCH, plan
from tests.ui.fakes import NOON, NowWriter
from tui.adapters.files.paths import Paths
from tui.adapters.history.keeper import SessionKeeper, new_identity
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.clock import MachineClock
from tui.core.settings.settings import Settings
from tui.core.text.problems import StoreProblem
from tui.core.timer.session import Session


@dataclass
class Kept:
    """A session of three units, counted at 9, 16 and 23, and its keeper."""

    folder: Path
    told: list[StoreProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        paths = Paths(self.folder, self.folder / "logs")
        self.history = HistoryStore(paths, MachineClock())
        self.under_way = UnderWay(paths)
        self.session = Session(plan((ARCH,)), 0.0)
        self.writer = NowWriter(self.history)
        self.keeper = SessionKeeper(
            new_identity(NOON, Settings()), self.under_way, self.writer, self.told.append
        )

    def advance(self, *instants: float) -> None:
        for now in instants:
            self.keeper.heed(self.session, self.session.advance(now), now)

    def left(self) -> list[int]:
        """The units of the sessions under way."""
        states = [json.loads(file.read_text()) for file in self.folder.glob("under-way/*.json")]
        return [len(state["counted"]) for state in states]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def fail(_state: object) -> None:
    raise StoreProblem("the session under way cannot be kept", "the disk is full")


def test_it_is_under_way_from_the_first_unit_to_the_end(kept: Kept) -> None:
    kept.advance(8.0)
    assert kept.left() == []
    kept.advance(9.0, 13.0)
    assert kept.left() == [1]
    kept.advance(30.0)
    assert kept.left() == []
    assert kept.history.all() == (kept.keeper.kept,)


def test_what_could_not_be_kept_under_way_is_told_once_and_becomes_a_record_when_left(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept.under_way, "save", fail)
    kept.advance(9.0, 16.0)
    assert len(kept.told) == 1
    kept.keeper.leave()
    (record,) = kept.history.all()
    assert (record.units_done, record.partial) == (2, True)


def test_what_was_kept_under_way_stays_there_when_left(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(kept.under_way, "save", fail)
        kept.advance(9.0)
    kept.advance(16.0)
    kept.keeper.leave()
    assert (kept.history.all(), kept.left()) == ((), [2])


def test_a_discarded_session_leaves_nothing_whatever_follows(kept: Kept) -> None:
    kept.advance(9.0)
    kept.keeper.discard()
    kept.keeper.heed(kept.session, kept.session.finish(10.0), 10.0)
    assert (kept.history.all(), kept.left(), kept.keeper.kept) == ((), [], None)
