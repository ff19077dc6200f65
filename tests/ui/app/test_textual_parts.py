"""Every private part of Textual that we use exists in this version, and one file alone knows of any."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import OptionList

from tests.architecture.test_floors import ROOT
from tui.ui.app import textual_parts

UI = ROOT / "tui" / "ui"
PARTS = UI / "app" / "textual_parts.py"
NAMES = {
    App: {
        *("_driver", "_batch_count", "_sync_available", "_exception", "_background_screens"),
        *("_handle_exception", "_close_messages_no_wait", "_fatal_error"),
    },
    Widget: {"_bindings", "_exchange_repaint_regions"},
    Screen: {"_bindings", "_compositor", "_size"},
    Compositor: {"_render_chops", "_regions_to_spans", "_dirty_regions"},
    ModalScreen: {"_modal"},
    OptionList: {"_line_cache"},
    Driver: {"_size"},
    LinuxDriver: {"_get_terminal_size", "_run_input_thread", "_must_signal_resume", "_sigcont_application"},
}
"""Where each part that is used is to be found."""


OF_NAMED_TUPLES = {"_replace", "_asdict", "_fields"}
"""Public in spite of their names."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in OF_NAMED_TUPLES


@cache
def members(found: type) -> frozenset[str]:
    """The private names that a class's own code gives to the class or to an instance."""
    (body,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(found))).body
    assert isinstance(body, ast.ClassDef)
    names: set[str] = set()
    for item in body.body:
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(item.name)
        if isinstance(item, ast.AnnAssign):
            names.add(ast.unparse(item.target))
    for node in ast.walk(body):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and on_self(node):
            names.add(node.attr)
    return frozenset(filter(is_private, names))


def on_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def of_textual(found: type) -> Iterator[type]:
    """A class of Textual or Rich and those that it comes from."""
    return (base for base in found.__mro__ if base.__module__.partition(".")[0] in ("textual", "rich"))


def classes() -> list[type]:
    """The classes of the screens' floor that come from one of Textual's."""
    found: list[type] = []
    for path in sorted(UI.rglob("*.py")):
        if path.name == "__init__.py" or path == PARTS:
            continue
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        own = (item for item in vars(module).values() if inspect.isclass(item))
        found += [item for item in own if item.__module__ == module.__name__ and any(of_textual(item))]
    return found


@pytest.mark.parametrize("place", NAMES, ids=lambda place: place.__name__)
def test_each_part_is_there(place: type) -> None:
    there = frozenset[str]().union(*map(members, of_textual(place)))
    assert NAMES[place] <= there


def test_the_parser_and_the_cache_are_what_they_are_taken_for() -> None:
    parser = textual_parts.SequenceParser()
    assert type(parser) is XTermParser
    assert {"mouse_pixels", "terminal_size", "terminal_pixel_size"} <= {*vars(parser), *dir(parser)}
    assert callable(StylesCache.get_inner_outer.cache_clear)


def test_the_list_is_whole() -> None:
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.name
        for node in ast.walk(ast.parse(PARTS.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.FunctionDef)
    }
    own = members(textual_parts.KeysInOrder)
    assert set(filter(is_private, names)) - own == set[str]().union(*NAMES.values())


def others() -> list[Path]:
    return [path for path in sorted((ROOT / "tui").rglob("*.py")) if path != PARTS]


def test_no_other_file_imports_a_private_module_or_touches_a_private_part() -> None:
    found: list[str] = []
    for path in others():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual.", "rich.")):
                names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
                found += [f"{path.name}: {name}" for name in names if is_private(name)]
            if isinstance(node, ast.Attribute) and is_private(node.attr) and UI in path.parents:
                known = on_self(node) or ast.unparse(node) == "os._exit"
                found += [] if known else [f"{path.name}: {ast.unparse(node)}"]
    assert found == []


def test_no_class_of_ours_has_a_private_name_that_textual_has() -> None:
    clashes = {
        f"{ours.__module__}.{ours.__name__}.{name}"
        for ours in classes()
        for theirs in of_textual(ours)
        for name in members(ours) & members(theirs)
    }
    assert clashes == set()
