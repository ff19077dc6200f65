"""What our compositor leaves out is what does not change: the rest is as Textual's own draws it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from tui.ui.app.textual_parts import LineCompositor, compose_by_lines

SIZE = (40, 14)
REGIONS = st.lists(
    st.builds(Region, st.integers(0, 39), st.integers(0, 13), st.integers(1, 40), st.integers(1, 14)),
    min_size=1,
    max_size=3,
)


class Counting(Static):
    """Counts the lines that are asked of it."""

    asked = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        Counting.asked += crop.height
        return super().render_lines(crop)


class Page(App[None]):
    """Panels beside each other, one cut off by the screen, one over the others."""

    CSS = """
    #left { width: 17; border: round red; padding: 0 1; }
    #right { border: solid blue; }
    #low { height: 20; }
    #over { layer: over; offset: 10 3; width: 12; height: 4; background: green; }
    Screen { layers: default over; }
    """

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Vertical(Counting("one\ntwo\nthree"), Static("x" * 90), id="left")
            yield Vertical(Static("high"), Static("low\n" * 30, id="low"), id="right")
        yield Static("in front", id="over")


def shown(compositor: Compositor, regions: list[Region]) -> list[tuple[int, list[tuple[int, str]]]]:
    """What is to be written of each span that changes, cell by cell."""
    whole = Region(0, 0, *SIZE)
    compositor._dirty_regions = {region.intersection(whole) for region in regions} - {Region()}
    update = compositor.render_partial_update()
    if update is None:
        return []
    found = []
    for y, first, last in update.spans:
        cells: dict[int, str] = {}
        for x, strip in update.chops[y].items():
            if strip is not None:
                for at, character in enumerate(strip.text, start=x):
                    cells[at] = character
        found.append((y, [(x, cells[x]) for x in range(first, last)]))
    return found


async def test_it_draws_what_textual_draws_and_asks_for_less() -> None:
    app = Page()
    async with app.run_test(size=SIZE):
        compositor = app.screen._compositor

        @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
        @given(REGIONS)
        def same(regions: list[Region]) -> None:
            compositor.__class__ = Compositor
            usual = shown(compositor, regions)
            compositor.__class__ = LineCompositor
            assert shown(compositor, regions) == usual

        same()
        compositor.__class__ = LineCompositor
        Counting.asked = 0
        shown(compositor, [Region(2, 2, 3, 1)])
        assert Counting.asked == 1


async def test_what_is_not_displayed_lets_nothing_be_arranged_anew() -> None:
    app = Page()
    async with app.run_test(size=SIZE) as pilot:
        compose_by_lines(app.screen)
        app.query_one("#low").display = False
        app.refresh(layout=True)
        await pilot.pause()
        compositor = app.screen._compositor
        assert compositor.full_map
        compositor.update_widgets({app.query_one("#low"), app.query_one("#over")})
        assert not compositor._full_map_invalidated
        assert compositor._dirty_regions == {Region(10, 3, 12, 4)}
        compositor.update_widgets({Static("one that is new")})
        assert compositor._full_map_invalidated


async def test_what_was_painted_whole_is_not_painted_again_but_what_changes_after_it_is() -> None:
    app = Page()
    async with app.run_test(size=SIZE) as pilot:
        compose_by_lines(app.screen)
        app.refresh(layout=True)
        await pilot.pause()
        compositor, over = app.screen._compositor, app.query_one("#over")
        over.refresh()
        compositor.render_full_update()
        compositor.update_widgets({over})
        assert compositor._dirty_regions == set()
        over.refresh()
        compositor.update_widgets({over})
        assert compositor._dirty_regions == {Region(10, 3, 12, 4)}
