"""`auto` is the finest mosaic that this terminal is known to draw; the other look is that of last time."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock
from tui.cli.full_screen import build_services
from tui.cli.streams import Streams
from tui.core.figure.style import ASCII, FINE, MOSAIC
from tui.core.settings.settings import Settings
from tui.ui.kit.services import Services


def services_in(home: Path, environ: dict[str, str]) -> Services:
    environ = {"UNHUNCH_HOME": str(home), "SDL_AUDIODRIVER": "dummy"} | environ
    clock = FixedClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
    return build_services(Streams(environ, clock, io.StringIO(), io.StringIO(), io.StringIO()))


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
    assert services_in(tmp_path, environ).shelf.best_mosaic == best


@pytest.mark.parametrize(
    ("kept", "other"), [("coarse", "coarse"), ("auto", "auto"), ("ascii", "auto"), ("?", "auto")]
)
def test_the_mosaic_of_last_time_is_remembered(tmp_path: Path, kept: str, other: str) -> None:
    services_in(tmp_path, {}).settings_store.write(Settings(figure_style=ASCII, mosaic_style=kept))
    assert services_in(tmp_path, {}).shelf.mosaic_style == other
