"""A home that may not even be looked into: every command says which file it could not read."""

import ctypes
import os

import pytest

from tests.cli.programs import one_line, run

_DROP_FROM_BOUNDING_SET = 24
_RIGHTS_OF_ROOT = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, see capabilities(7): lost when the program is executed."""
SHORT = ("--reps", "1", "--move", "0.1", "--hold", "0.1", "--ready", "0")


@pytest.fixture
def closed(tmp_path):
    """A home and what shuts the folder around it, for root, too."""
    around = tmp_path / "around"
    (around / "home").mkdir(parents=True)

    def shut():
        around.chmod(0)
        if os.geteuid() == 0:
            for right in _RIGHTS_OF_ROOT:
                ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, right)

    yield around / "home", shut
    around.chmod(0o700)


@pytest.mark.parametrize("command", ["status", "due", "history", "export", "report"])
def test_reading_says_what_could_not_be_read(closed, command):
    home, shut = closed
    ran = run((command,), home, before=shut)
    assert (ran.status, ran.out) == (2 if command == "due" else 1, "")
    assert one_line(ran.err)
    assert "cannot read" in ran.err
    assert "Permission denied" in ran.err


def test_a_session_runs_and_is_printed(closed):
    home, shut = closed
    ran = run(("start", "arch", "--plain", *SHORT), home, before=shut)
    assert ran.status == 1
    assert '{"schema": 1, "sessions": [' in ran.out
    assert "Traceback" not in ran.err
    assert "`unhunch import` takes the session from this line" in ran.err


def test_the_doctor_says_so(closed):
    home, shut = closed
    ran = run(("doctor",), home, before=shut)
    assert (ran.status, ran.err) == (1, "")
    assert "Permission denied" in ran.out
