"""Keys of one's own: what can be had works; what cannot is told with its line and changes nothing."""

import importlib
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readme import key_table
from tests.ui.fakes import make_services
from tests.ui.screen_text import screen_text
from tui.adapters.settings.key_file import read_key_file
from tui.ui.app.app import UnhunchApp
from tui.ui.history.changes import HistoryChanges
from tui.ui.history.history import HistoryScreen
from tui.ui.history.moves import HistoryMoves
from tui.ui.home.home import HomeScreen
from tui.ui.home.offers import Offers
from tui.ui.keys.bindings import APP_COMMANDS, FIXED, bindings, own_keys
from tui.ui.keys.commands import COMMANDS, SHARED, TITLES, commands_in, commands_of, find_command, key_name
from tui.ui.kit.edges import GAP, entries_of, fitting


def asked(text: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    keys, problems = own_keys(tomllib.loads(text), text)
    return dict(keys), [problem.line for problem in problems]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('home.history = "g"', {"home.history": ("g",)}),
        ('[home]\nhistory = ["g", "F5"]', {"home.history": ("g", "f5")}),
        ('"home.start" = "ctrl+s"', {"home.start": ("ctrl+s", "enter")}),
        ('session.pause = "."', {"session.pause": ("full_stop",)}),
        ('home.history = "s"\nhome.settings = "h"', {"home.history": ("s",), "home.settings": ("h",)}),
    ],
)
def test_keys_that_can_be_had(text: str, keys: dict[str, tuple[str, ...]]) -> None:
    assert asked(text) == (keys, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\nhome.nothing = "g"', "keys.toml line 2: there is no command 'home.nothing'"),
        ('home.history = "hyper"', "keys.toml line 1: there is no key 'hyper'"),
        ("home.history = 3", "keys.toml line 1: the keys must be a text"),
        ('home.history = "esc"', "there is no key 'esc'"),
        ('home.history = "escape"', "'escape' cannot be given"),
        ('home.history = "?"', "'?' cannot be given"),
        ('home.history = "s"', "'s' is the key of home.settings"),
        ('home.history = "q"', "'q' is the key of everywhere.quit"),
        ('[everywhere]\nquit = "h"', "keys.toml line 2: 'h' is the key of"),
        ('home.stiffness = "g"', "are the digits"),
    ],
)
def test_what_cannot_be_had_is_told_with_its_line(text: str, told: str) -> None:
    keys, problems = asked(text)
    assert keys == {}
    assert len(problems) == 1 and told in problems[0]


@given(
    st.dictionaries(
        st.sampled_from([command.id for command in COMMANDS]) | st.text(max_size=12),
        st.text(max_size=8) | st.lists(st.text(max_size=8), max_size=3) | st.integers() | st.none(),
        max_size=12,
    )
)
def test_whatever_is_asked_for_no_screen_loses_a_fixed_key(tables: dict[str, object]) -> None:
    keys, _ = own_keys(tables, "")
    for screen in {command.screen for command in COMMANDS}:
        usual = {binding.key for binding in bindings(screen)} & FIXED
        assert usual <= {binding.key for binding in bindings(screen, keys)}
        for command in commands_of(screen, keys):
            assert command.keys


async def test_the_new_key_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    app = UnhunchApp(make_services(tmp_path, keys={"home.history": ("g",)}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "g History" in screen_text(app).splitlines()[-1]
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("g")
        await pilot.pause()
        assert isinstance(app.screen, HistoryScreen)


@pytest.mark.parametrize("held", [b"home.history = ", b"\xff\xfe", b"x = 1" + b"0" * 5000, b"a" * 70_000])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(held)
    tables, _, problems = read_key_file(path)
    assert tables == {} and len(problems) == 1 and "\n" not in problems[0].line


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert read_key_file(tmp_path / "keys.toml") == ({}, "", ())


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


PARTS = {"home": (Offers,), "history": (HistoryMoves, HistoryChanges)}
"""What carries out commands beside its screen."""


@pytest.mark.parametrize("group", SCREENS)
def test_every_command_of_a_screen_is_carried_out_and_bound(group: str) -> None:
    screen = getattr(importlib.import_module(f"tui.ui.{SCREENS[group][0]}"), SCREENS[group][1])
    for command in commands_of(group):
        doers = (*PARTS.get(group, ()), screen)
        assert any(callable(getattr(doer, f"action_{command.verb}", None)) for doer in doers), command.id
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
        "^c",
    ]


def test_the_table_for_the_readme_holds_every_command_once() -> None:
    table = key_table()
    for group, title in TITLES.items():
        assert f"### {title}\n" in table, group
    assert table.count("\n| `") == len(COMMANDS)
    assert "| `space` | tick it into a set, or take it out |" in table


def test_an_unknown_command_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_command("home.fly")
