"""Lines are written as Textual would write them, and drawn once."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.ui.kit.lined import Lined

WIDTH, HEIGHT = 12, 5
LINES = st.lists(
    st.builds(
        Content.styled,
        st.text("ab ─", max_size=WIDTH),
        st.sampled_from(["", "bold", "$primary on $surface", "italic red"]),
    ),
    min_size=1,
    max_size=HEIGHT,
)
CROPS = st.builds(
    lambda x, y, width, height: Region(x, y, width, height).intersection(Region(0, 0, WIDTH, HEIGHT)),
    *(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1)),
    *(st.integers(1, WIDTH), st.integers(1, HEIGHT)),
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


async def test_lines_are_written_as_textual_would() -> None:
    app = Page()
    async with app.run_test(size=(40, 10)):
        assert any(isinstance(each, ANSIToTruecolor) for each in app.get_line_filters())
        lined, usual = app.query_one(Given), app.query_one(Usual)

        @settings(deadline=None, suppress_health_check=list(HealthCheck))
        @given(LINES, CROPS)
        def same(lines: list[Content], crop: Region) -> None:
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
