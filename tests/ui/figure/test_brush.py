"""Painted straight on the terminal, the figure looks as Textual would have drawn it."""

from array import array
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.core.figure import people
from tests.ui.figure.on_paper import COLUMNS, ROWS, Covered, Paper, cells, true_color  # noqa: F401
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.frame import Frame
from tui.ui.figure.canvas import FigureCanvas
from tui.ui.figure.engine import FigureEngine
from tui.ui.figure.figure import Figure, FigureShelf

BLOCKS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟"
"""By areas of a cell, from the first alone to all but it."""
STEP = 9
"""From one of the 32 parts of a colour to the next, of 255."""
ROTATE = people.exercise(people.ROTATE)
GOAL = PoseAt("left", 1.0)


class Stage(Covered):
    """A figure."""

    def __init__(self) -> None:
        self.figure = Figure(ROTATE, shelf=FigureShelf(FigureEngine()))
        super().__init__(self.figure)


def alike(shown: list[tuple[Any, ...]], wanted: list[tuple[Any, ...]], steps: int = 1) -> bool:
    """Whether cells look the same but for a step of their colours, which is painted where it is cheaper."""
    return all(
        any(
            len(one) == len(each) and all(near(*pair, steps) for pair in zip(one, each, strict=True))
            for each in (other, turned(other))
        )
        for one, other in zip(shown, wanted, strict=True)
    )


def turned(cell: Any) -> Any:
    """Return the same areas drawn by the block that fills the rest, its ink for its paper."""
    if cell[0] not in BLOCKS or len(cell[0]) != 1:
        return cell
    return cell._replace(data=BLOCKS[-1 - BLOCKS.index(cell[0])], fg=cell.bg, bg=cell.fg)


def near(one: Any, other: Any, steps: int) -> bool:
    parts = [[int(each[at : at + 2], 16) for at in (0, 2, 4)] for each in (one, other) if is_colour(each)]
    return one == other or (
        len(parts) == 2 and all(abs(a - b) <= STEP * steps for a, b in zip(*parts, strict=True))
    )


def is_colour(part: Any) -> bool:
    return isinstance(part, str) and len(part) == 6


async def ready(pilot: Pilot[None], app: Stage) -> Paper:
    for _ in range(100):
        await app.workers.wait_for_complete()
        await pilot.pause()
        if app.figure.is_drawn:
            break
    assert app.figure.is_drawn
    paper = Paper(app)
    paper.draw()
    return paper


@pytest.mark.parametrize("style", ["auto", "ascii", "coarse", "fine"])
async def test_it_looks_as_if_textual_had_drawn_it(style: str) -> None:
    app = Stage()
    app.figure.style_name = style
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        for amount in (0.1, 0.2, 0.3, 0.2, 0.1):
            app.figure.show_pose(PoseAt("left", amount), GOAL)
            assert alike(cells(paper.screen), paper.copy())
        assert paper.paints == 5
        assert paper.rows == set(range(1, ROWS)), "the line above it is not touched"
        assert (paper.screen.cursor.x, paper.screen.cursor.y) == app.cursor_position


async def test_colours_that_change_little_by_little_are_followed_by_two_steps_at_most() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        canvas = app.query_one(FigureCanvas)
        columns, rows = canvas.size
        for level in range(1, 32):
            cell = ord("▀") << 32 | (level << 10 | level << 5 | level) << 16 | (31 - level) << 5
            wanted = Frame(array("Q", [cell] * columns * rows).tobytes(), columns)
            canvas.replace_frame(wanted)
            shown = cells(paper.screen)
            canvas._frame, painted = wanted, canvas._frame
            assert alike(shown, paper.copy(), 2)
            canvas._frame = painted
        assert 10 <= paper.paints <= 20, "a step alone is not painted"


async def test_in_a_batch_it_waits_for_what_textual_writes() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        with app.batch_update():
            app.figure.show_pose(PoseAt("left", 0.1), GOAL)
            assert (paper.paints, paper.held) == (1, 1)
            assert app.query_one(FigureCanvas)._repaint_required, "so that something is written"
        app.figure.show_pose(PoseAt("left", 0.2), GOAL)
        assert (paper.paints, paper.held) == (2, 1)
        assert alike(cells(paper.screen), paper.copy())


@pytest.mark.parametrize("style", ["auto", "ascii", "coarse", "fine"])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_the_first_picture_is_painted_over_the_blank_before_it(style: str, theme: str) -> None:
    app = Stage()
    app.theme = theme
    app.figure.style_name = style
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await ready(pilot, app)
        frame = app.figure._frame
        assert frame is not None
        app.figure._frame = None
        app.figure.refresh()
        await pilot.pause()
        paper = Paper(app)
        paper.draw()
        app.figure.replace_frame(frame)
        assert paper.paints == 1
        assert alike(cells(paper.screen), paper.copy())
        await pilot.pause()
        assert paper.paints == 1


async def test_in_greys_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        for amount in (0.1, 0.2, 0.3, 0.1):
            app.figure.show_pose(PoseAt("left", amount), GOAL)
            assert alike(cells(paper.screen), paper.copy())
        assert paper.paints == 4


async def test_other_colours_are_painted_with_at_once() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        app.figure.show_pose(PoseAt("left", 0.1), GOAL)
        app.theme = "textual-light"
        await pilot.pause()
        paper = await ready(pilot, app)
        app.figure.show_pose(PoseAt("left", 0.0), GOAL)
        assert paper.paints == 1
        assert alike(cells(paper.screen), paper.copy())


async def test_under_something_else_it_is_left_to_textual() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        note = app.query_one("#note")
        note.display = True
        await pilot.pause()
        app.figure.show_pose(PoseAt("left", 0.1), GOAL)
        assert paper.paints == 0
        note.display = False
        await pilot.pause()
        app.figure.show_pose(PoseAt("left", 0.0), GOAL)
        assert paper.paints == 1


async def test_where_it_does_not_fit_it_is_left_to_textual() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        app.figure.styles.offset = Offset(5, 0)
        await pilot.pause()
        app.figure.show_pose(PoseAt("left", 0.1), GOAL)
        assert paper.paints == 0


async def test_while_it_is_not_displayed_nothing_is_painted() -> None:
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        app.figure.display = False
        await pilot.pause()
        app.figure.show_pose(PoseAt("left", 0.1), GOAL)
        assert paper.paints == 0
