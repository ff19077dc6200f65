"""Measures what one session after another leaves in memory: `python -m tests.bench.bench_again [SESSIONS]`.

Ends with 1 where the last session leaves the program more than `MOST_MB` larger than the tenth did.
"""

import asyncio
import ctypes
import gc
import resource
import sys
import tempfile
from pathlib import Path

from tests.ui.fakes import make_services
from tests.ui.session.guided import Guided, guided, request_for
from tui.ui.session.session import SessionScreen

SESSIONS = 200
FROM = 10
"""The session from which on nothing grows: until then caches fill."""
STEP, FILLING = 10, 5
MOST_MB = 5.0
DRAWING_S = 1.0
QUICK = {"reps": 1, "move_s": 0.2, "hold_s": 0.2, "ready_s": 0.0}
STATM = Path("/proc/self/statm")
SESSION_S = 60.0


class PassingLoop(asyncio.SelectorEventLoop):
    """A loop on which a session takes its minute, without anyone who waits for it.

    A timer that was cancelled stays on the loop until its time has come, and its context holds the screen
    that set it: without that minute, up to nine screens that are long gone would be measured.
    """

    passed_s = 0.0

    def time(self) -> float:
        """Return the loop's seconds, with those that are said to have passed."""
        return super().time() + self.passed_s


def resident_mb() -> float:
    """Return the memory that this process holds (Linux), without what the allocator keeps for reuse.

    What glibc keeps of the threads that draw pictures comes and goes by ten megabytes with the load.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
    return int(STATM.read_text().split()[1]) * resource.getpagesize() / 1e6


async def go_round(run: Guided, loop: PassingLoop, drawing_s: float = 0.0) -> None:
    """Go through a session and its Summary to the next one, and let go of what is over, as minutes do.

    Args:
        run: the app.
        loop: what it runs on.
        drawing_s: real seconds at every instant, in which the figures of the session and of the Summary draw
            all that they will keep.
    """
    while isinstance(run.app.screen, SessionScreen):
        await run.pass_time(0.5)
        await run.pilot.pause(drawing_s)
    run.clock.pass_time(2)
    await run.pilot.pause(2 * drawing_s)
    await run.press("r")
    run.player.cues.clear()
    run.player.calls.clear()
    loop.passed_s += SESSION_S
    await run.pilot.pause(0.05)
    gc.collect()


async def grown(sessions: int, loop: PassingLoop) -> float:
    """Return by how many MB the program has grown from session `FROM` to the last."""
    before = 0.0
    with tempfile.TemporaryDirectory() as folder:
        services = make_services(Path(folder))
        async with guided(services, request_for(services, "arch", **QUICK)) as run:
            for session in range(1, sessions + 1):
                await go_round(run, loop, DRAWING_S if session <= FILLING else 0.0)
                if session == FROM:
                    before = resident_mb()
                if session % STEP == 0:
                    print(f"after {session:3} sessions: {resident_mb():6.1f} MB", flush=True)
    return resident_mb() - before


def main(words: list[str]) -> int:
    """Measure and print."""
    loop = PassingLoop()
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        more = runner.run(grown(int(words[0]) if words else SESSIONS, loop))
    print(f"grown since session {FROM}: {more:+.1f} MB, at most {MOST_MB:.0f} MB")
    return int(more > MOST_MB)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
