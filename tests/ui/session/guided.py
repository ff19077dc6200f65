"""A session on a screen, its time moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.bare import BareApp
from tests.ui.fakes import FakePlayer, ManualClock
from tui.core.record.record import Record
from tui.core.timer.plan import Overrides
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure
from tui.ui.kit.services import Opening, Services, SessionRequest
from tui.ui.session.session import SessionScreen

STEP_S = 0.5


@dataclass
class Guided:
    """An app in which a session runs."""

    app: UnhunchApp
    pilot: Pilot[None]

    @property
    def clock(self) -> ManualClock:
        return cast(ManualClock, self.app.services.clock)

    @property
    def player(self) -> FakePlayer:
        return cast(FakePlayer, self.app.player())

    @property
    def screen(self) -> SessionScreen:
        assert isinstance(self.app.screen, SessionScreen)
        return self.app.screen

    @property
    def word(self) -> str:
        return self.screen.panel.word.text

    @property
    def title(self) -> str:
        return self.screen.title_line.title

    @property
    def records(self) -> list[Record]:
        return list(self.app.services.history.newest_first())

    def step(self) -> None:
        """Let half a second pass."""
        self.clock.pass_time(STEP_S)
        if isinstance(self.app.screen, SessionScreen):
            self.app.screen.tick()

    async def pass_time(self, seconds: float) -> None:
        """Let time pass in small steps, as it does."""
        for _ in range(round(seconds / STEP_S)):
            self.step()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def text(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


def request_for(services: Services, *names: str, **overrides: float | str | None) -> SessionRequest:
    """Ask for exercises by their short names, both when there are none."""
    exercises = tuple(services.catalogue.find(name) for name in names) or services.catalogue.bundled
    return SessionRequest(exercises, Overrides(**overrides))  # type: ignore[arg-type]


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the figure blank: drawing it is proved elsewhere, and takes most of a test's time."""
    monkeypatch.setattr(Figure, "_load", Figure._settle)


@asynccontextmanager
async def alone(
    services: Services, screen: Screen[Any], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Guided]:
    """Run the app with `screen` alone."""
    app = BareApp(services)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        yield Guided(app, pilot)


@asynccontextmanager
async def guided(
    services: Services, opening: Opening, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Guided]:
    """Run the app from `opening` on."""
    app = UnhunchApp(services, opening)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Guided(app, pilot)
