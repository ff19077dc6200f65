"""The real program keeps its first picture, and the next start finds it; where it cannot, nothing is said."""

import stat
from pathlib import Path

import pytest

from tests.homes import paths_of
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose owner has seen the first start."""
    SettingsStore(paths_of(tmp_path), MachineClock()).write(Settings(welcomed=True))
    return tmp_path


def shown(home: Path, hash_seed: int) -> str:
    """Start the program, and leave it once the figure moves; return what it showed last."""
    environ = environment(home, COLORTERM="truecolor", PYTHONHASHSEED=str(hash_seed))
    with Terminal(PROGRAM, environ) as terminal:
        terminal.wait_for("This week")
        terminal.wait_for("turn left")
        text = terminal.text
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        return text


def test_the_next_start_finds_what_the_first_has_drawn(home: Path) -> None:
    shown(home, 1)
    file = paths_of(home).pictures
    kept = (file.read_bytes(), file.stat().st_mtime_ns)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    shown(home, 2)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == kept


def test_where_nothing_can_be_kept_nothing_is_said(home: Path) -> None:
    paths_of(home).cache.write_text("mine")
    text = shown(home, 1)
    assert "cache" not in text and "pictures" not in text
    assert paths_of(home).cache.read_text() == "mine"


def test_what_does_not_change_at_the_start_is_written_once(home: Path) -> None:
    """Textual 8.2.8 paints a screen three times as it comes; asking how wide characters are was a fourth."""
    with Terminal(PROGRAM, environment(home, COLORTERM="truecolor"), 100, 32) as terminal:
        terminal.wait_for("turn left")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert terminal.written.count(b"How to") == 1, (
        "the footer, and no column beside it that the facts rearrange"
    )
