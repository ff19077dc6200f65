"""Leaving by signals, by a closed window and by Ctrl+C; stopping and coming back."""

import os
import shutil
import signal

import pytest

from tests.terminal.harness import PROGRAM, Terminal, environment
from tests.terminal.words import WordReader
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

SESSION = (*PROGRAM, "start", "rotate", "--reps", "3", "--move", "0.3", "--hold", "0.3", "--ready", "0.3")
BASH = shutil.which("bash")


def kept_units(home) -> int:
    """How many units the history and the sessions under way hold."""
    paths = Paths(home, home / "logs")
    records = (*HistoryStore(paths, MachineClock()).all(), *UnderWay(paths).interrupted())
    return sum(record.units_done for record in records)


def wait_for_two_units(terminal: Terminal) -> None:
    """Wait until a unit has been counted on either side."""
    words = WordReader(terminal)
    terminal.wait_for(lambda: words.seen.count("HOLD") >= 3)


def assert_clean(terminal: Terminal) -> None:
    assert not terminal.in_alternate_screen
    assert not terminal.cursor_hidden
    assert terminal.settings_restored
    assert "Traceback" not in terminal.written.decode(errors="replace")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_clean_and_what_was_counted_saved(tmp_path, number):
    with Terminal(SESSION, environment(tmp_path)) as terminal:
        wait_for_two_units(terminal)
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert_clean(terminal)
    assert kept_units(tmp_path) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--plain",)])
def test_a_closed_window_ends_the_program_and_keeps_what_was_counted(tmp_path, more):
    with Terminal((*SESSION, *more), environment(tmp_path)) as terminal:
        if more:
            terminal.wait_for(lambda: terminal.text.count("HOLD") >= 3)
        else:
            wait_for_two_units(terminal)
        terminal.hang_up()
        assert terminal.wait_for_end() in (0, 129), "it must end by itself, in order"
    assert kept_units(tmp_path) >= 2


@pytest.mark.slow
def test_ctrl_c_twice_keeps_the_partial(tmp_path):
    with Terminal(SESSION, environment(tmp_path)) as terminal:
        wait_for_two_units(terminal)
        terminal.type("\x03")
        terminal.wait_for("Leave the session?")
        terminal.type("\x03")
        terminal.wait_for_end()
        assert_clean(terminal)
    assert kept_units(tmp_path) >= 2


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="needs a shell with job control")
def test_ctrl_z_gives_the_shell_back_and_fg_comes_back_paused(tmp_path):
    environ = environment(tmp_path, PS1="shell> ")
    with Terminal((BASH, "--norc", "--noprofile", "-i"), environ, cwd=os.getcwd()) as terminal:
        words = WordReader(terminal)
        terminal.wait_for("shell>")
        terminal.type(" ".join((*SESSION[:-1], "5")) + "\n")
        terminal.wait_for(lambda: terminal.in_alternate_screen and words.seen == ["READY"])
        terminal.type("\x1a")
        terminal.wait_for("Stopped")
        assert not terminal.in_alternate_screen
        assert not terminal.cursor_hidden
        terminal.type("fg\n")
        terminal.wait_for(lambda: words.seen == ["READY", "PAUSED"])
        assert terminal.in_alternate_screen
        terminal.type("\x1b")
        terminal.wait_for("Leave the session?")
        terminal.read_for(0.9)
        terminal.type("x")
        terminal.wait_for(lambda: not terminal.in_alternate_screen)
        terminal.wait_for(lambda: terminal.text.rstrip().endswith("shell>"))
        terminal.type("exit\n")
        terminal.wait_for_end()
        assert terminal.settings_restored


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="needs a shell with job control")
def test_after_fg_the_whole_screen_is_there_again(tmp_path):
    SettingsStore(Paths(tmp_path, tmp_path / "logs"), MachineClock()).write(Settings(welcomed=True))
    environ = environment(tmp_path, PS1="shell> ")
    with Terminal((BASH, "--norc", "--noprofile", "-i"), environ, cwd=os.getcwd()) as terminal:
        terminal.wait_for("shell>")
        terminal.type(" ".join(PROGRAM) + "\n")
        terminal.wait_for("Quit")
        terminal.type("h")
        terminal.wait_for(lambda: "Add" in terminal.text and "Back" in terminal.text)
        terminal.read_for(0.5)
        before = terminal.text
        for _ in range(2):
            terminal.type("\x1a")
            terminal.wait_for("Stopped")
            terminal.type("fg\n")
            terminal.wait_for(lambda: terminal.in_alternate_screen and terminal.text == before)
        terminal.type("q")
        terminal.wait_for(lambda: not terminal.in_alternate_screen)
        terminal.wait_for(lambda: terminal.text.rstrip().endswith("shell>"))
        terminal.type("exit\n")
        terminal.wait_for_end()


def test_a_signal_in_a_printed_session_keeps_what_was_counted(tmp_path):
    with Terminal((*SESSION, "--plain"), environment(tmp_path)) as terminal:
        terminal.wait_for(lambda: terminal.text.count("HOLD") >= 2)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert "`unhunch` offers to go on with it" in terminal.text
    assert kept_units(tmp_path) >= 1
    assert UnderWay(Paths(tmp_path, tmp_path / "logs")).interrupted()
