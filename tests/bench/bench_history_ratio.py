"""What a long history costs the History screen, as ratios of processor time measured side by side.

    python -m tests.bench.bench_history_ratio [ROUNDS]

Screens are drawn and styles parsed as in a terminal, but nothing is written.
Opening with ten years of ten sessions a day against opening with none (aim: 1.1), without the charts of each
exercise, which follow 0.2 s later; and a page down the list against one with thirty sessions (aim: 1.2).
Each round takes both, one after the other and the other way round the next time, so that a busy machine
slows both; the medians of the rounds' ratios are printed, and how far they spread. About a minute.
"""

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID

from textual.pilot import Pilot

from tests.ui.bare import BareApp
from tests.ui.fakes import make_services
from tests.ui.headless import work_as_in_a_terminal
from tests.ui.history.years import years
from tui.core.record.record import Record
from tui.ui.history.history import HistoryScreen
from tui.ui.home.facts import read_facts

ROUNDS = 31
PAGES = 60
SIZE = (100, 32)


async def opening(folder: Path) -> float:
    """Return the seconds of the processor from asking for the screen until everything is drawn."""
    services = make_services(folder)
    app = BareApp(services)
    async with app.run_test(size=SIZE) as pilot:
        read_facts(services, app.settings, app.today())  # as Home has, from which one comes
        await pilot.pause()
        gc.collect()
        began = process_time()
        screen = HistoryScreen(services)
        await app.push_screen(screen)
        while not (screen.is_current and screen.moves.data and screen.calendar.size):
            await pilot.pause(0)
        await pilot.pause(0)
        return process_time() - began


async def paging(folder: Path) -> float:
    """Return the seconds of the processor of a page down and a page up the list."""
    services = make_services(folder)
    app = BareApp(services)
    async with app.run_test(size=SIZE) as pilot:
        screen = HistoryScreen(services)
        await app.push_screen(screen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return await _pages(pilot, screen)


async def _pages(pilot: Pilot[None], screen: HistoryScreen) -> float:
    gc.collect()
    began = process_time()
    for at in range(PAGES):
        screen.moves.action_page_down() if at % 2 == 0 else screen.moves.action_page_up()
        await pilot.pause(0)
    return (process_time() - began) / PAGES


def kept_in(folder: Path, records: Sequence[Record]) -> Path:
    """Keep sessions in a folder, their ids as far from each other as real ones, and return it."""
    random = Random(1)
    others = [replace(record, id=str(UUID(int=random.getrandbits(128)))) for record in records]
    make_services(folder, records=others).history.days()
    return folder


async def ratios(
    measure: Callable[[Path], Awaitable[float]], less: Path, more: Path, rounds: int
) -> list[float]:
    """Return how many times as much one folder takes as the other, for each round but the first."""
    found = []
    for at in range(rounds + 1):
        taken = {folder: await measure(folder) for folder in ((less, more), (more, less))[at % 2]}
        found.append(taken[more] / taken[less])
    return found[1:]


def told(name: str, found: Sequence[float], aim: float) -> str:
    """Return a line about ratios."""
    low, _, high = quantiles(found, n=4)
    return f"{name}: {median(found):.2f} (half of them {low:.2f} to {high:.2f}; aim {aim})"


async def main(rounds: int) -> None:
    """Print the figures."""
    work_as_in_a_terminal()
    with TemporaryDirectory() as name:
        folder = Path(name)
        none = kept_in(folder / "none", ())
        thirty = kept_in(folder / "thirty", years(43)[:30])
        ten_years = kept_in(folder / "ten years", years(5400, 10)[:36_500])
        print(told("opening, ten years to none", await ratios(opening, none, ten_years, rounds), 1.1))
        print(
            told("a page, ten years to thirty sessions", await ratios(paging, thirty, ten_years, rounds), 1.2)
        )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
