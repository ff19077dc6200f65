"""The end of the program: what could not be saved is printed, and the exit status tells of it."""

import json
import os
import subprocess
import sys

import pytest

from tests.ui.fakes import NowWriter
from tests.ui.sessions_done import done
from tui.core.record.record import Record
from tui.ui.app import run
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.services import Services


@pytest.mark.parametrize(("left_with", "status"), [(0, 1), (None, 1), (143, 143)])
def test_what_could_not_be_saved_is_printed_and_is_a_failure(
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    left_with: int | None,
    status: int,
) -> None:
    def save_and_leave(app: UnhunchApp) -> None:
        services.paths.history.write_text("in the way")
        app.services.writer.save(done(0))
        app._return_code = left_with

    services.paths.data.mkdir(exist_ok=True)
    monkeypatch.setattr(UnhunchApp, "run", save_and_leave)
    assert run.run_app(services) == status
    out = json.loads(capsys.readouterr().out)
    assert [session["id"] for session in out["sessions"]] == [done(0).id]


CLOSED = """
import os, sys, tempfile
from pathlib import Path
from tests.ui.fakes import make_services
from tests.ui.sessions_done import done
from tui.ui.app import run
from tui.ui.app.app import UnhunchApp

services = make_services(Path(tempfile.mkdtemp()))

def save_and_leave(app):
    services.paths.history.write_text("in the way")
    services.writer.save(done(0))
    app._return_code = 129

UnhunchApp.run = save_and_leave
services.paths.data.mkdir(exist_ok=True)
sys.exit(run.run_app(services))
"""


def test_an_output_that_is_gone_does_not_change_the_exit_status() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run([sys.executable, "-c", CLOSED], stdout=writer, stderr=writer, timeout=60)
    finally:
        os.close(writer)
    assert ended.returncode == 129


def test_a_clean_end_prints_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved: list[Record] = []

    def save_and_leave(app: UnhunchApp) -> None:
        app.services.writer.save(done(0))
        saved.extend(services.history.all())

    monkeypatch.setattr(UnhunchApp, "run", save_and_leave)
    assert isinstance(services.writer, NowWriter)
    assert run.run_app(services) == 0
    assert saved == [done(0)] and capsys.readouterr().out == ""
