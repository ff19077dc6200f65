"""A line that is painted straight on the terminal looks as Textual would have drawn it, or it draws it."""

from types import SimpleNamespace
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.figure.on_paper import COLUMNS, ROWS, Covered, Paper, cells, true_color  # noqa: F401
from tui.core.timer.plan import Phase
from tui.ui.session.gauges import HoldBar


class Stage(Covered):
    """A bar."""

    CSS = """
    Screen { layers: base note; padding: 1 3; }
    #note { layer: note; width: 6; height: 3; offset: 20 0; display: none; }
    """

    def __init__(self) -> None:
        self.bar = HoldBar()
        super().__init__(self.bar)

    def get_css_variables(self) -> dict[str, str]:
        light = self.current_theme.name == "textual-light"
        own = {"hot": "#904000" if light else "#f5a014", "rule": "#405060"}
        return super().get_css_variables() | own


async def ready(pilot: Pilot[None], app: Stage) -> Paper:
    await pilot.pause()
    paper = Paper(app)
    paper.draw()
    return paper


@pytest.mark.parametrize("grey", [False, True])
async def test_it_looks_as_if_textual_had_drawn_it(monkeypatch: pytest.MonkeyPatch, grey: bool) -> None:
    if grey:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        for passed in (0.0, 0.2, 0.55, 1.0, None):
            app.bar.show(passed)
            assert cells(paper.screen) == paper.copy()
        assert paper.paints == 5
        assert paper.rows == {app.bar.region.y}
        assert (paper.screen.cursor.x, paper.screen.cursor.y) == app.cursor_position


async def test_the_bar_of_a_hold_tells_the_middle_of_the_time_that_it_stands() -> None:
    app = Stage()
    hold = cast(Phase, SimpleNamespace(start=10.0, end=12.0))
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await ready(pilot, app)
        for passed, seen in ((0.0, 0.125), (0.5, 0.625), (0.75, 0.875), (0.99, 1.0)):
            app.bar.show(passed, hold)
            with_hold = app.bar.parts()
            app.bar.show(seen)
            assert app.bar.parts() == with_hold


async def test_what_cannot_be_seen_is_not_painted() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        for passed in (0.5, 0.501, 0.502):
            app.bar.show(passed)
        assert paper.paints == 1


async def test_under_something_else_it_is_left_to_textual() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        note = app.query_one("#note")
        note.display = True
        await pilot.pause()
        app.bar.show(0.5)
        assert paper.paints == 0
        await pilot.pause()
        paper.draw()
        note.display = False
        await pilot.pause()
        paper.draw()
        app.bar.show(0.7)
        assert paper.paints == 1
        assert cells(paper.screen) == paper.copy()


async def test_other_colours_are_painted_with_at_once() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await ready(pilot, app)
        app.bar.show(0.3)
        app.theme = "textual-light"
        await pilot.pause()
        paper = await ready(pilot, app)
        app.bar.show(0.6)
        assert paper.paints == 1
        assert cells(paper.screen) == paper.copy()


async def test_in_another_place_it_is_painted_there() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await ready(pilot, app)
        app.bar.show(0.3)
        app.query_one(Static).styles.height = 3
        await pilot.pause()
        paper = await ready(pilot, app)
        app.bar.show(0.6)
        assert paper.rows == {app.bar.region.y} == {4}
        assert cells(paper.screen) == paper.copy()
