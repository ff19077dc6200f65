"""What the terminal is, from its environment and its streams."""

import io
import os

import pytest

from tui.adapters.machine.terminal import Terminal, find_terminal, full_screen_problem, is_terminal


def found(**environ: str) -> Terminal:
    return find_terminal(environ, None, io.StringIO(), None)


@pytest.fixture
def inner():
    """The program's end of a pseudo-terminal, as a stream."""
    outer, end = os.openpty()
    with os.fdopen(end, "w", encoding="utf-8") as stream:
        yield stream
    os.close(outer)


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true colour"),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "true colour"),
        ({"TERM": "xterm-direct"}, "true colour"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "256"),
        ({"TERM": "screen-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "screen"}, "256"),
        ({"TERM": "mlterm"}, "256"),
        ({"TERM": "screen", "COLORTERM": "truecolor", "STY": "1.pts"}, "256"),
        ({"TERM": "dvtm-256color", "COLORTERM": "truecolor"}, "256"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({}, "none"),
    ],
)
def test_colours_are_those_that_the_environment_names(environ, colours):
    assert found(**environ).colours == colours


def test_tmux_and_screen_are_noticed():
    assert found(TMUX="/tmp/tmux").multiplexer == "tmux"
    assert found(STY="1.pts").multiplexer == "screen"
    assert found().multiplexer == ""


def test_a_pipe_and_a_closed_stream_are_no_terminal():
    closed = io.StringIO()
    closed.close()
    assert not is_terminal(None)
    assert not is_terminal(io.StringIO())
    assert not is_terminal(closed)
    problem = full_screen_problem(found(TERM="xterm"))
    assert problem and "--plain" in problem.line


@pytest.mark.parametrize("kind", ["dumb", "unknown", ""])
def test_a_dumb_terminal_is_refused_with_what_to_do_instead(inner, kind):
    problem = full_screen_problem(find_terminal({"TERM": kind}, inner, inner, inner))
    assert problem and "--plain" in problem.line


def test_a_real_terminal_has_a_size_and_takes_the_full_screen(inner):
    terminal = find_terminal({"TERM": "xterm"}, inner, inner, inner)
    assert terminal.is_terminal
    assert terminal.size is not None
    assert terminal.encoding == "utf-8"
    assert full_screen_problem(terminal) is None
