"""What the legend calls `next` has the colour of the ghost, however many colours there are."""

import numpy as np
import pytest
from numpy.typing import NDArray
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from tests.core.figure import people
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.colours import GROUND
from tui.core.figure.frame import Frame
from tui.ui.figure.figure_colours import ROLES, FigureColours, role_colours
from tui.ui.kit.themes import DARK, LIGHT

DEPTHS = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "standard": ColorSystem.STANDARD,
}


def papers(frame: Frame) -> list[NDArray[np.uint16]]:
    return [np.frombuffer(line.paper, np.uint16) for line in frame.lines]


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_swatch_has_a_colour_of_the_ghost(theme: Theme, depth: str, id: str) -> None:
    roles = role_colours(dark=theme.dark, ascii_only=False)
    known = {role: Color.parse(roles.get(role, theme.foreground)) for role in ROLES}
    colours = FigureColours(known, Color.parse(theme.background), theme.dark, depth)

    def written(paper: int) -> str:
        color = colours.style(0, int(paper)).bgcolor
        assert color is not None
        found = color.downgrade(DEPTHS[depth])
        return str(found.triplet if found.number is None else found.number)

    artist = people.artist(id, (60, 30), colours=colours.colours)
    pose, goal = (PoseAt(people.ENDS[id][0], amount) for amount in (0.3, 1.0))
    bare, haunted = (papers(artist.frame(pose, ghost, None)) for ghost in (None, goal))
    ghost = [
        written(paper)
        for before, after in zip(bare[:-1], haunted[:-1], strict=True)
        for paper in after[(before != after) & (after != GROUND)]
    ]
    swatch = [written(paper) for paper in haunted[-1] if paper != GROUND][-1]
    assert swatch in ghost
