"""What changes at a screen's edges is painted at once, and looks as if the screen had been composed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from tests.ui.figure.on_paper import COLUMNS, ROWS, Paper, cells, true_color  # noqa: F401
from tests.ui.screen_text import screen_lines
from tui.ui.keys.commands import KeyCommand, commands_of
from tui.ui.kit.edges import Edged, FooterLine, NoticeLine, TitleLine
from tui.ui.kit.themes import DARK, text_colours

TEXTS = st.text("ab ─漢", max_size=COLUMNS + 4)
OFF = st.sets(st.sampled_from([command.id for command in commands_of("history")]))


class Edges(App[None]):
    """All that a screen has at its edges, and a line between."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.top, self.notice = TitleLine("Title"), NoticeLine()
        self.off: set[str] = set()
        self.chosen: list[KeyCommand] = []
        self.footer = FooterLine(commands_of("history"), lambda found: "no" if found in self.off else None)

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        return variables | text_colours(self.current_theme, variables)

    def on_footer_line_chosen(self, message: FooterLine.Chosen) -> None:
        self.chosen.append(message.command)

    def compose(self) -> ComposeResult:
        yield self.top
        yield Static("between")
        yield self.notice
        yield self.footer


async def test_what_is_painted_at_once_is_what_would_be_composed() -> None:
    app = Edges()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        paper = Paper(app)
        paper.draw()

        @settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
        @given(TEXTS, TEXTS, TEXTS.filter(lambda text: len(text.encode()) < COLUMNS - 4), OFF)
        def same(title: str, right: str, told: str, off: set[str]) -> None:
            app.top.title, app.top.right, app.off = title, right, off
            app.notice.show(told)
            app.footer.redraw()
            assert cells(paper.screen) == paper.copy()
            for edge in (app.top, app.notice, app.footer):
                edge.refresh()
                (usual,) = Widget.render_lines(edge, Region(0, 0, COLUMNS, 1))
                assert paper.screen.display[edge.region.y] == usual.text

        same()
        assert paper.rows == {each.region.y for each in (app.top, app.notice, app.footer)}


async def test_nothing_is_painted_where_nothing_changes() -> None:
    app = Edges()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        paper = Paper(app)
        app.top.title = "Title"
        app.footer.redraw()
        assert paper.paints == 0


async def test_a_notice_of_more_lines_takes_its_room_and_gives_it_back() -> None:
    app = Edges()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        paper = Paper(app)
        for told in ("word " * 16, "other " * 13, "short"):
            app.notice.show(told)
            await pilot.pause()
            lines = [strip.text for strip in app.screen._compositor.render_strips()]
            at = app.notice.region
            shown = " ".join(" ".join(lines[at.y : at.bottom]).split())
            assert shown == told.strip()
        assert app.notice.region.height == 1
        assert paper.paints == 0


async def test_a_click_on_a_key_is_a_click_on_its_command() -> None:
    app = Edges()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        app.off = {"history.up", "history.down"}
        app.footer.redraw()
        await pilot.pause()
        line = app.screen._compositor.render_strips()[app.footer.region.y].text
        names = [word for word in line.split() if word[0].isupper()]
        for name in names:
            await pilot.click(app.footer, offset=(line.index(name), 0))
        assert names and [command.name for command in app.chosen] == names


class Framed(Edged, Vertical):
    """Notes what is asked for in the end."""

    DEFAULT_CSS = "Framed { width: 30; height: 6; border: ascii white; padding: 1 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Region, ...]] = []

    def _set_dirty(self, *regions: Region) -> None:
        self.asked.append(regions)
        super()._set_dirty(*regions)


class Framing(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.framed = Framed()

    def compose(self) -> ComposeResult:
        yield self.framed


async def test_words_in_an_edge_have_their_row_painted() -> None:
    app = Framing()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        framed = app.framed
        for tell, row in ((framed.tell_over, 0), (framed.tell_under, 5)):
            framed.asked.clear()
            tell("words")
            tell("words")
            await pilot.pause()
            assert framed.asked == [(Region(-3, row - 2, 30, 1),)]
            assert "words" in screen_lines(app)[row]
        framed.asked.clear()
        framed.refresh()
        assert framed.asked == [()]
