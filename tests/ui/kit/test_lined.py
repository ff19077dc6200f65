"""Lines are written as Textual would write them, drawn once, and painted where they stand."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tests.ui.figure.on_paper import COLUMNS, ROWS, Covered, Paper, true_color  # noqa: F401
from tests.ui.figure.on_paper import cells as cells_on
from tui.ui.kit.lined import Lined

WIDTH, HEIGHT = 12, 5
STYLES = st.sampled_from(["", "bold", "$primary on $surface", "italic red", "$primary 40%"])
LINES = st.lists(
    st.builds(
        lambda pieces, ground: Content.assemble(*pieces).stylize_before(ground),
        st.lists(st.tuples(st.text("ab ─", max_size=WIDTH // 3), STYLES), max_size=3),
        STYLES,
    ),
    min_size=1,
    max_size=HEIGHT,
)
AROUND = (5, 3)
"""Cells and lines of the frame."""
CROPS = st.builds(
    Region,
    *(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)),
    *(st.integers(1, WIDTH + AROUND[0]), st.integers(1, HEIGHT + AROUND[1])),
)


class Given(Lined):
    """Draws what it is given."""

    DEFAULT_CSS = f"Given {{ width: {WIDTH}; height: {HEIGHT}; background: blue 30%; color: green; }}"
    given: Sequence[Content] = ()
    asked = 0

    def draw(self, size: Size) -> list[Content]:
        return [*self.given[: size.height]]

    def _as_written(self, line: Content) -> Strip:
        self.asked += 1
        return super()._as_written(line)


class Usual(Widget):
    """The same lines by Textual's own way."""

    DEFAULT_CSS = Given.DEFAULT_CSS.replace("Given", "Usual").replace("}", "text-wrap: nowrap; }")
    given: Sequence[Content] = ()

    def render(self) -> Content:
        return Content("\n").join(self.given)


class Page(App[None]):
    """One of each."""

    def compose(self) -> ComposeResult:
        yield Given()
        yield Usual()


def cells(strips: list[Strip]) -> list[list[tuple[str, str]]]:
    """Every character with its style; of a blank with its ground."""
    return [
        [
            (character, str(style if character != " " else style.background_style))
            for text, style, _ in strip
            if style
            for character in text
        ]
        for strip in strips
    ]


def frame(widget: Widget) -> None:
    """Put a border with words and a padding around it."""
    widget.styles.width, widget.styles.height = WIDTH + AROUND[0], HEIGHT + AROUND[1]
    widget.styles.border = ("round", Color.parse("red"))
    widget.styles.padding = (1, 2, 0, 1)
    widget.border_title, widget.border_subtitle = "over", "under"


@pytest.mark.parametrize("framed", [False, True])
async def test_lines_are_written_as_textual_would(framed: bool) -> None:
    app = Page()
    async with app.run_test(size=(40, 20)) as pilot:
        assert any(isinstance(each, ANSIToTruecolor) for each in app.get_line_filters())
        lined, usual = app.query_one(Given), app.query_one(Usual)
        if framed:
            frame(lined)
            frame(usual)
            await pilot.pause()

        @settings(deadline=None, suppress_health_check=list(HealthCheck))
        @given(LINES, CROPS)
        def same(lines: list[Content], crop: Region) -> None:
            crop = crop.intersection(lined.outer_size.region)
            lined.given = usual.given = lines
            lined.refresh()
            usual.refresh()
            assert cells(lined.render_lines(crop)) == cells(usual.render_lines(crop))

        same()


async def test_a_line_that_is_shown_again_is_not_drawn_again() -> None:
    app = Page()
    async with app.run_test(size=(40, 10)):
        lined = app.query_one(Given)
        lined.given = [Content(letter) for letter in "abcde"]
        lined.refresh()
        whole = Region(0, 0, WIDTH, HEIGHT)
        lined.render_lines(whole)
        before = lined.asked
        lined.given = [Content(letter) for letter in "bcdef"]
        lined.redraw()
        lined.render_lines(whole)
        assert lined.asked == before + 1


async def test_what_stands_around_the_lines_is_drawn() -> None:
    app = Page()
    async with app.run_test(size=(40, 10)) as pilot:
        lined = app.query_one(Given)
        lined.given = [Content("a")]
        lined.styles.padding = (0, 1)
        await pilot.pause()
        assert lined.render_lines(Region(0, 0, WIDTH, 1))[0].text == " a" + " " * (WIDTH - 2)


LETTERS = [Content.styled("aaa", "bold"), Content("b"), Content("c")]


def on_paper(app: Covered) -> Paper:
    paper = Paper(app)
    paper.draw()
    return paper


@pytest.mark.parametrize("grey", [False, True])
async def test_lines_that_change_are_painted_at_once(monkeypatch: pytest.MonkeyPatch, grey: bool) -> None:
    if grey:
        monkeypatch.setenv("NO_COLOR", "1")
    lined = Given()
    lined.given = LETTERS
    app = Covered(lined)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        paper = on_paper(app)
        lined.given = [LETTERS[0], Content.styled("日", "italic red"), Content("c"), Content("new")]
        lined.redraw()
        assert cells_on(paper.screen) == paper.copy()
        assert paper.paints == 1
        assert paper.rows == {2, 3, 4}, "from the first to the last that changes"
        assert (paper.screen.cursor.x, paper.screen.cursor.y) == app.cursor_position
        lined.redraw()
        assert paper.paints == 1, "nothing changes"


@pytest.mark.parametrize("framed", [False, True])
async def test_other_colours_and_another_place_are_painted_with_and_in(framed: bool) -> None:
    lined = Given()
    lined.given = LETTERS
    app = Covered(lined)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        lined.styles.color = "yellow"
        lined.styles.offset = (5, 2)
        if framed:
            frame(lined)
        await pilot.pause()
        paper = on_paper(app)
        lined.given = [Content("new")]
        lined.redraw()
        assert paper.paints == 1
        assert cells_on(paper.screen) == paper.copy()


@pytest.mark.parametrize("where", ["under a note", "on a covered screen"])
async def test_where_something_may_be_in_the_way_lines_are_left_to_textual(where: str) -> None:
    lined = Given()
    lined.given = LETTERS
    app = Covered(lined)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        if where == "under a note":
            app.query_one("#note").styles.offset = (0, 0)
            app.query_one("#note").display = True
        else:
            await app.push_screen(ModalScreen())
        await pilot.pause()
        paper = on_paper(app)
        lined.given = [Content("new")]
        lined.redraw()
        assert paper.paints == 0
        await pilot.pause()
        assert "new" in lined.render_lines(Region(0, 0, WIDTH, 1))[0].text


@pytest.mark.parametrize("framed", [False, True])
async def test_the_mouse_selects_from_one_line_to_another(framed: bool) -> None:
    app = Page()
    async with app.run_test(size=(40, 20)) as pilot:
        lined = app.query_one(Given)
        lined.given = [Content("abc"), Content.assemble("de", ("f", "bold")), Content("ghi")]
        if framed:
            frame(lined)
        lined.refresh()
        await pilot.pause()
        left, top = lined.gutter.left, lined.gutter.top
        await pilot.mouse_down(lined, offset=(left + 1, top))
        await pilot.hover(lined, offset=(left + 1, top + 1))
        await pilot.mouse_up(lined, offset=(left + 1, top + 1))
        assert app.screen.get_selected_text() == "bc\nde"
        drawn = [each for line in cells(lined.render_lines(lined.outer_size.region)) for each in line]
        ground = next(style for letter, style in drawn if letter == "i").partition(" on ")[2]
        marked = [letter for letter, style in drawn if letter in "abcdefghi" and not style.endswith(ground)]
        assert "".join(marked) == "bcde"
