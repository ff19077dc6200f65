"""What the table of commands comes to: bindings, the footer's and the help's rows, the README's table."""

from textual.binding import Binding

from tui.ui.keys.command import SHARED, KeyCommand
from tui.ui.keys.command_table import COMMANDS, EVERYWHERE
from tui.ui.keys.remap import OwnKeys, with_own_keys

NO_KEYS: OwnKeys = {}
"""Every command has the keys of the table."""


def find_command(command_id: str) -> KeyCommand:
    """Return the command with this id; KeyError when there is none."""
    for command in COMMANDS:
        if command.id == command_id:
            return command
    raise KeyError(command_id)


def commands_of(screen: str, keys: OwnKeys = NO_KEYS) -> tuple[KeyCommand, ...]:
    """Return a screen's own commands, then the shared ones whose keys it leaves free."""
    own = commands_in(screen, keys)
    taken = {key for command in own for key in command.keys}
    everywhere = (with_own_keys(command, keys) for command in EVERYWHERE)
    shared = (command for command in everywhere if not taken.issuperset(command.keys))
    return own if screen == SHARED else (*own, *shared)


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


def commands_in(screen: str, keys: OwnKeys = NO_KEYS) -> tuple[KeyCommand, ...]:
    """Return the commands of one group alone."""
    return tuple(with_own_keys(command, keys) for command in COMMANDS if command.screen == screen)
