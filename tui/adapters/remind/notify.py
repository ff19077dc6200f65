"""Shows a notification on the desktop."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tui.core.text.problems import StoreProblem

_PATH = "/usr/local/bin:/usr/bin:/bin:/run/current-system/sw/bin"
"""Where a scheduler's own PATH may not look."""
_PATIENCE_S = 10.0
_BUS = "DBUS_SESSION_BUS_ADDRESS"


def notify(title: str, text: str, environ: Mapping[str, str]) -> None:
    """Show a notification.

    Raises:
        StoreProblem: when there is nothing to show it with, or that failed.
    """
    command = _command(title, text, environ)
    try:
        done = subprocess.run(
            command,
            env=with_bus(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreProblem("the notification cannot be shown", str(error)) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise StoreProblem("the notification cannot be shown", said[-1] if said else Path(command[0]).name)


def with_bus(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables with the address of the session's bus, which cron does not know."""
    bus = f"/run/user/{os.getuid()}/bus" if hasattr(os, "getuid") else ""
    known = dict(environ)
    if _BUS not in known and bus and os.path.exists(bus):
        known[_BUS] = f"unix:path={bus}"
    return known


def _command(title: str, text: str, environ: Mapping[str, str]) -> list[str]:
    path = f"{environ.get('PATH', '')}:{_PATH}"
    if sys.platform == "darwin":
        script = f"display notification {_quoted(text)} with title {_quoted(title)}"
        return [shutil.which("osascript", path=path) or "/usr/bin/osascript", "-e", script]
    found = shutil.which("notify-send", path=path)
    if not found:
        raise StoreProblem(
            "the notification cannot be shown",
            "notify-send is not installed",
            "package libnotify-bin or libnotify",
        )
    return [found, "--app-name=unhunch", title, text]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
