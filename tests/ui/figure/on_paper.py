"""A terminal emulator under an app that paints a widget straight on it."""

from typing import Any

import pyte
import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from tests.core.terminal.test_terminal_diff import seen

COLUMNS, ROWS = 44, 18


class Covered(App[None]):
    """A widget under a line of text, on a screen that may be covered by a note."""

    CSS = """
    Screen { layers: base note; }
    #note { layer: note; width: 6; height: 3; offset: 20 6; display: none; }
    """

    def __init__(self, painted: Widget) -> None:
        super().__init__()
        self._painted = painted

    def compose(self) -> ComposeResult:
        yield Static("above")
        yield self._painted
        yield Static("note", id="note")


class Paper:
    """A terminal emulator under the app's driver."""

    def __init__(self, app: App[None]) -> None:
        self.screen = pyte.Screen(*app.size)
        self._stream = pyte.Stream(self.screen)
        self._app = app
        self.paints = 0
        self.held = 0
        self.rows: set[int] = set()
        app._driver.paint = self.paint  # type: ignore[union-attr]

    def paint(self, text: str, part: Region, *, held: bool = False) -> None:
        self.paints += 1
        self.held += held
        self.rows |= set(part.line_range)
        before = cells(self.screen)
        self._stream.feed(text)
        after = cells(self.screen)
        wide = self.screen.columns
        changed = [divmod(at, wide) for at, cell in enumerate(before) if cell != after[at]]
        assert all(part.contains(x, y) for y, x in changed)

    def copy(self) -> list[tuple[Any, ...]]:
        """Return what Textual would show."""
        other = pyte.Screen(*self._app.size)
        pyte.Stream(other).feed(composed(self._app))
        return cells(other)

    def draw(self) -> None:
        """Let Textual's picture be on the terminal."""
        self._stream.feed(composed(self._app))


def composed(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    rows = enumerate((strip.render(app.console) for strip in strips), 1)
    return "\x1b[0m" + "".join(f"\x1b[{y};1H{row}" for y, row in rows)


def cells(screen: pyte.Screen) -> list[tuple[Any, ...]]:
    rows, columns = range(screen.lines), range(screen.columns)
    return [seen(screen.buffer[row][column]) for row in rows for column in columns]


@pytest.fixture(autouse=True)
def true_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
