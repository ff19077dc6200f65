"""Diagrams in plain ASCII: the key poses of a figure beside each other, for a pipe, a page or a mail."""

from collections.abc import Iterator

from tui.core.figure.body.pose import START, FigureSpec, PoseAt
from tui.core.figure.colours import Colours
from tui.core.figure.frame import Role
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size
from tui.core.figure.style import ASCII

COLUMNS, ROWS = 36, 18
"""Of one diagram."""
_BETWEEN = 2
_NO_COLOURS = Colours((0,) * len(Role))


def diagrams(person: FigureSpec, width: int) -> Iterator[str]:
    """Yield the lines of the start pose and of each end pose, each headed by its name.

    Args:
        person: who moves.
        width: columns there are: as many diagrams stand beside each other as fit, at least one.
    """
    names = [START, *(name for name in person.poses if name != START)]
    artist = Artist(person, person.views[0], Size(COLUMNS, ROWS), _NO_COLOURS, ASCII)
    drawn = [
        [f" {name}", *artist.frame(PoseAt(name, float(name != START))).text.split("\n")] for name in names
    ]
    abreast = max(1, (width + _BETWEEN) // (COLUMNS + _BETWEEN))
    for first in range(0, len(drawn), abreast):
        if first:
            yield ""
        for row in zip(*drawn[first : first + abreast], strict=True):
            yield "".join(part.ljust(COLUMNS + _BETWEEN) for part in row).rstrip()
