"""What the tests of the screens stand on: a clock moved by hand, real stores, a player that writes down.

    async def test_something(services: Services) -> None:
        app = UnhunchApp(services)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("down")

Use `dataclasses.replace(services, settings=...)` or `make_services(tmp_path, ...)` otherwise; the fakes are
`services.clock` (ManualClock), `services.writer` (NowWriter: saves at once) and so on.
"""

import os
from pathlib import Path

for _name in [name for name in os.environ if name == "NO_COLOR" or name.startswith("TEXTUAL")]:
    del os.environ[_name]

import pytest  # noqa: E402

from tests.ui.fakes import make_services  # noqa: E402
from tui.ui.kit.services import Services  # noqa: E402


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Services on a Sunday afternoon, with nothing done yet and the welcome behind."""
    return make_services(tmp_path)


@pytest.fixture
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the figure blank: for tests that are about everything else, and quick."""
    from tui.ui.figure.figure import Figure

    monkeypatch.setattr(Figure, "_load", Figure._settle)
