"""The doctor on a disk without file locks."""

import errno
import io
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, paths_in, record
from tests.adapters.history.test_no_locks import without_locks  # noqa: F401
from tui.adapters.history.store import HistoryStore
from tui.cli.main import run
from tui.cli.streams import Streams


@pytest.mark.parametrize("without_locks", [errno.ENOLCK, "open"], indirect=True)
def test_the_doctor_names_the_cause_and_the_copies_of_a_sync_program(
    tmp_path: Path,
    without_locks: str,  # noqa: F811
) -> None:
    environ = {"UNHUNCH_HOME": str(tmp_path / "data"), "SDL_AUDIODRIVER": "dummy"}
    HistoryStore(paths_in(tmp_path), FixedClock()).add(record(1))
    copy = paths_in(tmp_path).history / "2026-11.sync-conflict-20261122-101010-ABCDEFG.json"
    copy.write_bytes((paths_in(tmp_path).history / "2026-11.json").read_bytes())
    out = io.StringIO()
    run(("doctor",), Streams(environ, FixedClock(), io.StringIO(), out, io.StringIO()))
    said = " ".join(out.getvalue().split())
    assert "knows no locks" in said and without_locks in said
    assert "a sync program has left" in said and copy.name in said
    assert len(HistoryStore(paths_in(tmp_path), FixedClock()).all()) == 1
