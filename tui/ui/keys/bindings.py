"""The keys of each screen: those of the table of commands, or one's own.

What `keys.toml` asks for is checked line by line; what cannot be had is told.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import name as unicode_name

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from tui.core.text.problems import Problem
from tui.ui.keys.commands import COMMANDS, DIGITS, NO_KEYS, SHARED, OwnKeys, commands_of

FIXED = frozenset({"escape", "enter", "up", "down", "left", "right", "ctrl+c", "question_mark"})
"""Keys that no command can lose or be given: with them every screen can be used and left."""
_NAMES = frozenset(key.value for key in Keys)
_MODIFIERS = r"(?:(?:ctrl|alt|shift)\+)+"
_SECTION = r"\s*\[\s*\"?([\w.]+)\"?\s*\]"
_FILE = "keys.toml"


def own_keys(tables: Mapping[str, Any], text: str) -> tuple[OwnKeys, tuple[Problem, ...]]:
    """Return the keys that are asked for and can be had, and a problem for each line that cannot.

    Args:
        tables: the file, `command = keys`, in tables of screens or not.
        text: the same as it is written, for the numbers of the lines.
    """
    lines = dict(_lines(text))
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for command_id, value in _flat(tables):
        try:
            found[command_id] = _keys(command_id, value)
            _refuse_clashes(command_id, found, tables)
        except ValueError as error:
            found.pop(command_id, None)
            line = f" line {lines[command_id]}" if command_id in lines else ""
            problems.append(Problem(f"{_FILE}{line}", str(error), "its keys stay as they were"))
    return found, tuple(problems)


def _keys(command_id: str, value: Any) -> tuple[str, ...]:
    command = next((command for command in COMMANDS if command.id == command_id), None)
    if command is None:
        raise ValueError(f"there is no command '{command_id[:40]}'")
    if command.keys == DIGITS:
        raise ValueError(f"the keys of {command_id} are the digits")
    wanted = [value] if isinstance(value, str) else value
    if not isinstance(wanted, list) or not wanted or not all(isinstance(key, str) for key in wanted):
        raise ValueError("the keys must be a text, or a list of texts")
    kept = [key for key in command.keys if key in FIXED]
    return tuple(dict.fromkeys((*map(_named, wanted), *kept)))


def _named(key: str) -> str:
    """Return a key as Textual names it; a character stands for itself."""
    if len(key) == 1 and key.isprintable() and key != " ":
        name = key if key.isalnum() else unicode_name(key, "").lower().replace("-", "_").replace(" ", "_")
        name = KEY_NAME_REPLACEMENTS.get(name, name)
    else:
        modifiers = re.match(_MODIFIERS, key.lower())
        start = modifiers.end() if modifiers else 0
        rest = key[start:].lower()
        known = rest in _NAMES or (bool(start) and len(rest) == 1 and rest.isalnum())
        if not known:
            raise ValueError(f"there is no key '{key[:20]}'")
        name = key[:start].lower() + rest
    if name in FIXED:
        raise ValueError(f"'{key}' cannot be given to another command")
    return name


def _refuse_clashes(command_id: str, found: OwnKeys, tables: Mapping[str, Any]) -> None:
    asked = {name for name, _ in _flat(tables)}
    screen = command_id.partition(".")[0]
    for other in COMMANDS:
        near = other.screen in (screen, SHARED) or screen == SHARED
        if other.id == command_id or not near or (other.id in asked and other.id not in found):
            continue
        taken = set(found.get(other.id, other.keys)).intersection(found[command_id]) - FIXED
        if taken:
            raise ValueError(f"'{min(taken)}' is the key of {other.id}")


def _flat(tables: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tables.items():
        if isinstance(value, dict) and not before:
            yield from _flat(value, f"{name}.")
        else:
            yield f"{before}{name}", value


def _lines(text: str) -> Iterator[tuple[str, int]]:
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := re.match(_SECTION, line):
            section = f"{header[1]}."
        elif "=" in line:
            name = re.sub(r"[\s\"']", "", line.partition("=")[0])
            yield (f"{section}{name}", number)


def bindings(screen: str, keys: OwnKeys = NO_KEYS) -> list[Binding]:
    """Return the bindings of a screen's own and shared commands."""
    return [
        Binding(key, f"command({command.id!r}, {key!r})", command.name, show=False)
        for command in commands_of(screen, keys)
        for key in command.keys
        if command.id not in APP_COMMANDS
    ]


APP_COMMANDS = frozenset(f"{SHARED}.{verb}" for verb in ("palette", "repaint", "suspend", "interrupt"))
"""Commands that the app itself binds: they come before whatever has the focus."""
