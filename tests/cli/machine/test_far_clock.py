"""A clock at the ends of the calendar, where dates cannot be reckoned with: one line, no traceback."""

import io
from datetime import UTC, datetime

import pytest

from tests.adapters.history.records import FixedClock
from tui.adapters.machine.clock import MachineClock
from tui.cli.full_screen import build_services
from tui.cli.main import run
from tui.cli.streams import Streams
from tui.core.text.problems import StoreProblem

COMMANDS = (("status",), ("due",), ("history",), ("report",), ("export",), ("start", "--plain"))
YEARS = (1, 1969, 2201, 9999)


class NoClock(MachineClock):
    """A clock whose time has no local date."""

    def now(self) -> datetime:
        return datetime.max.replace(tzinfo=UTC) + (datetime.max - datetime.min)


def shell(home, clock):
    environ = {"UNHUNCH_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    return Streams(environ, clock, io.StringIO(), io.StringIO(), io.StringIO())


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("year", [*YEARS, None])
def test_a_clock_that_is_far_off_is_told_in_one_line(tmp_path, args, year):
    clock = FixedClock(datetime(year, 6, 1, tzinfo=UTC)) if year else NoClock()
    surroundings = shell(tmp_path, clock)
    assert run(args, surroundings) == (2 if args == ("due",) else 1)
    says = f"the year {year}" if year else "no year that is known"
    told = f"unhunch: the clock of this computer is wrong: it says {says} (set it)\n"
    assert (surroundings.out.getvalue(), surroundings.err.getvalue()) == ("", told)
    assert list(tmp_path.iterdir()) == []


def test_the_full_screen_does_not_open_either(tmp_path):
    with pytest.raises(StoreProblem, match="it says the year 9999"):
        build_services(shell(tmp_path, FixedClock(datetime(9999, 12, 31, tzinfo=UTC))))


def test_the_doctor_tells_it_among_the_rest(tmp_path):
    surroundings = shell(tmp_path, FixedClock(datetime(1, 1, 1, tzinfo=UTC)))
    assert run(("doctor",), surroundings) == 1
    assert "the clock of this computer is wrong: it says the year 1" in surroundings.out.getvalue()


@pytest.mark.parametrize("year", [1970, 2200])
def test_years_that_are_kept_are_worked_with(tmp_path, year):
    for args in (("status",), ("due",), ("history",), ("report",)):
        surroundings = shell(tmp_path, FixedClock(datetime(year, 1, 1, tzinfo=UTC)))
        assert run(args, surroundings) == (2 if args == ("due",) and year == 1970 else 0)
        doubted = (
            "unhunch: the clock of this computer may be wrong: it says 1970-01-01"
            in surroundings.err.getvalue()
        )
        assert doubted == (year == 1970)
        assert len(surroundings.err.getvalue().splitlines()) == int(doubted)
