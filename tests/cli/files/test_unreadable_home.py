"""A home that may not even be looked into: every command says which file it could not read."""

import pytest

from tests.cli.programs import one_line, run

SHORT = ("--reps", "1", "--move", "0.1", "--hold", "0.1", "--ready", "0")


@pytest.fixture
def closed(tmp_path):
    """A home in a folder that is shut."""
    around = tmp_path / "around"
    (around / "home").mkdir(parents=True)
    around.chmod(0)
    yield around / "home"
    around.chmod(0o700)


@pytest.mark.parametrize("command", ["status", "due", "history", "export", "report"])
def test_reading_says_what_could_not_be_read(closed, command):
    ran = run((command,), closed, modes_hold=True)
    assert (ran.status, ran.out) == (2 if command == "due" else 1, "")
    assert one_line(ran.err)
    assert "cannot read" in ran.err
    assert "Permission denied" in ran.err


def test_a_session_runs_and_is_printed(closed):
    ran = run(("start", "arch", "--plain", *SHORT), closed, modes_hold=True)
    assert ran.status == 1
    assert '{"schema": 1, "sessions": [' in ran.out
    assert "Traceback" not in ran.err
    assert "`unhunch import` takes the session from this line" in ran.err


def test_the_doctor_says_so(closed):
    ran = run(("doctor",), closed, modes_hold=True)
    assert (ran.status, ran.err) == (1, "")
    assert "Permission denied" in ran.out
