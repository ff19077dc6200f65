"""Counts what of a screen is used, and finds the largest part of it that is not."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

from tui.ui.figure.figure import Figure
from tui.ui.kit.row_list import RowList
from tui.ui.session.gauges import HoldBar, SessionBar

Grid = list[list[bool]]
"""Rows of cells: whether each is used."""
Cell = tuple[str, Style]
"""A character and its style; empty in the second cell of a wide one."""

_NOT_INK = frozenset(" \N{NO-BREAK SPACE}") | {
    chr(code) for code in (*range(0x2500, 0x2580), *range(0x2591, 0x2594))
}
"""Blanks, lines and shading."""
_PASSED = frozenset("\N{BOX DRAWINGS HEAVY HORIZONTAL}\N{BOX DRAWINGS HEAVY LEFT}")
"""What has passed of a thin bar: no border is as heavy."""


def cells_of(app: App[None]) -> list[list[Cell]]:
    """Return rows of characters and their styles: an empty one behind a wide one, none that combine."""
    return [list(_split(strip)) for strip in app.screen._compositor.render_strips()]


def _split(strip: Strip) -> Iterator[Cell]:
    for text, style, _ in strip:
        for character in text:
            if not cell_len(character):
                continue
            yield character, style or Style()
            for _ in range(cell_len(character) - 1):
                yield "", style or Style()


def used_cells(app: App[None]) -> Grid:
    """Return which cells hold a character, or a part of the figure or of the bar over a row.

    Lines, shading and grounds are no use of a cell; those of a session's bars are, passed or yet to pass.
    """
    rows = cells_of(app)
    grid = [[character not in _NOT_INK or character in _PASSED for character, _ in row] for row in rows]
    ground = rows[0][0][1].bgcolor
    for figure in app.screen.query(Figure):
        _use_painted(grid, rows, figure.region, lambda colour: colour != ground)
    for kind in (HoldBar, SessionBar):
        for each in app.screen.query(kind):
            _use_written(grid, rows, each.region)
    bar = Color.parse(app.get_css_variables()["bar"]).triplet
    for each in app.screen.query(RowList):
        _use_painted(grid, rows, each.region, lambda colour: colour.triplet == bar)
    return grid


def _use_painted(
    grid: Grid, rows: Sequence[Sequence[tuple[str, Style]]], region: Region, counts: object
) -> None:
    for y in range(region.y, region.bottom):
        for x in range(region.x, region.right):
            colour = rows[y][x][1].bgcolor
            grid[y][x] |= colour is not None and counts(colour)


def _use_written(grid: Grid, rows: Sequence[Sequence[Cell]], region: Region) -> None:
    for y in range(region.y, region.bottom):
        for x in range(region.x, region.right):
            grid[y][x] |= rows[y][x][0] != " "


def share(grid: Grid) -> float:
    """Return the share of cells that are used."""
    return sum(map(sum, grid)) / sum(map(len, grid))


def largest_empty(grid: Grid) -> tuple[int, Region]:
    """Return the largest rectangle without a used cell, and its cells."""
    width = len(grid[0])
    heights = [0] * (width + 1)
    best, where = 0, Region()
    for y, row in enumerate(grid):
        for x in range(width):
            heights[x] = 0 if row[x] else heights[x] + 1
        stack: list[int] = []
        for x in range(width + 1):
            while stack and heights[stack[-1]] >= heights[x]:
                height = heights[stack.pop()]
                left = stack[-1] + 1 if stack else 0
                if height * (x - left) > best:
                    best, where = height * (x - left), Region(left, y - height + 1, x - left, height)
            stack.append(x)
    return best, where
