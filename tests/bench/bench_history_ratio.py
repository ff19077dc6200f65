"""What a long history costs the History screen, as ratios of processor time measured side by side.

    python -m tests.bench.bench_history_ratio [ROUNDS]

Opening with ten years of ten sessions a day against opening with none (aim: 1.1), without the charts of each
exercise, which follow 0.2 s later; and a page down the list against one with thirty sessions (aim: 1.2).
Each round takes both, one after the other, so that a busy machine slows both; the medians of the rounds'
ratios are printed, and how far they spread.
"""

import asyncio
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time

from textual.pilot import Pilot

from tests.ui.bare import BareApp
from tests.ui.fakes import make_services
from tests.ui.history.years import years
from tui.core.record.record import Record
from tui.ui.history.history import HistoryScreen
from tui.ui.home.facts import read_facts

ROUNDS = 15
PAGES = 30
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
    began = process_time()
    for at in range(PAGES):
        screen.moves.action_page_down() if at % 2 == 0 else screen.moves.action_page_up()
        await pilot.pause(0)
    return (process_time() - began) / PAGES


def told(name: str, ratios: Sequence[float], aim: float) -> str:
    """Return a line about ratios."""
    low, _, high = quantiles(ratios, n=4)
    return f"{name}: {median(ratios):.2f} (half of them {low:.2f} to {high:.2f}; aim {aim})"


async def main(rounds: int) -> None:
    """Print the figures."""
    histories: dict[str, Sequence[Record]] = {
        "none": (),
        "thirty": years(43)[:30],
        "ten years": years(5400, 10)[:36_500],
    }
    with TemporaryDirectory() as name:
        folders = {label: Path(name) / label for label in histories}
        for label, records in histories.items():
            make_services(folders[label], records=records).history.days()
        opened, paged = [], []
        for _ in range(rounds):
            least = await opening(folders["none"])
            most = await opening(folders["ten years"])
            opened.append(most / least)
            print(f"{1000 * least:.0f} ms, {1000 * most:.0f} ms")
            few = await paging(folders["thirty"])
            paged.append(await paging(folders["ten years"]) / few)
    print(told("opening, ten years to none", opened, 1.1))
    print(told("a page, ten years to thirty sessions", paged, 1.2))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
