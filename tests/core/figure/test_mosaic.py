"""The mosaic: every cell shows its areas in the two colours that come nearest."""

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.figure import people
from tui.core.figure.body.pose import START, PoseAt
from tui.core.figure.colours import GROUND, packed, split, unpacked
from tui.core.figure.picture.guide import Guide
from tui.core.figure.picture.mosaic import (
    HALVES,
    QUADRANTS,
    SEXTANTS,
    Mosaic,
    MosaicPainter,
    Tiles,
    laid_over,
)

ALL = (HALVES, QUADRANTS, SEXTANTS)
STEP = 8
"""The coarseness of a colour's parts."""
byte = st.integers(0, 255)


def shown(mosaic: Mosaic, tiles: Tiles, colours: np.ndarray) -> np.ndarray:
    """Return the colours that the areas of one cell are shown in."""
    opaque = np.concatenate((colours, np.full((len(colours), 1), 255)), axis=1).astype(np.uint8)
    cells = mosaic.paint(opaque[None, None])
    inked = tiles.glyphs.index(chr(cells.glyph[0, 0]))
    ground = packed(*split(people.DARK.ground))
    codes = (int(part[0, 0]) for part in (cells.ink, cells.paper))
    ink, paper = (unpacked(ground if code == GROUND else code) for code in codes)
    return np.array([ink if inked >> area & 1 else paper for area in range(len(colours))])


@pytest.mark.parametrize("tiles", ALL)
@given(data=st.data())
def test_two_colours_are_shown_as_they_are(tiles: Tiles, data: st.DataObject) -> None:
    pair = [data.draw(st.tuples(byte, byte, byte)) for _ in range(2)]
    where = [data.draw(st.booleans()) for _ in range(tiles.grid.areas)]
    colours = np.array([pair[at] for at in where])
    apart = np.abs(np.subtract(*pair)).max()
    error = np.abs(shown(Mosaic(tiles, people.DARK), tiles, colours) - colours).max()
    assert error <= STEP or apart <= 4 * STEP


@given(st.lists(st.tuples(byte, byte, byte), min_size=4, max_size=4))
@example([(0, 0, 0), (0, 0, 0), (0, 0, 0), (13, 21, 21)])  # the ground's own colour in a cell
def test_no_other_split_in_two_errs_less(areas: list[tuple[int, int, int]]) -> None:
    colours = np.array(areas, float)
    error = ((shown(Mosaic(QUADRANTS, people.DARK), QUADRANTS, colours) - colours) ** 2).sum()
    for chosen in product((False, True), repeat=4):
        inked = np.array(chosen)
        means = [colours[side].mean(axis=0) if side.any() else 0 for side in (inked, ~inked)]
        best = (np.where(inked[:, None], *means) - colours) ** 2
        assert error <= best.sum() + 150 + 12 * STEP * STEP + 6 * STEP * np.sqrt(best.sum())


@pytest.mark.parametrize("tiles", ALL)
@pytest.mark.parametrize("known", [True, False])
def test_what_is_empty_is_the_ground(tiles: Tiles, known: bool) -> None:
    colours = people.DARK if known else people.unknown_ground()
    areas = np.zeros((1, 2, tiles.grid.areas, 4), np.uint8)
    areas[0, 1, 0] = (255, 160, 20, 255)
    cells = Mosaic(tiles, colours).paint(areas)
    assert (cells.glyph[0, 0], cells.paper[0, 0]) == (ord(" "), GROUND)
    assert cells.paper[0, 1] == GROUND and cells.ink[0, 1] == packed(255, 160, 20)
    assert tiles.glyphs.index(chr(cells.glyph[0, 1])) == 1


@given(st.integers(0, 255))
def test_an_edge_is_blended_only_with_a_ground_that_is_known(cover: int) -> None:
    areas = np.zeros((1, 1, 4, 4), np.uint8)
    areas[0, 0, :2] = (cover, cover, cover, cover)
    sharp = Mosaic(QUADRANTS, people.unknown_ground()).paint(areas)
    white = packed(255, 255, 255)
    if cover >= 128:
        assert (sharp.ink[0, 0], sharp.paper[0, 0]) == (white, GROUND)
    else:
        assert (sharp.glyph[0, 0], sharp.paper[0, 0]) == (ord(" "), GROUND)


@pytest.mark.parametrize("tiles", ALL)
def test_each_choice_of_areas_has_a_character_of_its_own(tiles: Tiles) -> None:
    assert len(set(tiles.glyphs)) == len(tiles.glyphs) == 2**tiles.grid.areas


def test_what_lies_over_something_hides_it_as_far_as_it_covers() -> None:
    lower = np.array((200, 100, 0, 255), np.uint8)
    for cover in (0, 128, 255):
        upper = np.array((0, 0, cover, cover), np.uint8)
        seen = laid_over(lower, upper)
        assert seen[3] == 255
        assert seen[0] == pytest.approx(200 * (1 - cover / 255), abs=1)
        assert seen[2] == pytest.approx(cover, abs=1)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("held", [True, False])
def test_a_picture_is_what_its_body_and_guides_are_over_each_other(id: str, known: bool, held: bool) -> None:
    person, name = people.spec(id), people.ENDS[id][0]
    stage = people.stage(person, person.views[0], (40, 20))
    colours = people.DARK if known else people.unknown_ground()
    painter, mosaic = MosaicPainter(stage, colours, QUADRANTS), Mosaic(QUADRANTS, colours)
    guide = Guide((PoseAt(START, 0.0), PoseAt(name, 1.0)), PoseAt(name, 1.0), held)
    nobody = np.zeros((stage.size.rows, stage.size.columns, 4, 4), np.uint8)
    backdrop = painter._backdrop(guide)
    for amount in (0.0, 0.4, 0.8):
        body = painter.body(stage.bones(PoseAt(name, amount)))
        whole, reach = [nobody.copy() for _ in range(3)], (stage.rows, stage.columns)
        whole[0][reach], whole[2][reach] = backdrop.under, backdrop.over
        whole[1][reach][body.inside] = body.areas
        shown = mosaic.paint(laid_over(laid_over(whole[0], whole[1]), whole[2])).frame()
        drawn = painter.picture(body, guide).frame()
        assert shown == drawn
