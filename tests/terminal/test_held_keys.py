"""Keys held down on a real terminal: first again after 660 ms, then 25 times a second, for five seconds."""

import time
from pathlib import Path

import pytest

from tests.terminal.harness import PROGRAM, Terminal, environment
from tests.terminal.words import WordReader
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

pytestmark = pytest.mark.slow

FIRST_S, EVERY_S, HELD_S = 0.66, 0.04, 5.0
LOOK_S = 0.9
SHORT = ("--reps", "1", "--move", "0.2", "--hold", "0.2", "--ready", "0.2")


def hold(terminal: Terminal, key: str) -> None:
    """Hold a key down; the program's end ends it."""
    began = time.monotonic()
    terminal.type(key)
    at = FIRST_S
    while at < HELD_S and terminal.process.poll() is None:
        terminal.read_for(max(0.0, began + at - time.monotonic()))
        if terminal.process.poll() is None:
            terminal.type(key)
        at += EVERY_S


def welcomed(home: Path) -> dict[str, str]:
    """Return the environment of a home that has been welcomed."""
    SettingsStore(Paths(home, home / "logs"), MachineClock()).write(
        Settings(welcomed=True, voice_offered=True, reminders_offered=True)
    )
    return environment(home)


def kept(home: Path) -> int:
    """Return how many sessions are kept."""
    return len(HistoryStore(Paths(home, home / "logs"), MachineClock()).all())


def test_enter_starts_once_and_skips_no_summary(tmp_path: Path) -> None:
    with Terminal(PROGRAM, welcomed(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        hold(terminal, "\r")
        terminal.wait_for("left")
        terminal.type("\x1b")
        terminal.wait_for("Discard")
        hold(terminal, "x")
        terminal.wait_for("This week")
        assert terminal.process.poll() is None and kept(tmp_path) == 0


def test_q_that_asks_in_a_session_does_not_leave_home(tmp_path: Path) -> None:
    with Terminal(PROGRAM, welcomed(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.type("\r")
        terminal.read_for(LOOK_S)
        hold(terminal, "q")
        assert terminal.process.poll() is None


def test_finishing_by_a_held_key_answers_no_summary(tmp_path: Path) -> None:
    with Terminal((*PROGRAM, "start", "both", *SHORT), welcomed(tmp_path)) as terminal:
        words = WordReader(terminal)
        terminal.wait_for(lambda: words.seen[-1:] == ["NEXT"])
        terminal.type("\x1b")
        terminal.wait_for("Finish here")
        hold(terminal, "f")
        terminal.wait_for("How was it?")
        assert terminal.process.poll() is None and kept(tmp_path) == 1


@pytest.mark.parametrize("key", ["\r", "e", "s", "\x1b"])
def test_a_key_held_from_before_the_summary_answers_nothing(tmp_path: Path, key: str) -> None:
    with Terminal((*PROGRAM, "start", "sit-and-arch", *SHORT), welcomed(tmp_path)) as terminal:
        terminal.read_for(0.6)
        if key == "\x1b":
            terminal.wait_for("How was it?")
        hold(terminal, key)
        assert terminal.process.poll() is None or key == "\x1b"
        assert kept(tmp_path) <= 1


def test_keys_written_at_once_arrive_in_what_the_first_of_them_open(tmp_path: Path) -> None:
    """More than a few at once would be a paste."""
    with Terminal(PROGRAM, welcomed(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.type("hayester\x7f\tnoon")
        terminal.wait_for(lambda: all(text in terminal.text for text in ("Add a session", "yeste ", "noon")))
        terminal.type("\x1b")
        terminal.wait_for("Discard what you typed?")
        terminal.type("y\x1b")
        terminal.wait_for("Both stretches")
        terminal.type("s/volume\r=")
        terminal.wait_for(lambda: any("Volume" in line and "6" in line for line in terminal.lines))
        terminal.type("\x1b")
        terminal.read_for(LOOK_S)
        terminal.type("\r" * 9)
        terminal.read_for(LOOK_S)
        terminal.type("\x1b" + "x" * 9)
        terminal.wait_for("This week")
        terminal.type("q")
        assert terminal.wait_for_end() == 0 and kept(tmp_path) == 0


@pytest.mark.parametrize("first", ["s", "h", "l", "i", "?"])
@pytest.mark.parametrize("pause_s", [0.15, 0.3, 0.5, 0.8])
def test_open_esc_open_another(tmp_path: Path, first: str, pause_s: float) -> None:
    with Terminal(PROGRAM, welcomed(tmp_path)) as terminal:
        terminal.wait_for("Both stretches")
        for key in (first, "\x1b", first, "\x1b", "s"):
            terminal.type(key)
            terminal.read_for(pause_s)
        terminal.wait_for("Get ready")
        terminal.type("\x1b")
        terminal.read_for(pause_s)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
