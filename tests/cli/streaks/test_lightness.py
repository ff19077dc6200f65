"""`status` and `due` are quick because of what they leave alone."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.programs import environment
from tests.homes import fill

UNNEEDED = ("dataclasses", "inspect", "threading", "tinydb", "filelock", "tui.adapters.history.store")
"""What an answer that is repeated needs none of."""
HEAVY = ("textual", "rich", "pygame", "numpy", "asyncio", "importlib.metadata")
SCRIPT = """
import sys
from tui.cli.main import main
main(sys.argv[1:])
print("\\nloaded:", *(name for name in {heavy!r} if name in sys.modules))
"""


def loaded(home: Path, args: Sequence[str], heavy: Sequence[str]) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(heavy=heavy), *args],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()[-1]


@pytest.mark.parametrize("days", [0, 40])
@pytest.mark.parametrize(
    "args", [("status",), ("status", "--json"), ("status", "--format", "{streak}"), ("due",)]
)
def test_nothing_heavy_is_loaded(tmp_path, args, days):
    if days:
        fill(tmp_path, days)
    for _ in range(2):  # the first one derives the summary, the second reads it
        assert loaded(tmp_path, args, HEAVY) == "loaded:"


@pytest.mark.parametrize("days", [0, 40])
@pytest.mark.parametrize("command", ["status", "due"])
def test_an_answer_that_is_repeated_needs_next_to_nothing(tmp_path, command, days):
    if days:
        fill(tmp_path, days)
    told = [loaded(tmp_path, [command], UNNEEDED) for _ in range(2)]
    assert told[0] != "loaded:"
    assert told[1] == "loaded:"
