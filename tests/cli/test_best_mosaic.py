"""`auto` draws the finest mosaic that this terminal is known to draw itself."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock
from tui.cli.full_screen import build_services
from tui.cli.streams import Streams
from tui.core.figure.style import FINE, MOSAIC


@pytest.mark.parametrize(
    ("environ", "best"),
    [
        ({}, MOSAIC),
        ({"TERM": "xterm"}, MOSAIC),
        ({"TERM": "alacritty"}, MOSAIC),
        ({"TERM": "xterm-kitty"}, FINE),
        ({"TERM": "foot"}, FINE),
        ({"TERM": "xterm-256color", "VTE_VERSION": "8001"}, FINE),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux,1,0"}, MOSAIC),
    ],
)
def test_auto_is_as_fine_as_the_terminal_is_known_to_draw(
    tmp_path: Path, environ: dict[str, str], best: str
) -> None:
    environ = {"UNHUNCH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"} | environ
    clock = FixedClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
    services = build_services(Streams(environ, clock, io.StringIO(), io.StringIO(), io.StringIO()))
    assert services.shelf.best_mosaic == best
