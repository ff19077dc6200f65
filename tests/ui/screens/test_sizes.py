"""Every screen at every size: nothing clipped, nothing but ASCII, one line where it is too small."""

from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.screen_text import inside, screen_lines, screen_text
from tests.ui.sessions_done import done, leave_interrupted
from tui.core.settings.settings import Settings
from tui.core.text.problems import Problem
from tui.ui.app.app import UnhunchApp
from tui.ui.kit.base import BaseScreen, size_class
from tui.ui.kit.services import Services

pytestmark = pytest.mark.usefixtures("no_drawing")

SMALL = [(60, 18), (80, 24)]
SIZES = [*SMALL, *(pytest.param(size, marks=pytest.mark.slow) for size in ((100, 32), (120, 36), (200, 60)))]


def front(app: UnhunchApp) -> BaseScreen[object]:
    screen = app.screen
    assert isinstance(screen, BaseScreen)
    return screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_is_clipped_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    services = make_services(tmp_path, records=[done(n) for n in range(1, 40)])
    leave_interrupted(services)
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        for keys, needed in (
            (
                (),
                (
                    "Both stretches",
                    "Sit and Rotate",
                    "Sit and Arch",
                    "This week",
                    "Streak",
                    "? Keys",
                    "q Quit",
                ),
            ),
            (("s",), ("Settings", "Get ready", "esc Back", "? Keys")),
            (("escape", "i"), ("How to: Sit and", "What it is for", "esc Back", "? Keys")),
            (("question_mark",), ("Keys", "esc Back")),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            text = screen_text(app)
            for words in needed:
                assert words in text, (keys, words)
            for widget in front(app).query("*"):
                if widget.display and widget.region:
                    assert inside(widget.region, app), (keys, widget)


@pytest.mark.parametrize("size", SMALL, ids=str)
async def test_notices_and_offers_leave_the_footer_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    services = make_services(tmp_path)
    leave_interrupted(services)
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        front(app).tell(
            Problem("the folder /somewhere/far/away/in/the/file/system has gone", "x" * 90, "put it back")
        )
        await pilot.pause()
        lines = screen_lines(app)
        assert "? Keys" in lines[-1]
        assert "has gone: xxx" in " ".join(" ".join(lines).split())


def test_classes_of_size() -> None:
    assert size_class(59, 40) == size_class(200, 17) == "-too-small"
    assert size_class(60, 18) == size_class(79, 50) == size_class(120, 23) == "-compact"
    assert size_class(80, 24) == size_class(109, 60) == "-regular"
    assert size_class(110, 24) == "-wide"


async def test_below_the_least_size_one_line_stands_in_and_the_layout_comes_back(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(59, 18)) as pilot:
        await pilot.pause()
        assert screen_text(app).strip() == "unhunch needs 60x18; this is 59x18"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Both stretches" in screen_text(app) and "needs" not in screen_text(app)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "needs 60x18" in " ".join(screen_text(app).split())


async def test_behind_that_line_no_key_acts_but_those_that_leave(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "o")
        await pilot.pause()
        covered = app.screen
        await pilot.resize_terminal(59, 18)
        await pilot.pause()
        assert screen_text(app).strip() == "unhunch needs 60x18; this is 59x18"
        await pilot.press("escape", "enter", "1", "q", "f1", "ctrl+p")
        await pilot.pause()
        assert app.screen is covered
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape", "escape")
        await pilot.resize_terminal(80, 10)
        await pilot.press("s", "down", "f", "q")
        await pilot.pause()
        assert app.return_code == 0 and app.settings == app.services.settings


@pytest.mark.parametrize(
    "theme",
    [
        "unhunch-dark",
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("unhunch-light", "ansi-dark", "nord")),
    ],
)
async def test_everything_drawn_is_ascii(tmp_path: Path, theme: str) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, theme=theme), records=[done(1)])
    app = UnhunchApp(services)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("ctrl+p",), ("escape", "s"), ("R",), ("escape", "escape", "i"), ("question_mark",)):
            await pilot.press(*keys)
            await pilot.pause(0.05)
            assert screen_text(app).isascii(), keys
