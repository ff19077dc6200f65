"""`status` and `due` are quick because of what they leave alone."""

import subprocess
import sys

import pytest

from tests.cli.programs import environment
from tests.homes import fill

HEAVY = ("textual", "rich", "pygame", "numpy", "asyncio", "importlib.metadata")
SCRIPT = """
import sys
from tui.cli.main import main
main(sys.argv[1:])
print("\\nloaded:", *(name for name in {heavy!r} if name in sys.modules))
"""


@pytest.mark.parametrize("days", [0, 40])
@pytest.mark.parametrize(
    "args", [("status",), ("status", "--json"), ("status", "--format", "{streak}"), ("due",)]
)
def test_nothing_heavy_is_loaded(tmp_path, args, days):
    if days:
        fill(tmp_path, days)
    for _ in range(2):  # the first one derives the summary, the second reads it
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(heavy=HEAVY), *args],
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.splitlines()[-1] == "loaded:"
