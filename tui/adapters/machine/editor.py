"""The user's own editor: which one it is, and what became of it."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

USUAL = ("editor", "nano", "micro", "vim", "vi")
"""Looked for where neither variable names one: Debian's own choice, then those that tell their keys."""


def editor_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command of $VISUAL or else $EDITOR, in words, or an editor that is there; else none."""
    if named := _named(environ):
        return named
    there = (shutil.which(name, path=environ.get("PATH", "")) for name in USUAL)
    return next(((path,) for path in there if path), ())


def editor_told(environ: Mapping[str, str]) -> str:
    """Return what the editor is called, how another is had, and how one gets out of vi; empty without any."""
    command = editor_command(environ)
    if not command or _named(environ):
        return Path(command[0]).name if command else ""
    name = Path(os.path.realpath(command[0])).name.partition(".")[0]
    leaving = ":wq saves and leaves; " if name.startswith("vi") else ""
    return f"{name} ({leaving}$EDITOR names another)"


def run_editor(command: tuple[str, ...], path: Path) -> bool:
    """Edit a file and wait for the end; return whether the editor ran, and says that all went well."""
    try:
        return subprocess.call([*command, str(path)]) == 0
    except OSError:
        return False


def _named(environ: Mapping[str, str]) -> tuple[str, ...]:
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(name, ""))
        except ValueError:
            continue
        if words:
            return tuple(words)
    return ()
