"""The user's own editor: which one it is, and what became of it."""

import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path


def editor_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command of $VISUAL or else $EDITOR, in words; none where neither says one."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(name, ""))
        except ValueError:
            continue
        if words:
            return tuple(words)
    return ()


def run_editor(command: tuple[str, ...], path: Path) -> bool:
    """Edit a file and wait for the end; return whether the editor ran, and says that all went well."""
    try:
        return subprocess.call([*command, str(path)]) == 0
    except OSError:
        return False
