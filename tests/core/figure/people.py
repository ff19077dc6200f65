"""The people that the figure's tests draw: the bundled exercises, one of one's own, and any pose at all."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tui.adapters.content.exercises import content_folder, read_exercise
from tui.adapters.content.glyphs import read_glyphs
from tui.core.exercises.exercise import Exercise
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.figure.artist import Artist
from tui.core.figure.colours import Colours
from tui.core.figure.glyphs import GlyphTable
from tui.core.figure.pose import START, FigureSpec, Pose, View
from tui.core.figure.stage import Size, Stage

ROTATE, ARCH = "sit-and-rotate", "sit-and-arch"
DARK = Colours(
    tuple(
        (0xD9DEE4, 0x7A4A2A, 0xF4C8A4, 0x8FA4DC, 0x4A62B4, 0x7A7A86, 0x9C8870, 0xFFA81A, 0x5FAE92)
        + (0x7CC0E4, 0x56C8FF, 0xD9DEE4, 0xFFE650, 0x6C6C74, 0xF5A014, 0x9DB2EA, 0xF4C8A4, 0x20242C)
    )
)
"""By Role."""
ENDS = {ROTATE: ("left", "right"), ARCH: ("end",)}


@cache
def exercise(id: str) -> Exercise:
    return read_exercise(content_folder() / "exercises" / f"{id}.toml", own=False)


def spec(id: str) -> FigureSpec:
    return exercise(id).figure


@cache
def glyphs() -> GlyphTable:
    return read_glyphs()


@cache
def own() -> Exercise:
    """The worked example in the README of the content folder."""
    text = Path(content_folder() / "README.md").read_text(encoding="utf-8")
    return parse_exercise(tomllib.loads(text.split("```toml")[1].split("```")[0]), "chin-tuck", own=True)


def artist(
    id: str, size: tuple[int, int], look: str = "mosaic", view: int = 0, colours: Colours = DARK
) -> Artist:
    person = spec(id)
    return Artist(person, glyphs(), person.views[view], Size(*size), colours, look)


def stage(person: FigureSpec, view: View, size: tuple[int, int] = (60, 28)) -> Stage:
    columns, rows = size
    return Stage(person, view, Size(columns, rows), (1.0, 0.5, columns - 1.0, rows - 1.25))


def someone(pose: Pose, mirrored: bool = False, hands: str = "head") -> FigureSpec:
    """A person who moves from upright to `pose` on the left and to its mirror image on the right."""
    poses = {START: Pose(), "left": pose, "right": pose.mirrored()}
    if mirrored:
        poses = {name: angles.mirrored() for name, angles in poses.items()}
    return replace(spec(ROTATE), poses=poses, hands=hands)


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
