"""The pictures in screenshots/ are what the program draws; `python -m tests.scenes` makes them anew."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.scenes.__main__ import FOLDER
from tests.scenes.scenes import MOVING, Scene, scenes

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
    """Such as librsvg 2.54.7 and CairoSVG 2.9.1: they show what no attribute hides."""
    groups = ET.fromstring((FOLDER / f"{MOVING}.svg").read_text(encoding="utf-8")).findall("*/{*}g")
    assert any(group.find("{*}animate") is not None for group in groups)
    for group in groups:
        change = group.find("{*}animate")
        first = "visible" if change is None else change.attrib["values"].partition(";")[0]
        assert group.get("visibility", "visible") == first
