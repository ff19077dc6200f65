"""Every figure fits its picture: at any size, in every view and style, one's own exercise too."""

from itertools import product

import pytest

from tests.core.figure import people
from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import START, PoseAt
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size

EXERCISES = {people.ROTATE: people.exercise, people.ARCH: people.exercise, "own": lambda _: people.own()}
LOOKS = ("ascii", "mosaic", "coarse", "fine")
TALL = [(11, 80), (30, 62), (24, 43), (18, 120), (10, 6), (12, 40), (60, 6), (40, 20), (37, 57)]
COLUMNS = (10, 11, 12, 14, 18, 24, 32, 60, 120, 220)
ALL = [*product(COLUMNS, (6, 8, 12, 20, 43, 120))]


def draw(exercise: Exercise, view: int, size: tuple[int, int], look: str) -> None:
    """Draw a movement and a hold, as a session does, and look at the edges."""
    figure = exercise.figure
    artist = Artist(figure, figure.views[view], Size(*size), people.DARK, look)
    end = next(name for name in figure.poses if name != START)
    for at, hold in ((PoseAt(end, 0.5), None), (PoseAt(end, 1.0), 0.5)):
        lines = artist.frame(at, PoseAt(end, 1.0), hold).lines
        assert len(lines) == size[1]
        assert {len(line.text) for line in lines} == {size[0]}


@pytest.mark.parametrize("id", EXERCISES)
@pytest.mark.parametrize("size", TALL)
def test_a_figure_fits_a_picture_of_any_shape(id: str, size: tuple[int, int]) -> None:
    exercise = EXERCISES[id](id)
    for view in range(len(exercise.figure.views)):
        draw(exercise, view, size, "mosaic")


@pytest.mark.slow
@pytest.mark.parametrize("id", EXERCISES)
@pytest.mark.parametrize("look", LOOKS)
def test_a_figure_fits_a_picture_of_every_size(id: str, look: str) -> None:
    exercise = EXERCISES[id](id)
    for view, size in product(range(len(exercise.figure.views)), ALL):
        draw(exercise, view, size, look)
