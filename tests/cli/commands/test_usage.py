"""Wrong usage and bad input: one line, whatever is wrong."""

import io
from pathlib import Path

import pytest

from tests.cli.programs import CHECKOUT, one_line
from tui.adapters.machine.clock import MachineClock
from tui.cli.main import run
from tui.cli.parser import parse
from tui.cli.streams import Streams
from tui.core.text.problems import UsageProblem

PYPROJECT = str(CHECKOUT / "pyproject.toml")


@pytest.mark.parametrize(
    "args",
    [
        ("start", "--plain", "--reps", "0"),
        ("start", "--plain", "--reps", "21"),
        ("start", "--plain", "--reps", "three"),
        ("start", "--plain", "--hold", "0.05"),
        ("start", "--plain", "--hold", "nan"),
        ("start", "--plain", "--move", "20.5"),
        ("start", "--plain", "--ready", "-1"),
        ("start", "--plain", "--ready", "61"),
        ("start", "--plain", "nothing"),
        ("start", "--plain", "rotate", "rotate"),
        ("start",),
        (),
        ("stat",),
        ("--nothing",),
        ("status", "--format", "{nothing}"),
        ("status", "--format", "{"),
        ("status", "--format", "{streak!r}"),
        ("status", "--format", "x", "--json"),
        ("history", "--days", "0"),
        ("report", "--weeks", "x"),
        ("export", "--format", "xml"),
        ("import",),
        ("import", "/nowhere/at/all.json"),
        ("import", PYPROJECT),
        ("exercises", "nothing"),
        ("exercises", "rotate", "--check", "x.toml"),
        ("log", "arch="),
        ("log", "both="),
        ("edit", "last", "arch="),
        ("exercises", "rotate", "--new", "arch"),
        ("exercises", "--new", "yoga"),
        ("exercises", "--check", PYPROJECT),
        ("exercises", "--check", "/nowhere.toml"),
        ("log", "yoga"),
        ("log", "arch", "arch"),
        ("log", "arch=0"),
        ("log", "arch=3+2"),
        ("log", "arch=100"),
        ("log", "--day", "someday"),
        ("log", "--day", "2199-01-01"),
        ("log", "--time", "25:00"),
        ("log", "--felt", "well"),
        ("log", "--note", "x" * 1001),
        ("edit", "last"),
        ("edit", "last", "arch"),
        ("edit", "last", "arch=3"),
        ("edit", "zz", "arch=3"),
        ("delete",),
        ("delete", "last"),
        ("delete", "2026-11-22@3pm"),
        ("away", "--off"),
        ("away", "2026-12-24", "2026-12-23"),
        ("away", "soon"),
        ("get", "nothing"),
        ("get", "reps.yoga"),
        ("set",),
        ("set", "hold"),
        ("set", "hold", "3", "--defaults"),
        ("set", "hold", "0"),
        ("set", "hold", "nan"),
        ("set", "volume", "loud"),
        ("set", "sounds", "maybe"),
        ("set", "theme", "no-such"),
        ("set", "figure-style", "oil"),
        ("set", "motion", "fast"),
        ("set", "desk-days", "someday"),
        ("set", "day-starts-at", "13:00"),
        ("set", "reps.rotate", "21"),
        ("felt",),
        ("felt", "fine"),
        ("felt", "good"),
        ("felt", "--after", "10"),
    ],
    ids=" ".join,
)
def test_each_wrong_argument_is_one_line_and_status_2(tmp_path, args):
    streams = Streams({"UNHUNCH_HOME": str(tmp_path)}, MachineClock(), None, io.StringIO(), io.StringIO())
    assert run(args, streams) == 2
    assert streams.out.getvalue() == ""
    assert one_line(streams.err.getvalue())
    assert streams.err.getvalue().startswith("unhunch: ")


@pytest.mark.parametrize(
    ("option", "low", "high"),
    [("reps", 1, 20), ("hold", 0.1, 60.0), ("move", 0.1, 20.0), ("ready", 0.0, 60.0)],
)
def test_the_ends_of_each_range_are_within(option, low, high):
    for value in (low, high):
        assert getattr(parse(("start", f"--{option}", str(value))), option) == value
    for value in (low - 0.01, high + 0.01):
        with pytest.raises(UsageProblem):
            parse(("start", f"--{option}", str(value)))


@pytest.mark.parametrize(
    ("args", "mean"),
    [
        (("histroy",), "did you mean history?"),
        (("start", "--plain", "sit-and-rotat"), "did you mean sit-and-rotate?"),
        (("get", "volum"), "did you mean volume?"),
    ],
)
def test_what_was_meant_is_told(args: tuple[str, ...], mean: str, tmp_path: Path) -> None:
    err = io.StringIO()
    streams = Streams({"UNHUNCH_HOME": str(tmp_path)}, MachineClock(), None, io.StringIO(), err)
    assert run(args, streams) == 2
    assert mean in err.getvalue() and one_line(err.getvalue())


def test_what_the_program_remembers_for_itself_is_no_setting_to_be_listed(tmp_path: Path) -> None:
    out = io.StringIO()
    streams = Streams({"UNHUNCH_HOME": str(tmp_path)}, MachineClock(), None, out, io.StringIO())
    assert run(("get",), streams) == run(("get", "welcomed"), streams) == 0
    assert "volume" in out.getvalue() and "welcomed" not in out.getvalue()
