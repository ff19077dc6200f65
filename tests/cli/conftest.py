"""A home with something of everything, for the commands."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.exchange.wholes import TUCK
from tests.homes import fill, paths_of, today
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Away


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A home with something of everything."""
    home = tmp_path / "whole"
    fill(home, days=40)
    paths = paths_of(home)
    history = HistoryStore(paths, MachineClock())
    history.delete(history.all()[3].id)
    SettingsStore(paths, MachineClock()).put(
        {"volume": 3, "welcomed": True, "desk_days": [["2026-01-01", [0, 2, 4]]]}
    )
    AwayStore(paths, MachineClock()).mark(Away(today() - timedelta(days=9), today() - timedelta(days=7)))
    ProgressStore(paths, MachineClock()).set_reps(
        "sit-and-rotate", 4, MachineClock().now() - timedelta(days=60)
    )
    paths.exercises.mkdir()
    (paths.exercises / "chin-tuck.toml").write_bytes(TUCK)
    (paths.exercises / "tuck.ogg").write_bytes(b"OggS")
    (home / "keys.toml").write_text('home.history = "g"\n')
    (home / "sets.toml").write_text('morning = ["sit-and-rotate=4", "sit-and-arch"]\n')
    return home


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A home with two weeks of sessions, one a day."""
    home = tmp_path / "full"
    home.mkdir()
    fill(home, days=14, share=1.0)
    return home
