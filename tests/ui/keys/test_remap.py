"""Keys of one's own: what can be had works; what cannot is told with its line and changes nothing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fakes import make_services
from tests.ui.screen_text import screen_text
from tui.adapters.settings.key_file import read_key_file
from tui.ui.app.app import UnhunchApp
from tui.ui.history.history import HistoryScreen
from tui.ui.home.home import HomeScreen
from tui.ui.keys.command_table import COMMANDS
from tui.ui.keys.commands import bindings, commands_of
from tui.ui.keys.remap import FIXED, own_keys


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
