"""The user's own editor on a real terminal: it has the screen to itself; what it saved is there after it."""

import pytest

from tests.homes import paths_of
from tests.terminal.harness import PROGRAM, Terminal, environment
from tui.adapters.content.templates import copy_template, exercise_templates
from tui.adapters.machine.clock import MachineClock
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("editor", "shown"),
    [
        ("sed -i s/Chin/Slow/", "Slow Tuck"),
        ("sed -i s/reps/rips/", "Enter edits it again"),
        ("false", "Edit this file"),
        ("no-such-editor", "Edit this file"),
        ("true", "Edit this file"),
    ],
)
def test_what_the_editor_did_is_seen(tmp_path, editor, shown):
    paths = paths_of(tmp_path)
    SettingsStore(paths, MachineClock()).write(Settings(welcomed=True))
    copy_template(exercise_templates()[0], paths.exercises, frozenset())
    with Terminal(PROGRAM, environment(tmp_path, VISUAL=editor)) as terminal:
        terminal.wait_for("Both stretches")
        terminal.type("a")
        terminal.wait_for("Begin with")
        terminal.type("jjj\r")
        terminal.wait_for(shown)
        terminal.type("\x1b")
        terminal.read_for(0.5)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
