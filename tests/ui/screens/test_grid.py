"""Every screen at every size: borders closed, nothing outside its panel, no text cut without a mark."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.app import App
from textual.content import Content
from textual.widget import Widget

from tests.ui.ink import cells_of
from tests.ui.views import tour
from tui.core.text.weekdays import WEEKDAYS
from tui.ui.figure.figure import Figure

ROOT = Path(__file__).resolve().parents[3]
WIDTHS, HEIGHTS = (60, 80, 100, 120, 160, 200, 220), (18, 24, 32, 43, 60, 70)
QUICK = ((60, 18, "ascii"),)
"""The least, where most is cut."""
GRID = [
    (width, height, ("unicode", "ascii")[(across + down) % 2])
    for across, width in enumerate(WIDTHS)
    for down, height in enumerate(HEIGHTS)
]
"""Every size, in the two glyph sets by turns: each width and each height has both."""
CORNERS = {"round": "╭╮╰╯", "ascii": "++++"}
SIDES = {"round": "│", "ascii": "|"}
CUT = ("…", "..")


@cache
def known_words() -> frozenset[str]:
    """Return every word that the program's own files have: what is cut in its middle is none of them."""
    files = [*ROOT.glob("tui/**/*.py"), *ROOT.glob("content/**/*.toml"), ROOT / "tests/scenes/past.py"]
    ticked = {f"x{day[:2].casefold()}" for day in WEEKDAYS}
    return frozenset(re.findall(r"[a-z]+", " ".join(path.read_text().casefold() for path in files))) | ticked


def faults(app: App[None]) -> Iterator[str]:
    """Yield what is wrong with the screen in front, as its cells and its widgets tell it."""
    cells = [[character for character, _ in row] for row in cells_of(app)]
    for widget in app.screen.query("*"):
        if widget.region and widget.visible and all(each.display for each in widget.ancestors_with_self):
            yield from _broken_border(widget, cells)
            yield from _outside(widget)
            yield from _cut_off(widget)
    yield from _halved_words(app, cells)


def _broken_border(widget: Widget, cells: list[list[str]]) -> Iterator[str]:
    kind, _ = widget.styles.border_top
    if kind not in CORNERS or widget.styles.border_left[0] != kind:
        return
    x, y, width, height = widget.region
    right, bottom = x + width - 1, y + height - 1
    found = "".join(cells[row][column] for row in (y, bottom) for column in (x, right))
    sides = {cells[row][column] for row in range(y + 1, bottom) for column in (x, right)}
    if found != CORNERS[kind] or sides - {SIDES[kind]}:
        yield f"{widget!r}: its border is {found} with sides {sides}"
    for title in (widget._border_title, widget._border_subtitle):
        if title is not None and title.cell_length > width - 4:
            row = "".join(cells[y if title is widget._border_title else bottom])
            if not any(mark in row for mark in CUT):
                yield f"{widget!r}: its title does not fit: {title.plain}"


def _outside(widget: Widget) -> Iterator[str]:
    parent = widget.parent
    if isinstance(parent, Widget) and parent.styles.layers == widget.screen.styles.layers:
        return
    holds = isinstance(parent, Widget) and not parent.is_scrollable and widget.styles.dock == "none"
    if isinstance(parent, Widget) and holds and not parent.region.contains_region(widget.region):
        yield f"{widget!r} at {widget.region} is not inside {parent!r} at {parent.region}"
    if not widget.screen.region.contains_region(widget.region):
        yield f"{widget!r} at {widget.region} is not on the screen"


def _cut_off(widget: Widget) -> Iterator[str]:
    """Yield what a widget would write that there is no room for."""
    content = None if isinstance(widget, Figure) else _written(widget)
    if content is None or not content.plain.strip():
        return
    width, height = widget.content_size
    lines = content.split("\n")
    if widget.styles.text_wrap == "nowrap" or width < 1:
        wide = [line.plain for line in lines if line.rstrip().cell_length > width]
        high = len(lines)
    else:
        wide = [
            word for word in content.plain.split() if Content(word).cell_length > width and "/" not in word
        ]
        high = content.get_height(widget.styles.get_rules(), width)
    if wide or high > height:
        yield f"{widget!r}: {width}x{height} is too little for {high} lines, {wide[:2]}"


def _written(widget: Widget) -> Content | None:
    try:
        content = widget.render()
    except Exception:  # containers and lines that draw themselves have nothing of the kind
        return None
    return content if isinstance(content, Content) else getattr(widget, "content", None)


def _halved_words(app: App[None], cells: list[list[str]]) -> Iterator[str]:
    """Yield words that are none: the beginning of one, with nothing to say that it goes on."""
    boxes = [widget.region for widget in app.screen.query("*") if widget.styles.border_top[0]]
    shown = max(boxes, key=lambda region: region.area) if app.screen.is_modal and boxes else app.screen.region
    for row in cells[shown.y : shown.bottom]:
        line = "".join(character or " " for character in row[shown.x : shown.right])
        for word in re.finditer(r"(?<![\w./~'-])[A-Za-z]{3,}(?![\w./'-])", line):
            if line[word.end() : word.end() + 1] in CUT or line[word.end() : word.end() + 2] in CUT:
                continue
            if word.group().casefold() not in known_words():
                yield f"no word: {word.group()!r} in {line.strip()!r}"


async def check(folder: Path, width: int, height: int, glyphs: str) -> None:
    wrong: list[str] = []
    async for name, place in tour(folder, (width, height), glyphs):
        wrong += [f"{name}: {fault}" for fault in faults(place.app)]
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def blank_figure(no_drawing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the figure blank, and wait for none."""
    monkeypatch.setattr(Figure, "is_drawn", property(lambda _: True))


@pytest.mark.usefixtures("blank_figure")
@pytest.mark.parametrize(("width", "height", "glyphs"), QUICK)
async def test_nothing_is_cut_off(tmp_path: Path, width: int, height: int, glyphs: str) -> None:
    await check(tmp_path, width, height, glyphs)


@pytest.mark.slow
@pytest.mark.usefixtures("blank_figure")
@pytest.mark.parametrize(("width", "height", "glyphs"), GRID)
async def test_nothing_is_cut_off_at_any_size(tmp_path: Path, width: int, height: int, glyphs: str) -> None:
    await check(tmp_path, width, height, glyphs)
