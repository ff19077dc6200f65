"""The doctor on the machine: versions, terminal, colours, sound."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from tui.adapters.machine.terminal import SMALLEST, Terminal
from tui.adapters.sound.choose import probe_sound
from tui.cli.finding import Finding, note, wrong
from tui.cli.streams import Streams

_PACKAGES = ("textual", "tinydb", "numpy", "platformdirs", "filelock")
_MIXERS = ("pygame", "pygame-ce")
_REINSTALL = "install unhunch again"


def check_versions() -> Iterator[Finding]:
    """Yield what is installed, and what is missing."""
    installed = {name: found for name in (*_PACKAGES, *_MIXERS) if (found := _version(name))}
    own = _version("unhunch") or "not installed"
    told = ", ".join(f"{name} {number}" for name, number in installed.items())
    yield Finding("Versions", f"unhunch {own}, Python {platform.python_version()}, {told}")
    for name in _PACKAGES:
        if name not in installed:
            yield wrong("Versions", f"{name} is not installed", _REINSTALL)
    mixers = [name for name in _MIXERS if name in installed]
    if not mixers:
        yield wrong("Versions", "pygame is not installed: there is no sound", _REINSTALL)
    if len(mixers) > 1:
        yield wrong(
            "Versions", "pygame and pygame-ce overwrite each other", "uninstall both, then " + _REINSTALL
        )


def check_terminal(terminal: Terminal) -> Iterator[Finding]:
    """Yield what the terminal can do."""
    plain = "`unhunch start --plain` works here"
    kind = terminal.kind or "TERM is not set"
    where = f" in {terminal.multiplexer}" if terminal.multiplexer else ""
    if not terminal.is_terminal:
        yield note(
            "Terminal", "input or output is not one, so the full screen cannot be used from here", plain
        )
    if terminal.dumb and (terminal.kind or terminal.is_terminal):
        yield wrong("Terminal", f"{kind}: it can place nothing on the screen", f"set TERM; {plain}")
    elif terminal.is_terminal:
        yield Finding("Terminal", f"{kind}{where}, {terminal.encoding}")
    columns, rows = SMALLEST
    if terminal.size and (terminal.size[0] < columns or terminal.size[1] < rows):
        size = f"{terminal.size[0]}x{terminal.size[1]}"
        yield wrong("Size", f"{size} is too small", f"make it {columns}x{rows} or larger; {plain}")
    elif terminal.size:
        yield Finding("Size", f"{terminal.size[0]}x{terminal.size[1]}")
    yield _colours(terminal)


def check_sound(streams: Streams) -> Finding:
    """Try the sound device, for three seconds at most."""
    state = probe_sound(streams.environ)
    if state.kind == "sound":
        return Finding("Sound", state.line)
    if streams.environ.get("SSH_CONNECTION"):
        return note("Sound", state.line)
    remedy = "check that the sound device is connected and not held by another program; sessions work without"
    return wrong("Sound", state.line, remedy)


def _colours(terminal: Terminal) -> Finding:
    says = f"{terminal.colours} ({terminal.colours_why})"
    if terminal.colours == "16" and terminal.is_terminal:
        return note(
            "Colours", says, "if the terminal can do more, set TERM=xterm-256color or COLORTERM=truecolor"
        )
    return Finding("Colours", says)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
