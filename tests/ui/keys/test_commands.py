"""The one table of commands, and what is generated from it."""

import importlib

import pytest

from tests.readme import key_table
from tui.ui.keys.command import SHARED, key_name
from tui.ui.keys.command_table import COMMANDS, TITLES
from tui.ui.keys.commands import APP_COMMANDS, bindings, commands_in, commands_of, find_command
from tui.ui.keys.footer import GAP, entries_of, fitting

SCREENS = {
    "home": ("home.home", "HomeScreen"),
    "welcome": ("home.welcome", "WelcomeScreen"),
    "instructions": ("instructions.instructions", "InstructionsScreen"),
    "session": ("session.session", "SessionScreen"),
    "summary": ("session.summary", "SummaryScreen"),
    "history": ("history.history", "HistoryScreen"),
    "settings": ("settings.settings", "SettingsScreen"),
    "sounds": ("sounds.sounds", "SoundsScreen"),
    "help": ("help.help", "HelpScreen"),
}


def _available(_: str) -> None:
    return None


def test_ids_are_unique_and_belong_to_a_titled_group() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert {command.screen for command in COMMANDS} == set(TITLES)


@pytest.mark.parametrize("group", TITLES)
def test_no_key_has_two_meanings_on_a_screen(group: str) -> None:
    keys = [key for command in commands_in(group) for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("group", SCREENS)
def test_every_command_of_a_screen_is_carried_out_and_bound(group: str) -> None:
    screen = getattr(importlib.import_module(f"tui.ui.{SCREENS[group][0]}"), SCREENS[group][1])
    for command in commands_of(group):
        assert callable(getattr(screen, f"action_{command.verb}", None)), command.id
    bound = {binding.key for binding in screen.BINDINGS}
    wanted = {key for command in commands_of(group) for key in command.keys if command.id not in APP_COMMANDS}
    assert bound == wanted


def test_a_screen_s_own_command_takes_the_key_of_a_shared_one() -> None:
    ids = [command.id for command in commands_of("session")]
    assert "session.leave" in ids and f"{SHARED}.quit" not in ids and f"{SHARED}.back" not in ids


@pytest.mark.parametrize("group", [group for group in TITLES if group not in ("leave", SHARED)])
def test_help_is_on_every_screen(group: str) -> None:
    assert any("question_mark" in command.keys for command in commands_of(group))


def test_bindings_name_their_command_and_key() -> None:
    actions = {binding.key: binding.action for binding in bindings("home")}
    assert actions["enter"] == "command('home.start', 'enter')"
    assert actions["question_mark"] == "command('everywhere.help', 'question_mark')"


@pytest.mark.parametrize("width", [56, 60, 76, 96, 116, 196])
@pytest.mark.parametrize(
    "group", ["home", "welcome", "instructions", "session", "summary", "history", "settings"]
)
def test_the_footer_fits_and_always_tells_of_help_and_the_way_out(group: str, width: int) -> None:
    left, right = fitting(entries_of(commands_of(group), _available), width)
    used = sum(entry.width + GAP for entry in (*left, *right)) - GAP
    assert used <= width
    keys = [entry.keys for entry in right]
    assert "?" in keys and ("esc" in keys or "q" in keys or "enter" in keys)


def test_the_footer_joins_neighbours_of_one_name() -> None:
    left, _ = fitting(entries_of(commands_of("settings"), _available), 200)
    assert [entry.keys for entry in left][:2] == ["up/down", "left/right"]


def test_the_footer_gives_up_the_highest_ranks_first() -> None:
    wide, _ = fitting(entries_of(commands_of("home"), _available), 200)
    narrow, _ = fitting(entries_of(commands_of("home"), _available), 50)
    assert {entry.command.rank for entry in narrow} < {entry.command.rank for entry in wide}
    assert max(entry.command.rank for entry in narrow) < max(entry.command.rank for entry in wide)


def test_keys_are_written_for_people() -> None:
    assert [key_name(key) for key in ("question_mark", "escape", "plus", "ctrl+c")] == [
        "?",
        "esc",
        "+",
        "Ctrl+c",
    ]


def test_the_table_for_the_readme_holds_every_command_once() -> None:
    table = key_table()
    for group, title in TITLES.items():
        assert f"### {title}\n" in table, group
    assert table.count("\n| `") == len(COMMANDS)
    assert "| `space` | tick the exercise into a set of your own, or take it out |" in table


def test_an_unknown_command_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_command("home.fly")
