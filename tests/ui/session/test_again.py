"""One round after another in one run: what is over is let go of."""

import gc
import subprocess
import sys
import time
import weakref
from collections.abc import Callable

import pytest

from tests.bench.bench_again import STATM
from tests.ui.session.guided import Guided, guided, request_for, undrawn  # noqa: F401
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen
from tui.ui.session.summary import SummaryScreen

QUICK = {"reps": 1, "move_s": 0.2, "hold_s": 0.2, "ready_s": 0.0}
PATIENCE_S = 60.0

pytestmark = pytest.mark.usefixtures("undrawn")


async def go_round(run: Guided) -> list[weakref.ref[object]]:
    """Go through a session and its Summary to the next one; return what is over then."""
    session = weakref.ref[object](run.app.screen)
    drawn = weakref.ref[object](run.app.screen._styles_cache)
    while isinstance(run.app.screen, SessionScreen):
        await run.pass_time(0.5)
    assert isinstance(run.app.screen, SummaryScreen)
    summary = weakref.ref[object](run.app.screen)
    run.clock.pass_time(2)
    await run.press("r")
    return [session, summary, drawn]


async def until(run: Guided, holds: Callable[[], bool]) -> None:
    """Wait until something holds: what asyncio has still to call keeps its screen until then."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end
        await run.pilot.pause(0.2)
        gc.collect()


async def test_screens_that_are_over_do_not_stay(services: Services) -> None:
    async with guided(services, request_for(services, "arch", **QUICK)) as run:
        over = [screen for _ in range(4) for screen in await go_round(run)]
        await until(run, lambda: len([screen for screen in over if screen() is not None]) <= 3)


async def test_leaving_the_summary_at_once_closes_the_sound(services: Services) -> None:
    async with guided(services, request_for(services, "arch", **QUICK)) as run:
        player = run.player
        while isinstance(run.app.screen, SessionScreen):
            await run.pass_time(0.5)
        assert "close" not in player.calls
        await run.press("enter")
        assert player.calls[-1] == "close" and run.app._player is None


@pytest.mark.slow
@pytest.mark.skipif(not STATM.exists(), reason="memory is read from /proc")
def test_two_hundred_sessions_end_as_large_as_ten() -> None:
    """In a process of its own: another test's memory is not theirs."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.bench_again"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
