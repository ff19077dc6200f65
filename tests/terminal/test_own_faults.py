"""A fault that nobody foresaw: the terminal is restored, what was counted is kept, one line, status 70."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.homes import paths_of
from tests.terminal.harness import Terminal, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

FAULTY = """
import importlib, sys
module, name, *argv = sys.argv[1:]
holder = importlib.import_module(module)
*path, last = name.split(".")
for part in path:
    holder = getattr(holder, part)

def fail(*_, **__):
    raise ZeroDivisionError("somebody's mistake")

setattr(holder, last, fail)
sys.argv = ["unhunch", *argv]
from tui.cli.main import main
raise SystemExit(main())
"""


def faulty(module: str, name: str, *argv: str) -> tuple[str, ...]:
    """A run of the program in which one function always fails."""
    return (sys.executable, "-c", FAULTY, module, name, *argv)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    SettingsStore(paths_of(tmp_path), MachineClock()).write(Settings(welcomed=True))
    return tmp_path


@pytest.mark.parametrize(
    ("argv", "module", "name", "status"),
    [
        (("status", "--json"), "tui.cli.status", "run", 70),
        (("due",), "tui.cli.due", "answer", 2),
        (("history",), "tui.cli.history", "run", 70),
        (("export",), "tui.cli.export", "run", 70),
        (("doctor",), "tui.cli.doctor", "run", 70),
        (("start", "--plain"), "tui.cli.plain_start", "PlainSession", 70),
    ],
)
def test_a_command_says_one_line_and_names_the_log(
    home: Path, argv: tuple[str, ...], module: str, name: str, status: int
) -> None:
    command = faulty(module, name, *argv)
    ended = subprocess.run(command, env=environment(home), capture_output=True, timeout=60)
    assert ended.returncode == status
    log = home / "logs" / "fault.log"
    assert ended.stderr.decode().splitlines() == [
        "unhunch: a fault of the program itself: ZeroDivisionError: somebody's mistake "
        f"(the whole of it is in {log})"
    ]
    assert "in fail" in log.read_text() and log.stat().st_mode & 0o777 == 0o600


def test_a_session_that_fails_keeps_what_was_counted(home: Path) -> None:
    command = faulty("tui.ui.session.session", "SessionScreen.action_mute", "start", "arch", "--reps", "5")
    quick = ("--move", "0.2", "--hold", "0.2", "--ready", "0")
    with Terminal((*command, *quick), environment(home)) as terminal:
        terminal.wait_for("1 of 5")
        terminal.type("m")
        assert terminal.wait_for_end() == 70
        assert terminal.settings_restored
        assert "a fault of the program itself" in terminal.text and "Traceback" not in terminal.text
        assert b"\x1b[?1049l" in terminal.written
    kept = next((home / "under-way").glob("*.json")).read_text()
    assert '"total": 1' in kept or '"total": 2' in kept


def test_a_fault_in_the_thread_that_reads_keys_is_one_too(home: Path) -> None:
    command = faulty("tui.core.terminal.input_stream", "InputStream.feed")
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.type("j")
        assert terminal.wait_for_end() == 70
        assert terminal.settings_restored
        assert "a fault of the program itself" in terminal.text and "Traceback" not in terminal.text


BUSY = """
import sys
from tui.ui.session.session import SessionScreen

def turn(_):
    while True:
        pass

SessionScreen.action_mute = turn
sys.argv = ["unhunch", *sys.argv[1:]]
from tui.cli.main import main
raise SystemExit(main())
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_busy_for_ever_ends_on_a_signal_and_leaves_the_terminal_clean(
    home: Path, number: signal.Signals
) -> None:
    command = (sys.executable, "-c", BUSY, "start", "arch", "--move", "0.2", "--hold", "0.2", "--ready", "0")
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for("1 of 3")
        terminal.type("m")
        terminal.read_for(0.3)
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.settings_restored
        assert not terminal.in_alternate_screen and not terminal.cursor_hidden
