"""Home begins with a picture that is kept, and how things stand comes before the figure's engine."""

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tests.ui import headless
from tests.ui.home.at_home import SIZE, settle
from tests.ui.screen_text import screen_text
from tui.core.figure.frame import Frame
from tui.core.text.problems import StoreProblem
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure, FigureShelf
from tui.ui.home.standing import Standing
from tui.ui.kit.services import Services


class OnePicture:
    """Finds the first picture that is asked for, whatever it is, and no other."""

    def __init__(self) -> None:
        self.told = ""

    def find(self, told: str, size: tuple[int, int]) -> Frame | None:
        self.told = self.told or told
        cells = array("Q", [ord("Q") << 32] * (size[0] * size[1]))
        return Frame(cells.tobytes(), size[0]) if told == self.told else None

    def keep(self, told: str, frame: Frame) -> None:
        raise AssertionError("a picture that was found is not kept again")


@pytest.fixture
def kept(services: Services) -> Services:
    return replace(services, shelf=FigureShelf(pictures=OnePicture()))  # type: ignore[arg-type]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What had been painted of how it stands and of the figure, whenever an engine would have been loaded."""
    monkeypatch.setattr(headless, "at_once", True)
    painted: dict[type[Widget], str] = {}
    found: list[str] = []
    for kind in (Standing, Figure):

        def render_lines(self: Any, crop: Region, draw: Any = kind.render_lines) -> list[Strip]:
            strips: list[Strip] = draw(self, crop)
            painted[type(self)] = "".join(strip.text for strip in strips)
            return strips

        monkeypatch.setattr(kind, "render_lines", render_lines)
    monkeypatch.setattr(Figure, "_load", lambda _: found.append("".join(painted.values())))
    return found


async def wait_for(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    for _ in range(500):
        await pilot.pause()
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it has not come to pass")


async def test_how_it_stands_is_shown_before_the_engine_is_loaded(kept: Services, seen: list[str]) -> None:
    app = UnhunchApp(kept)
    async with app.run_test(size=SIZE) as pilot:
        await wait_for(pilot, lambda: bool(seen))
        (screen,) = seen
        assert "QQQQ" in screen and "This week" in screen


async def test_where_nothing_is_kept_the_engine_is_loaded_first(services: Services, seen: list[str]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await wait_for(pilot, lambda: bool(seen))
        (screen,) = seen
        assert "This week" not in screen


async def test_the_movement_begins_also_where_how_it_stands_cannot_be_read(
    kept: Services, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise StoreProblem("it cannot be read", "")

    monkeypatch.setattr("tui.ui.home.facts.read_facts", refuse)
    app = UnhunchApp(kept)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert seen == []
        kept.clock.pass_time(2.0)  # type: ignore[attr-defined]
        await wait_for(pilot, lambda: bool(seen))


async def test_a_change_of_the_highlighted_row_is_drawn(kept: Services) -> None:
    app = UnhunchApp(kept)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        await wait_for(pilot, lambda: "QQQQ" not in screen_text(app))
