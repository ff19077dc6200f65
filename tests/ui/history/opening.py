"""Opens the History screen alone, so that its tests need not wait for Home's figure."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.bare import BareApp
from tests.ui.fakes import make_services
from tui.adapters.history.store import HistoryStore
from tui.core.record.record import Record
from tui.core.settings.settings import DeskDays, Settings
from tui.ui.history.history import HistoryScreen
from tui.ui.kit.form import FieldLine, FormScreen
from tui.ui.kit.services import Services

WORKDAYS = (DeskDays(date(2020, 1, 1), frozenset(range(5))),)


@asynccontextmanager
async def opened(
    services: Services, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], HistoryScreen]]:
    """Run the app with the History screen in front."""
    app = BareApp(services)
    async with app.run_test(size=size) as pilot:
        app.services.writer.on_problem = app.tell
        screen = HistoryScreen(services)
        await app.push_screen(screen)
        await pilot.pause()
        yield pilot, screen


def with_records(folder: Path, records: Sequence[Record], **settings: object) -> Services:
    """Return services with these sessions; Monday to Friday are desk days."""
    chosen = Settings(welcomed=True, desk_days=WORKDAYS)._replace(**settings)  # type: ignore[arg-type]
    services = make_services(folder, records=records, settings=chosen)
    return replace(services, local=lambda wall: wall.replace(tzinfo=services.clock.now().tzinfo))


def drawn(screen: HistoryScreen) -> list[str]:
    """Return the lines of the terminal, as text."""
    strips = screen.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def fill(pilot: Pilot[None], **values: str) -> None:
    """Type over fields of the form in front."""
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name.replace('_', '-')}", Input).value = value


def records(services: Services) -> tuple[Record, ...]:
    """Return what is stored, as another terminal reads it."""
    return HistoryStore(services.paths, services.clock).all()  # type: ignore[arg-type]


def problem(pilot: Pilot[None]) -> str:
    """Return what the form in front says is wrong."""
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen.problem_text


def faults(pilot: Pilot[None]) -> dict[str, str]:
    """Return what the form in front says is wrong with its fields, by their ids."""
    lines = pilot.app.screen.query(FieldLine)
    return {line.widget.id or "": line.fault_text for line in lines if line.fault_text}
