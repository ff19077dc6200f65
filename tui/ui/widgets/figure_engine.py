"""What draws the figure: imported after the first paint, since numpy comes with it."""

from collections import OrderedDict
from dataclasses import dataclass, field

from tui.core.exercise import Exercise
from tui.core.figure.artist import Artist
from tui.core.figure.frame import Frame
from tui.core.figure.glyphs import GlyphTable
from tui.core.figure.stage import Size
from tui.core.pose import START, PoseAt

ARTISTS = 2
"""Artists that are kept: one for each bundled exercise. Each bounds its own memory."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture is asked of: one artist answers all the poses of one wish."""

    exercise: Exercise = field(hash=False)
    view_index: int
    style: str
    texture: bool
    size: tuple[int, int]
    cell_aspect: float


class FigureEngine:
    """Keeps artists, and draws poses ahead of time in small bites."""

    def __init__(self, glyphs: GlyphTable) -> None:
        self._glyphs = glyphs
        self._artists: OrderedDict[Wish, Artist] = OrderedDict()
        self._ahead: dict[Wish, list[tuple[str, int]]] = {}

    def has(self, wish: Wish) -> bool:
        """Whether pictures of this wish can be had at once."""
        return wish in self._artists

    def is_drawn(self, wish: Wish) -> bool:
        """Whether every pose of this wish is drawn."""
        return self.has(wish) and not self._ahead[wish]

    def build(self, wish: Wish) -> Artist:
        """Return a new artist for a wish; takes some 20 ms and changes nothing, so any thread may ask."""
        spec = wish.exercise.figure
        view = spec.views[wish.view_index % len(spec.views)]
        size = Size(*wish.size, wish.cell_aspect)
        return Artist(spec, self._glyphs, view, size, wish.style, wish.texture)

    def keep(self, wish: Wish, artist: Artist) -> None:
        """Keep an artist, and let go of the one not used for longest."""
        self._artists[wish] = artist
        self._ahead[wish] = [
            (name, index)
            for name in wish.exercise.figure.poses
            if name != START
            for index in range(artist.steps(name) + 1)
        ]
        while len(self._artists) > ARTISTS:
            gone, _ = self._artists.popitem(last=False)
            del self._ahead[gone]

    def frame(self, wish: Wish, pose: PoseAt, ghost: PoseAt | None, hold: float | None) -> Frame:
        """Return the picture at `pose`, or at the nearest that costs one drawing at most."""
        artist = self._artists[wish]
        self._artists.move_to_end(wish)
        return artist.frame(artist.affordable(pose), ghost, hold)

    def draw_ahead(self, wish: Wish) -> bool:
        """Draw one more pose of a wish ahead of its need; return whether any are left."""
        ahead = self._ahead.get(wish)
        if not ahead:
            return False
        self._artists[wish].prepare(*ahead.pop(0))
        return bool(ahead)
