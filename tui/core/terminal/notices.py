"""A line that a terminal shows as a notification of the desktop, where it is known to understand one."""

from collections.abc import Mapping

from tui.core.terminal.questions import is_emacs

_TITLE = "unhunch"
_BY_PROGRAM = {"iTerm.app": 9, "WezTerm": 9, "ghostty": 9, "WarpTerminal": 9}
"""By TERM_PROGRAM, the number of the OSC, as each one's own manual has it."""
_BY_KIND = {
    "xterm-kitty": 9,
    "xterm-ghostty": 9,
    "wezterm": 9,
    "foot": 777,
    "contour": 777,
}
"""By TERM, up to its colours: what reaches the far end of SSH, too."""
_KONSOLE = "KONSOLE_VERSION"
"""Set by Konsole; 22.12.3 shows OSC 777, and passes over OSC 9."""


def notice(environ: Mapping[str, str], text: str) -> str:
    """Return what is to be written for the terminal to show `text`; nothing where that is not understood.

    tmux and GNU screen keep such sequences to themselves.

    Args:
        environ: TERM, TERM_PROGRAM, KONSOLE_VERSION, TMUX and STY are read.
        text: one printable line.
    """
    if environ.get("TMUX") or environ.get("STY"):
        return ""
    kind = environ.get("TERM", "")
    if is_emacs(kind):  # it would be printed
        return ""
    for ending in ("-256color", "-direct", "-extra"):
        kind = kind.removesuffix(ending)
    number = _BY_KIND.get(kind) or _BY_PROGRAM.get(environ.get("TERM_PROGRAM", ""))
    if not number and environ.get(_KONSOLE):
        number = 777
    if number == 9:
        return f"\x1b]9;{_TITLE}: {text}\x1b\\"
    return f"\x1b]777;notify;{_TITLE};{text}\x1b\\" if number else ""
