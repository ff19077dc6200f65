"""With 256 colours a picture has few of them: those chosen for its parts, the arrow's and the ghost's."""

import numpy as np
import pytest

from tests.core.figure import people
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.colours import GROUND, packed, split
from tui.core.figure.frame import Role
from tui.core.figure.scene.eight_bit import SHADES

FEW = people.DARK._replace(few=True)
STEPS = (0, 95, 135, 175, 215, 255)
GREYS = tuple(8 + 10 * step for step in range(24))


@pytest.mark.parametrize("role", SHADES)
def test_every_shade_is_a_colour_of_xterms_palette(role: Role) -> None:
    for shade in SHADES[role]:
        parts = split(shade)
        assert all(part in STEPS for part in parts) or (len(set(parts)) == 1 and parts[0] in GREYS)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_a_picture_has_no_others(id: str) -> None:
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 30), colours=FEW)
    own = {packed(*split(shade)) for shades in SHADES.values() for shade in shades}
    own.add(packed(*FEW.rgb(Role.ARROW)))
    bare = artist.frame(PoseAt(name, 1.0), None, 0.5).lines[:-1]
    for line in bare:
        inks, papers = (np.frombuffer(part, np.uint16) for part in (line.ink, line.paper))
        drawn, behind = {int(ink) & 0x7FFF for ink in inks if ink}, {int(paper) for paper in papers}
        assert drawn | behind <= own | {GROUND}


def test_a_ghost_is_seen_there_too() -> None:
    artist = people.artist(people.ARCH, (60, 30), colours=FEW)
    bare, haunted = (artist.frame(PoseAt("end", 1.0), ghost, 0.5) for ghost in (None, PoseAt("end", 0.0)))
    differ = sum(
        one != other
        for before, after in zip(bare.lines[:-1], haunted.lines[:-1], strict=True)
        for one, other in zip(before.paper, after.paper, strict=True)
    )
    assert differ > 40
