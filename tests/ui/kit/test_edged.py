"""Other words in the edge of a frame: that row alone is painted anew."""

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.geometry import Region

from tests.ui.screen_text import screen_lines
from tui.ui.kit.edged import Edged


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
