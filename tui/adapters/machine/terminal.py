"""What the terminal is: whether it is one, its type, size, colours and locale."""

import locale
import os
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from tui.core.text.problems import UsageProblem

SMALLEST = (60, 18)
"""Columns and rows below which the full screen only says what size it needs."""
_MORE_THAN_NAMED = ("mlterm", "screen")
"""Terminals with 256 colours whose name does not say so."""
_FEW_GLYPHS = ("linux", "vt100", "vt220", "cons25")
"""Consoles whose fonts have at most 512 characters."""
_TEXTUAL_NAMES = {"256": "256", "true colour": "truecolor"}
_PLAIN_HINT = "`unhunch start --plain` works everywhere"


class Terminal(NamedTuple):
    """What is known of the terminal; asking changes nothing about it."""

    is_terminal: bool
    """Whether standard input, output and error are all terminals."""
    kind: str
    """TERM."""
    size: tuple[int, int] | None
    """Columns and rows; None when it is no terminal."""
    colours: str
    """`none`, `16`, `256` or `true colour`."""
    colours_why: str
    """The variable that says so."""
    encoding: str
    """Of standard output."""
    multiplexer: str
    """`tmux`, `screen` or nothing."""

    @property
    def unicode(self) -> bool:
        """Whether lines, blocks and circles can be drawn: its encoding has them, and so has its font."""
        return self.encoding.replace("-", "") == "utf8" and self.kind not in _FEW_GLYPHS

    @property
    def dumb(self) -> bool:
        """Whether it can place nothing on the screen."""
        return self.kind in ("", "dumb", "unknown")

    @property
    def draws_blocks(self) -> bool:
        """Whether block characters can be written to it and are in its font: Linux's own console has few."""
        return self.encoding.replace("-", "").startswith("utf8") and self.kind != "linux"


def find_terminal(
    environ: Mapping[str, str], stdin: TextIO | None, out: TextIO | None, err: TextIO | None
) -> Terminal:
    """Return what can be said of the terminal without asking it anything."""
    colours, why = _colours(environ)
    return Terminal(
        is_terminal=all(is_terminal(stream) for stream in (stdin, out, err)),
        kind=environ.get("TERM", ""),
        size=_size(out),
        colours=colours,
        colours_why=why,
        encoding=(getattr(out, "encoding", None) or locale.getpreferredencoding(False)).lower(),
        multiplexer=_multiplexer(environ),
    )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is there and is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def tell_textual(terminal: Terminal) -> None:
    """Let Textual know of the colours, which it takes from fewer names; what the user set stays."""
    if name := _TEXTUAL_NAMES.get(terminal.colours):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", name)


def full_screen_problem(terminal: Terminal) -> UsageProblem | None:
    """Return why the full screen cannot be used here, None when it can."""
    if not terminal.is_terminal:
        return UsageProblem(
            "the full screen needs a terminal", "input or output is not one", hint=_PLAIN_HINT
        )
    if terminal.dumb:
        kind = f"TERM={terminal.kind}" if terminal.kind else "TERM is not set"
        return UsageProblem("the full screen does not work on this terminal", kind, hint=_PLAIN_HINT)
    return None


def is_light(environ: Mapping[str, str]) -> bool | None:
    """Return whether COLORFGBG names a light background: 7 or 9 to 15; None where it names none.

    rxvt and konsole set it to `foreground;background`, rxvt with a third part between.
    """
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isascii() or not background.isdigit() or int(background) > 15:
        return None
    return int(background) in (7, *range(9, 16))


def _size(out: TextIO | None) -> tuple[int, int] | None:
    if out is None or not is_terminal(out):
        return None
    try:
        size = os.get_terminal_size(out.fileno())
    except OSError:
        return None
    return size.columns, size.lines


def _colours(environ: Mapping[str, str]) -> tuple[str, str]:
    if environ.get("NO_COLOR"):
        return "none", "NO_COLOR is set"
    if known := _fewer_than_said(environ):
        return "256", known
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "true colour", f"COLORTERM={environ['COLORTERM']}"
    kind = environ.get("TERM", "")
    if kind in ("", "dumb", "unknown"):
        return "none", f"TERM={kind}" if kind else "TERM is not set"
    if kind.endswith("-direct") or kind == "xterm-kitty":
        return "true colour", f"TERM={kind}"
    if "256color" in kind or kind in _MORE_THAN_NAMED:
        return "256", f"TERM={kind}"
    if environ.get("XTERM_VERSION"):  # xterm 379 as Debian builds it calls itself `xterm`, and has 256
        return "256", "XTERM_VERSION is set"
    return "16", f"TERM={kind}"


def _fewer_than_said(environ: Mapping[str, str]) -> str:
    """Return the variable that names a program which hands on COLORTERM and cannot do what it says.

    GNU screen 4.9 reads `38;2;R;G;B` as five attributes, dvtm 0.15 as black.
    """
    if environ.get("STY"):
        return "STY is set: GNU screen"
    kind = environ.get("TERM", "")
    return f"TERM={kind}" if kind.startswith("dvtm") else ""


def _multiplexer(environ: Mapping[str, str]) -> str:
    if environ.get("TMUX"):
        return "tmux"
    return "screen" if environ.get("STY") else ""
