"""Terminals and locales of several kinds."""

import re
import signal

import pytest

from tests.homes import paths_of
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

QUICK = ("--reps", "1", "--move", "0.2", "--hold", "0.2", "--ready", "0.2")
_COLOUR = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")


@pytest.fixture
def home(tmp_path):
    """A home whose owner has seen the first start."""
    SettingsStore(paths_of(tmp_path), MachineClock()).write(Settings(welcomed=True))
    return tmp_path


def open_and_quit(terminal: Terminal) -> None:
    terminal.wait_for("Both stretches")
    terminal.read_for(0.5)
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    assert terminal.settings_restored


@pytest.mark.parametrize("args", [(), ("start",)])
def test_a_dumb_terminal_gets_one_line_and_no_escapes(home, args):
    with Terminal((*PROGRAM, *args), environment(home, TERM="dumb")) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"\x1b" not in terminal.written
        assert terminal.written.count(b"\n") == 1
        assert "--plain" in terminal.text


def test_a_printed_session_runs_on_a_dumb_terminal(home):
    command = (*PROGRAM, "start", "arch", "--plain", *QUICK)
    with Terminal(command, environment(home, TERM="dumb", LC_ALL="C")) as terminal:
        terminal.wait_for("How was it?")
        terminal.type("fine\n")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.written


def test_ctrl_c_in_a_printed_session_keeps_what_was_counted(home):
    command = (*PROGRAM, "start", "arch", "--plain", "--reps", "5", *QUICK[2:])
    with Terminal(command, environment(home)) as terminal:
        terminal.wait_for("ARCH     2 of 5")
        terminal.type("\n")
        terminal.wait_for("PAUSED   Enter goes on: ARCH 2 of 5, Sit and Arch")
        terminal.type("\x03")
        assert terminal.wait_for_end() == 130
        assert "PARTIAL" in terminal.text
        assert "Sit and Arch: 1 of 5" in terminal.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"TERM": "screen-256color"},
        {"TERM": "linux"},
        {"TERM": "xterm", "COLORTERM": "truecolor"},
    ],
    ids=lambda environ: " ".join(environ.values()),
)
def test_home_opens_and_closes(home, environ):
    with Terminal(PROGRAM, environment(home, **environ)) as terminal:
        open_and_quit(terminal)


@pytest.mark.slow
@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_leaves_only_greys(home, environ, coloured):
    with Terminal(PROGRAM, environment(home, COLORTERM="truecolor", **environ)) as terminal:
        open_and_quit(terminal)
        colours = set(_COLOUR.findall(terminal.written))
        assert colours
        assert any(len({red, green, blue}) > 1 for red, green, blue in colours) == coloured


@pytest.mark.slow
def test_invalid_bytes_and_unknown_keys_end_nothing(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.type_bytes(b"\xff\xfe\x1b[999~\xc3")
        terminal.read_for(0.5)
        open_and_quit(terminal)


@pytest.mark.slow
def test_a_terminal_that_knows_no_size_is_taken_for_a_usual_one(home):
    """As the first one of `dtach -n` (0.9), of expect, and of serial lines is: 0 columns, 0 rows."""
    with Terminal(PROGRAM, environment(home), 80, 24, sized=False) as terminal:
        open_and_quit(terminal)


@pytest.mark.slow
def test_what_a_terminal_answers_or_a_paste_runs_no_command(home):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        for answer in ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b[?997;1n", "\x1bP>|xterm(379)\x1b\\"):
            terminal.type(answer[:7])
            terminal.read_for(0.1)
            terminal.type(answer[7:])
        for _ in range(25):
            terminal.type("rihslq" * 680)
        terminal.wait_for("pasted text does nothing here")
        open_and_quit(terminal)


@pytest.mark.slow
@pytest.mark.parametrize("again", ["\x0c", "\x1b[I", signal.SIGWINCH], ids=["ctrl+l", "focus", "a size"])
def test_what_was_written_over_the_screen_is_painted_anew(home, again):
    with Terminal(PROGRAM, environment(home)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.read_for(1.0)
        before = terminal.text.splitlines()[-8:]
        terminal.damage()
        assert "Both stretches" not in terminal.text
        if isinstance(again, str):
            terminal.type(again)
        else:
            terminal.signal(again)
        terminal.wait_for(lambda: terminal.text.splitlines()[-8:] == before)
        assert terminal.written.count(b"\x1b[?2004h") >= 2
        open_and_quit(terminal)


def test_where_there_is_no_second_screen_nothing_stays(home):
    """As in GNU screen 4.9, mosh 1.4 and on the Linux console; the emulator of these tests has none too."""
    with Terminal(PROGRAM, environment(home)) as terminal:
        open_and_quit(terminal)
        assert terminal.text.strip() in ("", "u")  # pyte 0.8.2 writes the end of CSI < u


@pytest.mark.slow
def test_after_another_size_what_is_said_last_has_a_line_of_its_own(home):
    with Terminal((*PROGRAM, "start", "arch", *QUICK[:-2], "--ready", "60"), environment(home)) as terminal:
        terminal.wait_for("0:")
        terminal.resize(90, 28)
        terminal.read_for(0.5)
        terminal.type("\x03")
        terminal.wait_for("Leave the session?")
        terminal.type("\x03")
        terminal.wait_for_end()
        assert b"\x1b[?1004l\r\n" in terminal.written.replace(b"\x1b[0m", b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environ", "true_colour"),
    [
        ({"TERM": "screen", "STY": "1.pts", "COLORTERM": "truecolor"}, False),
        ({"TERM": "dvtm-256color", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-direct"}, True),
    ],
)
def test_colours_are_written_as_the_terminal_reads_them(home, environ, true_colour):
    with Terminal(PROGRAM, environment(home, **environ)) as terminal:
        open_and_quit(terminal)
        assert bool(_COLOUR.search(terminal.written)) == true_colour
        assert true_colour or b"8;5;" in terminal.written
