"""How long the History screen takes to open, empty and with ten years of ten sessions a day.

    python -m tests.bench.bench_history_screen

Prints milliseconds from pressing the key to the first content on the screen, and to a filtered one.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import tests.ui.conftest  # noqa: F401  (clears what would change the looks)
from tests.ui.fakes import make_services
from tests.ui.years import years
from tui.core.record import Record
from tui.ui.app import UnhunchApp
from tui.ui.screens.history import HistoryScreen

ROUNDS = 7


async def opening(records: Sequence[Record], size: tuple[int, int]) -> list[float]:
    """Return the milliseconds of each round, with the summary written, as it is after Home."""
    with TemporaryDirectory() as folder:
        services = make_services(Path(folder), records=records)
        services.history.days()
        taken = []
        for _ in range(ROUNDS):
            services = make_services(Path(folder))
            app = UnhunchApp(services)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                begun = perf_counter()
                screen = HistoryScreen(services)
                await app.push_screen(screen)
                while not screen.calendar.size or "." not in screen.day_line.rows + ".":
                    await asyncio.sleep(0)
                await pilot.pause(0)
                taken.append((perf_counter() - begun) * 1000)
    return taken


async def main() -> None:
    """Print the figures."""
    for count, records in (("0", []), ("10", years(10)), ("36,500", years(3650 * 4 // 3, 10)[:36_500])):
        for size in ((80, 24), (200, 60)):
            taken = await opening(records, size)
            print(
                f"{count:>7} sessions, {size[0]}x{size[1]}: {median(taken):6.1f} ms (most {max(taken):.1f} ms)"
            )


if __name__ == "__main__":
    asyncio.run(main())
