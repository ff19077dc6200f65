"""Notifications by the terminal: only where they are understood."""

import pytest

from tui.core.terminal.notices import notice


@pytest.mark.parametrize(
    ("environ", "written"),
    [
        ({"TERM": "xterm-kitty"}, "\x1b]9;unhunch: done\x1b\\"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "\x1b]9;unhunch: done\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;unhunch;done\x1b\\"),
        ({"TERM": "foot-direct"}, "\x1b]777;notify;unhunch;done\x1b\\"),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "221203"}, "\x1b]777;notify;unhunch;done\x1b\\"),
        ({"TERM": "eterm-color", "KONSOLE_VERSION": "221203", "TERM_PROGRAM": "iTerm.app"}, ""),
        ({"TERM": "rxvt-unicode-256color"}, ""),
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "linux"}, ""),
        ({"TERM": "xterm-kitty", "STY": "1.x"}, ""),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "WezTerm"}, ""),
        ({}, ""),
    ],
)
def test_what_is_written(environ: dict[str, str], written: str) -> None:
    assert notice(environ, "done") == written
