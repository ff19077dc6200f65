"""Which blocks real terminals draw, looked at pixel by pixel on an X server of our own."""

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tests.terminal.blocks_shown import BAR_CELLS, Block, blocks_of, places
from tui.core.terminal.drawn_blocks import SEEN, Blocks, finest_blocks

SIZE = (1400, 800)
PATIENCE_S = 60.0
STARTS = {
    "alacritty": ("alacritty", "-e"),
    "kitty": ("kitty", "--config", "NONE"),
    "konsole": ("dbus-run-session", "konsole", "--nofork", "-e"),
    "urxvt": ("urxvt", "-geometry", "110x26", "-e"),
    "vte": ("dbus-run-session", "xfce4-terminal", "--disable-server", "--geometry=110x26", "-x"),
    "xterm": ("xterm", "-geometry", "110x26", "-e"),
}
"""How to start each; foot needs a Wayland server, mlterm and st draw nothing themselves."""
PROGRAMS = {"dbus-run-session", "xfce4-terminal", *STARTS}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("import")), reason="there is no Xvfb, or no ImageMagick"
    ),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own."""
    reader, writer = os.pipe()
    # without -noreset it starts anew when its last client has gone, and refuses one that comes meanwhile
    screen = ("-noreset", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *screen], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def picture(display: str) -> np.ndarray:
    """Return what the screen shows, as rows of pixels of three colours."""
    command = ["import", "-display", display, "-window", "root", "-depth", "8", "rgb:-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return np.frombuffer(done.stdout, np.uint8).reshape(SIZE[1], SIZE[0], 3).astype(int)


def is_exact(cell: np.ndarray, block: Block) -> bool:
    """Whether a cell, with a column of the ones beside it, is filled to its edges where it is to be, no more.

    Where two areas meet, a line of pixels may belong to either.
    """
    if cell[:, [0, -1]].max() > 40:
        return False
    cell = cell[:, 1:-1]
    height, width = cell.shape
    for row in range(block.down):
        top, bottom = row * height / block.down, (row + 1) * height / block.down
        for column in range(block.across):
            left, right = column * width / block.across, (column + 1) * width / block.across
            area = cell[
                0 if row == 0 else math.ceil(top + 1) : height if row == block.down - 1 else int(bottom - 1),
                0 if column == 0 else math.ceil(left + 1) : width
                if column == block.across - 1
                else int(right - 1),
            ]
            if area.size and (area.min() < 215 if block.fills(column, row) else area.max() > 40):
                return False
    return True


def exact_kinds(screen: np.ndarray) -> set[Blocks]:
    """Return the kinds of blocks of which every character is exact."""
    rows, columns = np.nonzero(np.abs(screen - (255, 0, 255)).max(axis=2) < 30)
    if not len(rows):
        return set()
    top, left = rows.min(), columns.min()
    height, width = rows.max() + 1 - top, round((columns.max() + 1 - left) / BAR_CELLS)
    grey = screen.mean(axis=2)
    at = places()

    def cell(block: Block) -> np.ndarray:
        row, column = at[block]
        first, begin = top + (row - 1) * height, left + (column - 1) * width
        return grey[first : first + height, begin - 1 : begin + width + 1]

    return {kind for kind in Blocks if all(is_exact(cell(block), block) for block in blocks_of(kind))}


@contextmanager
def running(program: str, display: str, folder: Path) -> Iterator[Path]:
    """Run a terminal in which all blocks are shown; yield the file that tells once they are."""
    told = folder / "told.json"
    shows = [sys.executable, "-m", "tests.terminal.blocks_shown", str(told)]
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "NO_AT_BRIDGE": "1",
    }
    with (folder / "errors").open("wb") as errors:
        terminal = subprocess.Popen(
            [*STARTS[program], *shows], env=environ, stdout=errors, stderr=errors, start_new_session=True
        )
    try:
        yield told
    finally:
        os.killpg(terminal.pid, signal.SIGKILL)
        terminal.wait()


def until(holds: Callable[[], object], what: Callable[[], object]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, what()
        time.sleep(0.2)


@pytest.mark.parametrize("program", STARTS)
def test_what_is_said_to_be_drawn_is_drawn(program: str, display: str, tmp_path: Path) -> None:
    """By the program's oldest row in the table, and by what it says of itself in its environment."""
    if missing := [word for word in STARTS[program] if word in PROGRAMS and not shutil.which(word)]:
        pytest.skip(f"there is no {missing[0]} here")
    with running(program, display, tmp_path) as told:
        until(told.exists, (tmp_path / "errors").read_text)
        said = json.loads(told.read_text())
        drawn = next(seen for seen in SEEN if seen.program == program).drawn
        finest = finest_blocks(said["environ"])
        if drawn:
            wanted = {kind for kind in Blocks if kind <= max(drawn, finest)}
            until(
                lambda: exact_kinds(picture(display)) >= wanted,
                lambda: (wanted, exact_kinds(picture(display))),
            )
        assert {kind.name: said["cells"][kind.name] for kind in Blocks if kind <= finest} == {
            kind.name: [1] for kind in Blocks if kind <= finest
        }
