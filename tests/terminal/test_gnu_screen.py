"""The program in a real GNU screen: what it leaves behind on the prompt that it was started from."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.homes import paths_of
from tests.terminal.harness import PROGRAM, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

PATIENCE_S = 60.0
COMMAND = "$PROGRAM start arch --ready 60"
FAREWELL = "Discarded: nothing of this session is kept."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("screen") is None, reason="there is no GNU screen on this machine"),
]


class Screen:
    """A GNU screen of our own, with a shell in it, which no terminal shows.

    Args:
        folder: where all of it lies.
        config: lines of its configuration.
    """

    def __init__(self, folder: Path, config: str) -> None:
        SettingsStore(paths_of(folder), MachineClock()).write(Settings(welcomed=True))
        (folder / "screenrc").write_text(config)
        (folder / "sockets").mkdir(mode=0o700)
        self._folder = folder
        more = {"LC_ALL": "C.UTF-8", "PS1": "> ", "PROGRAM": " ".join(PROGRAM)}
        self._environ = environment(folder, SCREENDIR=str(folder / "sockets"), **more)
        root = Path(__file__).parents[2]
        shell = ("bash", "--noprofile", "--norc", "-i")
        subprocess.run(
            ["screen", "-c", str(folder / "screenrc"), "-U", "-dmS", "own", *shell],
            env=self._environ,
            cwd=root,
            check=True,
        )

    def do(self, *words: str) -> None:
        """Send a command to the screen."""
        subprocess.run(["screen", "-S", "own", "-p", "0", "-X", *words], env=self._environ, check=False)

    def lines(self) -> list[str]:
        """Return what stands on it, without the empty lines below."""
        copy = self._folder / "copy"
        copy.unlink(missing_ok=True)
        self.do("hardcopy", str(copy))
        until(copy.exists)
        return copy.read_text(errors="replace").rstrip().splitlines()


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.fixture
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, request.param)
    yield made
    made.do("quit")


@pytest.mark.parametrize("screen", ["", "altscreen on\n"], ids=["as it comes", "altscreen"], indirect=True)
def test_the_farewell_has_a_line_of_its_own(screen: Screen) -> None:
    """Where there is no second screen all is cleared first; else what was typed stands above."""
    until(screen.lines)
    screen.do("stuff", f"\\{COMMAND}\n")
    until(lambda: "Sit and Arch" in "".join(screen.lines()[:1]) and "left" in "".join(screen.lines()[1:]))
    screen.do("stuff", "\x1b")
    until(lambda: "Leave the session?" in "\n".join(screen.lines()))
    time.sleep(1)  # a key that comes at once is taken for one meant for the screen before
    screen.do("stuff", "x")
    until(lambda: [line.strip() for line in screen.lines()][-1:] == [">"])
    lines = [line.strip() for line in screen.lines()]
    above = lines[: lines.index(FAREWELL)]
    assert lines[len(above) + 1 :] == [">"]
    assert "".join(above) in ("", f"> {COMMAND}")
