"""What a terminal answers is no key: on every screen, cut and late, and when the program leaves or stops."""

import fcntl
import os
import signal
import struct
import termios

import pytest

from tests.homes import paths_of
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

pytestmark = pytest.mark.slow

ANSWERS = (
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1b[?997;1n",
    "\x1bP>|xterm(379)\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[3;1R",
    "\x1b[?62;22c",
)
LATE_S = (0.0, 0.05)
SCREENS = {
    "home": ("", "Both stretches"),
    "history": ("h", "Nothing here yet"),
    "settings": ("s", "Get ready"),
    "how to": ("i", "What it is for"),
    "sounds": ("l", "Learn the sounds"),
    "keys": ("?", "Everywhere"),
    "a session": ("\r", "1 of 2"),
    "a question": ("\r\x03", "Leave the session?"),
}


@pytest.fixture
def home(tmp_path):
    SettingsStore(paths_of(tmp_path), MachineClock()).write(Settings(welcomed=True))
    return tmp_path


def waiting_to_be_read(terminal: Terminal) -> int:
    """Return how many bytes the next reader of this terminal, the shell, would get."""
    found = fcntl.ioctl(terminal._inner, termios.FIONREAD, b"\0" * 4)
    return int(struct.unpack("i", found)[0])


@pytest.mark.parametrize("screen", SCREENS)
def test_no_answer_is_a_command_on_any_screen(home, screen):
    keys, shown = SCREENS[screen]
    with Terminal(PROGRAM, environment(home), 100, 36) as terminal:
        terminal.wait_for("Both stretches")
        for key in keys:
            terminal.type(key)
            terminal.read_for(0.5)
        terminal.wait_for(shown)
        for late in LATE_S:
            for answer in ANSWERS:
                middle = len(answer) // 2
                terminal.type(answer[:middle])
                terminal.read_for(late)
                terminal.type(answer[middle:])
        terminal.read_for(0.5)
        assert shown in terminal.text
        assert terminal.process.poll() is None


def test_the_questions_go_out_once_together_and_the_last_is_answered_by_every_terminal(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.wait_for(lambda: b"\x1b[c" in terminal.written)
        assert terminal.written.count(b"\x1b]11;?\x1b\\") == terminal.written.count(b"\x1b[c") == 1
        terminal.type("".join(ANSWERS) + "q")
        assert terminal.wait_for_end() == 0


def test_the_shell_gets_no_answer_after_the_end(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.wait_for(lambda: b"\x1b[c" in terminal.written)
        terminal.type("q" + "".join(ANSWERS))
        assert terminal.wait_for_end() == 0
        assert waiting_to_be_read(terminal) == 0


def test_the_shell_gets_no_answer_while_the_program_is_stopped(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.wait_for(lambda: b"\x1b[c" in terminal.written)
        terminal.type("\x1a" + "".join(ANSWERS))
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status) and os.WSTOPSIG(status) in (signal.SIGTSTP, signal.SIGSTOP)
        assert waiting_to_be_read(terminal) == 0
