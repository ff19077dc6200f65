"""The pictures in screenshots/ are what the program draws; `python -m tests.scenes` makes them anew."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.scenes.__main__ import FOLDER
from tests.scenes.scenes import MOVING, Scene, scenes
from tests.scenes.tiles import RECTANGLES

QUICK = ("home-100x32", "session-100x32", "history-100x32")
QUICK_SCENES = [scene for scene in scenes() if scene.name in QUICK]
OTHER_SCENES = [scene for scene in scenes() if scene.name not in QUICK]


async def compare(scene: Scene, folder: Path) -> None:
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    drawn = await scene.picture(folder)
    assert drawn == kept, f"if this is meant: python -m tests.scenes {scene.name}"


@pytest.mark.parametrize("scene", QUICK_SCENES, ids=lambda scene: scene.name)
async def test_the_main_pictures_are_fresh(scene: Scene, tmp_path: Path) -> None:
    await compare(scene, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("scene", OTHER_SCENES, ids=lambda scene: scene.name)
async def test_every_picture_is_fresh(scene: Scene, tmp_path: Path) -> None:
    await compare(scene, tmp_path)


def test_a_viewer_that_does_not_animate_shows_the_first_moving_picture_whole() -> None:
    """Such as librsvg 2.54.7 and CairoSVG 2.9.1: they show what no attribute hides.

    Inkscape 1.2.2 heeds no visibility that is inherited, and would show all pictures at once.
    """
    groups = ET.fromstring((FOLDER / f"{MOVING}.svg").read_text(encoding="utf-8")).findall("*/*/{*}g")
    assert any(group.find("{*}animate") is not None for group in groups)
    for group in groups:
        change = group.find("{*}animate")
        first = "inline" if change is None else change.attrib["values"].partition(";")[0]
        assert group.get("display", "inline") == first
        assert group.get("visibility") is None


@pytest.mark.parametrize("glyph", sorted(RECTANGLES))
def test_a_block_is_drawn_as_rectangles_within_its_cell(glyph: str) -> None:
    rectangles = RECTANGLES[glyph]
    assert rectangles
    for left, top, wide, high in rectangles:
        assert 0 <= left < left + wide <= 1 and 0 <= top < top + high <= 1
    area = sum(wide * high for _, _, wide, high in rectangles)
    assert 0 < area <= 1 and (area == 1) == (glyph == "\N{FULL BLOCK}")


def test_no_picture_fetches_anything_or_draws_blocks_by_a_font() -> None:
    for path in FOLDER.glob("*.svg"):
        picture = path.read_text(encoding="utf-8")
        assert "url(http" not in picture and "@font-face" not in picture, path.name
        assert not set(picture) & set(RECTANGLES), path.name


def test_the_moving_picture_is_not_too_large_for_a_page() -> None:
    assert (FOLDER / f"{MOVING}.svg").stat().st_size <= 2_500_000
