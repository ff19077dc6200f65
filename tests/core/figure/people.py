"""The people that the figure's tests draw: the bundled exercises, one of one's own, and any pose at all."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from tui.adapters.content.exercises import content_folder, read_exercise
from tui.core.exercises.exercise import Exercise
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.figure.body.pose import START, FigureSpec, Pose, PoseAt, View
from tui.core.figure.colours import Colours
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.raster import DARKEST, DEPTH_STEPS, FAR, LIGHT_STEPS, Raster
from tui.core.figure.scene.stage import Size, Stage

ROTATE, ARCH = "sit-and-rotate", "sit-and-arch"
_DARK = (
    "d9dee4 7a4a2a f4c8a4 8fa4dc 4a62b4 7a7a86 9c8870 ffa81a 5fae92 "
    "7cc0e4 56c8ff d9dee4 ffe650 6c6c74 f5a014 9db2ea f4c8a4 20242c"
)
DARK = Colours(tuple(int(colour, 16) for colour in _DARK.split(" ")))
"""By Role."""


def unknown_ground() -> Colours:
    """The same on a terminal whose background is not known."""
    return DARK._replace(ground_known=False)


ENDS = {ROTATE: ("left", "right"), ARCH: ("end",)}


@cache
def exercise(id: str) -> Exercise:
    return read_exercise(content_folder() / "exercises" / f"{id}.toml", own=False)


def spec(id: str) -> FigureSpec:
    return exercise(id).figure


@cache
def own() -> Exercise:
    """The worked example in the README of the content folder."""
    text = Path(content_folder() / "README.md").read_text(encoding="utf-8")
    return parse_exercise(tomllib.loads(text.split("```toml")[1].split("```")[0]), "chin-tuck", own=True)


def artist(
    id: str, size: tuple[int, int], look: str = "mosaic", view: int = 0, colours: Colours = DARK
) -> Artist:
    person = spec(id)
    return Artist(person, person.views[view], Size(*size), colours, look)


def stage(person: FigureSpec, view: View, size: tuple[int, int] = (60, 28)) -> Stage:
    columns, rows = size
    return Stage(person, view, Size(columns, rows), (1.0, 0.5, columns - 1.0, rows - 1.25))


def drawn(stage: Stage, at: PoseAt) -> Raster:
    """Return everything that the stage shows of a moment."""
    return stage.person(stage.bones(at)).raster()


def someone(pose: Pose, mirrored: bool = False, hands: str = "head") -> FigureSpec:
    """A person who moves from upright to `pose` on the left and to its mirror image on the right."""
    poses = {START: Pose(), "left": pose, "right": pose.mirrored()}
    if mirrored:
        poses = {name: angles.mirrored() for name, angles in poses.items()}
    return spec(ROTATE)._replace(poses=poses, hands=hands)


def angles(most: float) -> st.SearchStrategy[float]:
    return st.floats(-most, most, allow_nan=False, width=32)


poses = st.builds(
    Pose,
    twist=angles(60),
    bend=angles(60),
    side=angles(45),
    head_twist=angles(80),
    head_bend=angles(45),
    head_side=angles(45),
    head_slide=angles(4),
)


def depth_of(raster: Raster) -> NDArray[np.float64]:
    """Return the depth in columns."""
    return raster.depth / DEPTH_STEPS + FAR


def light_of(raster: Raster) -> NDArray[np.float64]:
    """Return the light, from 0 to about 1; it means nothing where nothing is."""
    return raster.light / LIGHT_STEPS + DARKEST
