"""How long the History screen takes to open and to move in, empty and with ten years of ten sessions a day.

    python -m tests.bench.bench_history_screen

Prints the medians, in milliseconds of the clock and of this process, from the moment it is asked for until
everything is drawn; the store is new each time, and its summary written, as it is once Home has been shown.
The ids are as far apart as those of real sessions: months whose ids begin alike are read for copies.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.adapters.history.records import uuid
from tests.ui.bare import BareApp
from tests.ui.fakes import make_services
from tests.ui.history.years import years
from tui.core.record.record import Record
from tui.ui.history.history import HistoryScreen

ROUNDS = 9
KEYS = 40


async def measure(folder: Path, size: tuple[int, int]) -> tuple[float, float, float]:
    """Return the milliseconds of opening, by both clocks, and of one step down the list."""
    took, busy = [], []
    for _ in range(ROUNDS):
        services = make_services(folder)
        app = BareApp(services)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            began, worked = perf_counter(), process_time()
            screen = HistoryScreen(services)
            await app.push_screen(screen)
            await pilot.pause(0)
            took.append(1000 * (perf_counter() - began))
            busy.append(1000 * (process_time() - worked))
            worked = process_time()
            for _ in range(KEYS):
                screen.moves.action_down()
                await pilot.pause(0)
            step = 1000 * (process_time() - worked) / KEYS
    return median(took), median(busy), step


async def main() -> None:
    """Print the figures."""
    histories: tuple[Sequence[Record], ...] = ((), years(10), years(5400, 10)[:36_500])
    for history in histories:
        records = [replace(record, id=uuid(number)) for number, record in enumerate(history)]
        with TemporaryDirectory() as name:
            make_services(Path(name), records=records).history.days()
            for size in ((80, 24), (200, 60)):
                took, busy, step = await measure(Path(name), size)
                opened = f"opens in {took:6.1f} ms, {busy:6.1f} of them busy"
                print(f"{len(records):>6} sessions, {size[0]:3}x{size[1]}: {opened}; a step {step:4.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
