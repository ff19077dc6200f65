"""What draws the figure: imported after the first paint, since numpy comes with it."""

from typing import NamedTuple

from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.figure.frame import Frame
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size
from tui.ui.figure.wish import Wish

ARTISTS = 2
"""Artists that are kept: one for each bundled exercise. Each bounds its own memory."""
OLDER_BYTES = 4_000_000
"""How much memory an artist may take that is kept for later."""


class _Kept(NamedTuple):
    """An artist, and the poses that are still to be drawn ahead."""

    wish: Wish
    artist: Artist
    ahead: list[tuple[str, int]]


class FigureEngine:
    """Keeps artists, and draws poses ahead of time in small bites."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        """The one that was used last comes last."""

    def has(self, wish: Wish) -> bool:
        """Whether pictures of this wish can be had at once."""
        return self._find(wish) is not None

    def build(self, wish: Wish) -> Artist:
        """Return a new artist for a wish; takes some 20 ms and changes nothing, so any thread may ask."""
        spec = wish.exercise.figure
        view = spec.views[wish.view_index % len(spec.views)]
        size = Size(*wish.size, wish.cell_aspect)
        return Artist(spec, view, size, wish.colours, wish.look, beside=wish.beside)

    def keep(self, wish: Wish, artist: Artist) -> None:
        """Keep an artist, and let go of the one not used for longest."""
        ends = [name for name in wish.exercise.figure.poses if name != START]
        ahead = [(name, at) for name in ends for at in range(artist.steps(name), -1, -1)]
        self._kept = [each for each in self._kept if each.wish != wish]
        self._kept.append(_Kept(wish, artist, ahead))
        self._let_go()

    def frame(
        self, wish: Wish, pose: PoseAt, ghost: PoseAt | None, hold: float | None, arrived: bool = False
    ) -> Frame:
        """Return the picture at `pose`, as `Artist.frame` does."""
        if self._kept[-1].wish != wish:
            self._kept.sort(key=lambda each: each.wish == wish)
            self._let_go()
        return self._kept[-1].artist.frame(pose, ghost, hold, arrived)

    def differ(self, wish: Wish, one: Stance, other: Stance) -> bool:
        """Whether the eye tells two stances apart."""
        found = self._find(wish)
        return found is not None and found.artist.differ(one, other)

    def draw_ahead(self, wish: Wish, toward: str, most: int = 1) -> bool:
        """Draw poses before they are needed, `most` of them: first those of a movement, then all others.

        Returns:
            Whether any are left.
        """
        found = self._find(wish)
        if found is None:
            return False
        found.ahead.sort(key=lambda pose: pose[0] == toward)
        for _ in range(min(most, len(found.ahead))):
            found.artist.prepare(*found.ahead.pop())
        return bool(found.ahead)

    def _find(self, wish: Wish) -> _Kept | None:
        return next((each for each in reversed(self._kept) if each.wish == wish), None)

    def _let_go(self) -> None:
        """Let go of artists other than the newest that are too many or too large."""
        *older, newest = self._kept[-ARTISTS:]
        self._kept = [*(each for each in older if each.artist.cache_bytes <= OLDER_BYTES), newest]
