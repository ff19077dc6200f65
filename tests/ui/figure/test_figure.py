"""The figure on the screen: after the first paint, in the colours there are, repainting only what changed."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from tests.core.figure import people
from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.picture.artist import MOSAICS
from tui.core.figure.picture.mosaic import SEXTANTS
from tui.core.figure.style import ASCII, AUTO, COARSE, FINE, MOSAIC
from tui.core.settings.settings import Settings
from tui.ui.figure.engine import ARTISTS, FigureEngine
from tui.ui.figure.figure import Figure, FigureShelf
from tui.ui.figure.wish import Wish
from tui.ui.figure.xterm_colors import written


@cache
def shelf() -> FigureShelf:
    """An engine that has been loaded; whatever it has drawn before, it draws the same."""
    return FigureShelf(FigureEngine())


class Stand(App[None]):
    """An app that shows nothing but a figure, and writes down what it is told."""

    def __init__(self, exercise: Exercise | None) -> None:
        super().__init__()
        self.exercise = exercise
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield Figure(self.exercise, shelf=shelf())

    def on_figure_view_changed(self, message: Figure.ViewChanged) -> None:
        self.told.append(f"view {message.name}")

    def on_figure_style_changed(self, message: Figure.StyleChanged) -> None:
        self.told.append(f"style {message.name}")


@pytest.fixture
def rotate() -> Exercise:
    return people.exercise(people.ROTATE)


@pytest.fixture
def true_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


async def drawn(
    pilot: Pilot[None], ready: Callable[[Figure], bool] = lambda figure: figure.is_drawn
) -> Figure:
    figure = pilot.app.query_one(Figure)
    for _ in range(200):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        if ready(figure):
            return figure
    raise AssertionError("the figure was never drawn")


def rows(figure: Figure) -> list[str]:
    return [figure.render_line(y).text for y in range(figure.size.height)]


def test_the_widget_is_imported_without_numpy() -> None:
    code = "import sys, tui.ui.figure.figure; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_it_shows_blank_rows_until_its_engine_is_there(rotate: Exercise) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = Figure(rotate)
        assert not figure.is_drawn
        await pilot.app.mount(figure)
        assert not "".join(figure.render_line(0).text).strip()
        shown = await drawn(pilot)
        assert "# upper back" in rows(shown)[-1]


async def test_without_an_exercise_it_stays_blank() -> None:
    async with Stand(None).run_test(size=(40, 20)) as pilot:
        await pilot.app.workers.wait_for_complete()
        figure = pilot.app.query_one(Figure)
        figure.show_pose(PoseAt("left", 1.0))
        figure.cycle_view()
        assert not "".join(rows(figure)).strip() and figure.view_name == ""
        figure.show_exercise(people.exercise(people.ARCH))
        await drawn(pilot)


async def test_a_pose_told_before_the_engine_is_there_is_shown_by_it(rotate: Exercise) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        pilot.app.query_one(Figure).show_pose(PoseAt("right", 1.0), None, 0.5)
        figure = await drawn(pilot)
        assert any("right" in row for row in rows(figure))


async def test_only_rows_that_changed_are_repainted(
    rotate: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        figure.show_pose(PoseAt("left", 1.0), None, 0.0)
        await drawn(pilot)
        before = rows(figure)
        repainted: list[Region] = []
        monkeypatch.setattr(figure, "refresh", lambda *regions, **_: repainted.extend(regions))
        figure.show_pose(PoseAt("left", 1.0), None, None)
        changed = [y for y, (was, now) in enumerate(zip(before, rows(figure), strict=True)) if was != now]
        assert changed == [region.y for region in repainted] and 0 < len(changed) < 16
        figure.show_pose(PoseAt("left", 1.0), None, None)
        assert len(repainted) == len(changed)


async def test_views_and_looks_are_cycled_and_told(rotate: Exercise, true_color: None) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        pictures = {"\n".join(rows(figure))}
        for _ in range(len(rotate.figure.views) - 1):
            figure.cycle_view()
            await drawn(pilot, lambda figure: "\n".join(rows(figure)) not in pictures)
            pictures.add("\n".join(rows(figure)))
        figure.cycle_view()
        assert figure.view_index == 0
        assert figure.switch_look() and figure.switch_look()
        await pilot.pause()
        names = [view.name for view in rotate.figure.views]
        app = pilot.app
        assert isinstance(app, Stand)
        assert app.told == [f"view {name}" for name in (*names[1:], names[0])] + [
            "style ascii",
            "style auto",
        ]


async def test_another_exercise_begins_in_its_first_view(rotate: Exercise) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        figure.view_index = 2
        figure.show_exercise(people.exercise(people.ARCH))
        await drawn(pilot, lambda figure: "keep still" in rows(figure)[-1])
        assert figure.view_index == 0


async def test_it_is_drawn_anew_for_another_size(rotate: Exercise) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        await drawn(pilot)
        await pilot.resize_terminal(100, 40)
        figure = await drawn(pilot, lambda figure: "upper back" in rows(figure)[-1])
        assert all(len(row) == 100 for row in rows(figure))
        await pilot.resize_terminal(6, 3)
        await pilot.pause()
        assert len(rows(figure)) == 3


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_on_the_terminals_own_background_it_is_drawn_on_that(
    rotate: Exercise, true_color: None, theme: str
) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        pilot.app.theme = theme
        figure = await drawn(pilot)
        await pilot.pause()
        styles = [part.style for y in range(16) for part in figure.render_line(y) if part.style]
        grounds = Counter(style.bgcolor.name for style in styles if style.bgcolor)
        assert grounds.most_common(1)[0][0] == "default"
        assert len(grounds) > 6, "what is lit stands out from it"


async def test_colours_follow_the_theme(rotate: Exercise, true_color: None) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        seen = set()
        for theme in ("textual-dark", "textual-light"):
            pilot.app.theme = theme
            figure = await drawn(pilot)
            await pilot.pause()
            backgrounds = frozenset(
                str(part.style.bgcolor) for y in range(16) for part in figure.render_line(y) if part.style
            )
            assert len(backgrounds) > 6
            seen.add(backgrounds)
        assert len(seen) == 2


async def test_ascii_has_no_tint_and_a_mosaic_has_quadrants(rotate: Exercise, true_color: None) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        assert figure.look == MOSAIC
        await drawn(pilot, lambda figure: "\N{QUADRANT UPPER LEFT}" in "".join(rows(figure)))
        figure.style_name = ASCII
        await drawn(pilot, lambda figure: "##" in "".join(rows(figure)))
        assert "".join(rows(figure)).isascii()
        tints = {part.style.bgcolor for y in range(16) for part in figure.render_line(y) if part.style}
        assert len(tints) == 1
        figure.style_name = FINE
        sextants = set(SEXTANTS.glyphs[1:20])
        await drawn(pilot, lambda figure: bool(set("".join(rows(figure))) & sextants))


@pytest.mark.parametrize(
    ("system", "blocks", "look"),
    [
        ("truecolor", True, MOSAIC),
        ("256", True, MOSAIC),
        ("standard", True, ASCII),
        ("truecolor", False, ASCII),
    ],
)
async def test_auto_is_the_look_that_the_terminal_is_known_to_draw(
    rotate: Exercise, monkeypatch: pytest.MonkeyPatch, system: str, blocks: bool, look: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    async with Stand(None).run_test(size=(40, 16)) as pilot:
        await pilot.app.query_one(Figure).remove()
        figure = Figure(rotate, shelf=FigureShelf(shelf().engine, blocks=blocks))
        await pilot.app.mount(figure)
        assert figure.look == look
        await drawn(pilot)
        assert "".join(rows(figure)).isascii() == (look == ASCII)
        assert figure.switch_look() == (look != ASCII)
        assert figure.look == ASCII


@pytest.mark.parametrize("best", [MOSAIC, COARSE, FINE])
async def test_auto_is_the_mosaic_that_the_terminal_draws_best(
    rotate: Exercise, true_color: None, best: str
) -> None:
    async with Stand(None).run_test(size=(40, 16)) as pilot:
        await pilot.app.query_one(Figure).remove()
        figure = Figure(rotate, shelf=FigureShelf(shelf().engine, best_mosaic=best))
        await pilot.app.mount(figure)
        assert figure.look == best
        await drawn(pilot)
        assert set("".join(rows(figure)[1:-1])) & set(MOSAICS[best].glyphs[1:])
        assert set("".join(rows(figure)[1:-1])) <= {*MOSAICS[best].glyphs, *"turn left"}


@pytest.mark.parametrize("style", [AUTO, MOSAIC, COARSE, FINE])
async def test_the_other_look_and_back_is_the_mosaic_that_was_chosen(
    rotate: Exercise, true_color: None, style: str
) -> None:
    async with Stand(None).run_test(size=(40, 16)) as pilot:
        await pilot.app.query_one(Figure).remove()
        figure = Figure(rotate, shelf=FigureShelf(shelf().engine))
        await pilot.app.mount(figure)
        figure.style_name = style
        for expected in (ASCII, style, ASCII, style):
            assert figure.switch_look()
            assert figure.kept_in(Settings()) == Settings(figure_style=expected, mosaic_style=style)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_with_256_colours_every_colour_is_one_of_them(
    rotate: Exercise, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "256")
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        pilot.app.theme = theme
        figure = await drawn(pilot)
        await pilot.pause()
        kept = {color.rich_color for color, _ in written()} | {figure.background_colors[1].rich_color}
        styles = [part.style for y in range(16) for part in figure.render_line(y) if part.style]
        used = {color for style in styles for color in (style.color, style.bgcolor) if color}
        assert len(used) > 8 and used <= kept


def test_an_unknown_style_falls_back_on_the_default(rotate: Exercise) -> None:
    assert Figure(rotate).validate_style_name("crayon") == AUTO


def test_the_engine_keeps_few_artists_and_draws_ahead_in_bites(rotate: Exercise) -> None:
    engine = FigureEngine()
    wishes = [
        Wish(rotate, 0, "mosaic", people.DARK, (30 + columns, 12), 2.0) for columns in range(ARTISTS + 1)
    ]
    for wish in wishes:
        engine.keep(wish, engine.build(wish))
    assert [engine.has(wish) for wish in wishes] == [False] + [True] * ARTISTS
    poses = {name: engine.build(wishes[-1]).steps(name) + 1 for name in ("left", "right")}
    bites = 1
    while engine.draw_ahead(wishes[-1], "left"):
        bites += 1
    assert bites == sum(poses.values())
    assert not engine.draw_ahead(wishes[-1], "right", 0)
    assert engine.draw_ahead(wishes[-2], "left", 0)
    assert not engine.draw_ahead(wishes[0], "left")


def test_the_engine_lets_go_of_an_older_artist_that_has_become_large(
    rotate: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = FigureEngine()
    old, new = (Wish(rotate, 0, "mosaic", people.DARK, (columns, 12), 2.0) for columns in (30, 31))
    engine.keep(old, engine.build(old))
    monkeypatch.setattr("tui.ui.figure.engine.OLDER_BYTES", 2000)
    engine.frame(old, PoseAt("left", 0.0), None, None)
    assert engine.has(old)
    engine.keep(new, engine.build(new))
    assert engine.has(new) and not engine.has(old)


async def test_figures_on_one_shelf_share_their_engine(rotate: Exercise) -> None:
    shared = FigureShelf()
    async with Stand(None).run_test(size=(40, 16)) as pilot:
        await pilot.app.query_one(Figure).remove()
        await pilot.app.mount(Figure(rotate, shelf=shared))
        await drawn(pilot)
        engine = shared.engine
        await pilot.app.query_one(Figure).remove()
        await pilot.app.mount(Figure(rotate, shelf=shared))
        await drawn(pilot)
        assert shared.engine is engine


async def test_it_is_drawn_for_cells_of_the_terminals_shape(rotate: Exercise) -> None:
    shared = FigureShelf(shelf().engine, lambda: 1.6)
    async with Stand(None).run_test(size=(40, 16)) as pilot:
        await pilot.app.query_one(Figure).remove()
        figure = Figure(rotate, shelf=shared)
        await pilot.app.mount(figure)
        narrow = rows(await drawn(pilot))
        figure.cell_aspect = 2.0
        assert rows(await drawn(pilot, lambda figure: figure.is_drawn and rows(figure) != narrow))


async def test_an_artist_that_came_too_late_is_not_kept(rotate: Exercise) -> None:
    async with Stand(rotate).run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        before = rows(figure)
        late = Wish(rotate, 0, "mosaic", people.DARK, (30, 12), 2.0)
        engine = FigureEngine()
        figure.post_message(Figure.ArtistBuilt(late, engine.build(late)))
        await pilot.pause()
        assert rows(figure) == before
