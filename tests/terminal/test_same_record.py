"""The printed session and the full screen leave the same record for the same answers."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.core.record.record import Felt

SESSION = (*PROGRAM, "start", "rotate", "--reps", "1", "--move", "0.3", "--hold", "0.3", "--ready", "0.3")
SETTINGS = '{\n"settings": {\n"ask_stiffness": {"schema": 1, "value": true}\n}\n}\n'


def _record(home):
    (record,) = HistoryStore(Paths(home, home / "logs"), MachineClock()).all()
    assert 1.5 < record.seconds < 6
    return replace(
        record, id="", started_at=datetime(2026, 1, 1, tzinfo=UTC), day=date.min, seconds=0, changed_at=None
    )


@pytest.mark.slow
def test_both_ways_leave_the_same_record(tmp_path):
    screen, printed = tmp_path / "screen", tmp_path / "printed"
    for home in (screen, printed):
        home.mkdir()
        (home / "settings.json").write_text(SETTINGS)
    with Terminal(SESSION, environment(screen)) as terminal:
        terminal.wait_for("How was it?")
        terminal.read_for(0.9)
        terminal.type("4")
        terminal.read_for(0.3)
        terminal.type("s")
        terminal.wait_for("sore, noted")
        terminal.type("\r")
        assert terminal.wait_for_end() == 0
    with Terminal((*SESSION, "--plain"), environment(printed)) as terminal:
        terminal.wait_for("How was it?")
        terminal.type("s\n")
        terminal.wait_for("How stiff")
        terminal.type("4\n")
        assert terminal.wait_for_end() == 0
    assert _record(screen) == _record(printed)
    assert _record(printed).exercises[0].felt is Felt.SORE
    assert _record(printed).stiffness_after == 4
