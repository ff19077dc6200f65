"""What draws the figure: imported after the first paint, since numpy comes with it."""

from collections import OrderedDict
from dataclasses import dataclass, field

from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.figure.colours import Colours
from tui.core.figure.frame import Frame
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size

ARTISTS = 2
"""Artists that are kept: one for each bundled exercise. Each bounds its own memory."""
OLDER_BYTES = 4_000_000
"""How much memory an artist may take that is kept for later."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture is asked of: one artist answers all the poses of one wish."""

    exercise: Exercise = field(hash=False)
    view_index: int
    look: str
    colours: Colours
    size: tuple[int, int]
    cell_aspect: float


class FigureEngine:
    """Keeps artists, and draws poses ahead of time in small bites."""

    def __init__(self) -> None:
        self._artists: OrderedDict[Wish, Artist] = OrderedDict()
        self._ahead: dict[Wish, list[tuple[str, int]]] = {}
        """Poses that are still to be drawn ahead."""

    def has(self, wish: Wish) -> bool:
        """Whether pictures of this wish can be had at once."""
        return wish in self._artists

    def build(self, wish: Wish) -> Artist:
        """Return a new artist for a wish; takes some 20 ms and changes nothing, so any thread may ask."""
        spec = wish.exercise.figure
        view = spec.views[wish.view_index % len(spec.views)]
        size = Size(*wish.size, wish.cell_aspect)
        return Artist(spec, view, size, wish.colours, wish.look)

    def keep(self, wish: Wish, artist: Artist) -> None:
        """Keep an artist, and let go of the one not used for longest."""
        self._artists[wish] = artist
        ends = [name for name in wish.exercise.figure.poses if name != START]
        self._ahead[wish] = [(name, at) for name in ends for at in range(artist.steps(name), -1, -1)]
        self._let_go()

    def frame(
        self, wish: Wish, pose: PoseAt, ghost: PoseAt | None, hold: float | None, arrived: bool = False
    ) -> Frame:
        """Return the picture at `pose`, as `Artist.frame` does."""
        if next(reversed(self._artists)) != wish:
            self._artists.move_to_end(wish)
            self._let_go()
        return self._artists[wish].frame(pose, ghost, hold, arrived)

    def differ(self, wish: Wish, one: Stance, other: Stance) -> bool:
        """Whether two stances are two pictures."""
        artist = self._artists[wish]
        return artist.picture(*one) != artist.picture(*other)

    def draw_ahead(self, wish: Wish, toward: str, most: int = 1) -> bool:
        """Draw poses before they are needed, `most` of them: first those of a movement, then all others.

        Returns:
            Whether any are left.
        """
        left = self._ahead.get(wish, [])
        left.sort(key=lambda pose: pose[0] == toward)
        for _ in range(min(most, len(left))):
            self._artists[wish].prepare(*left.pop())
        return bool(left)

    def _let_go(self) -> None:
        """Let go of artists other than the newest that are too many or too large."""
        artists = self._artists
        for older in list(artists)[:-1]:
            if len(artists) > ARTISTS or artists[older].cache_bytes > OLDER_BYTES:
                del artists[older]
                del self._ahead[older]
