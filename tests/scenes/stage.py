"""Sets a scene: the real app on a frozen clock, with fixed data and the figure fully drawn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from textual.pilot import Pilot

from tests.scenes.past import MORE_REPS, MORE_SINCE, past
from tests.scenes.tidy import tidy
from tests.ui.fakes import FakePlayer, ManualClock, make_services
from tui.core.settings.settings import DeskDays, Settings
from tui.core.sound.player import SoundState
from tui.core.streaks.progression import Progress
from tui.core.timer.plan import Overrides
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.kit.services import SessionRequest

OFFICE = Settings(
    welcomed=True,
    voice_offered=True,
    reminders_offered=True,
    glyphs="unicode",
    desk_days=(DeskDays(date(2026, 1, 1), frozenset({0, 1, 2, 3, 4})),),
)
"""Somebody at a desk from Monday to Friday."""


@dataclass
class Stage:
    """What a scene plays with."""

    app: UnhunchApp
    pilot: Pilot[None]
    clock: ManualClock

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def pass_time(self, seconds: float, step: float = 0.25) -> None:
        """Move the clock on as a session sees it, tick by tick."""
        for _ in range(round(seconds / step)):
            self.clock.pass_time(step)
            self._tick()
        await self.settle()

    async def settle(self) -> None:
        """Wait until all is read, the figure on the screen is drawn in full, and everything is painted."""
        await self.pilot.pause()
        while any(worker.is_running for worker in self.app.workers):
            await self.pilot.pause(0.01)
        await self._drawn()
        self._tick()
        await self._drawn()
        await self.pilot.pause()

    async def _drawn(self) -> None:
        for figure in self.app.screen.query(Figure):
            while figure.size and not figure.is_drawn:
                await self.pilot.pause(0.01)

    def _tick(self) -> None:
        tick = getattr(self.app.screen, "tick", None)
        if tick:
            tick()
        for looped in self.app.screen.query(LoopedFigure):
            looped.tick()

    def picture(self) -> str:
        """Return the screen as SVG."""
        return tidy(self.app.export_screenshot(title="unhunch"))


class _Audible(FakePlayer):
    """Says what a player says that has a device."""

    def state(self) -> SoundState:
        return SoundState("sound", "Sounds are played through this machine's sound device.")


@asynccontextmanager
async def stage(
    folder: Path, size: tuple[int, int], settings: Settings, session: Overrides | None = None
) -> AsyncIterator[Stage]:
    """Open the app on Home, or in a session of both stretches."""
    records = past() if settings.welcomed else ()
    services = make_services(folder, settings=settings, records=records, player=_Audible())
    bundled = services.catalogue.bundled
    if records and not session:
        services.progress.write_all({item.id: Progress(MORE_REPS, MORE_SINCE) for item in bundled})
    app = UnhunchApp(services, SessionRequest(bundled, session) if session else "home")
    app.console = Console(
        color_system="truecolor", force_terminal=True, file=StringIO(), legacy_windows=False
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(services.clock, ManualClock)
        yield Stage(app, pilot, services.clock)
