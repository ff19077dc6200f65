"""The figure on the screen: shows an exercise's poses, and draws them after the first paint."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from tui.adapters.machine.blas import one_blas_thread
from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import START, PoseAt, Stance, staged
from tui.core.figure.style import ASCII, AUTO, MOSAIC, STYLES
from tui.core.settings.settings import Settings
from tui.ui.figure.canvas import FigureCanvas

if TYPE_CHECKING:
    from tui.adapters.files.kept_pictures import KeptPictures
    from tui.core.figure.picture.artist import Artist
    from tui.ui.figure.engine import FigureEngine
    from tui.ui.figure.wish import Shown, Wish

FRAME_S = 1 / 11
"""Seconds from one picture to the next at least: each has the terminal draw all of its screen."""

_ENOUGH = ("256", "truecolor")
"""The systems of colours, as Rich calls them, that a mosaic can be drawn in."""
_AHEAD_S = 1 / 30
_BITE_S = 0.007
"""How long poses are drawn ahead at a time: the screen stays quick meanwhile."""
_SMALLEST = (8, 5)


@dataclass(slots=True)
class FigureShelf:
    """What the figures of one app share: the terminal's looks, and the engine once the first has loaded it.

    Figures that share an engine share its pictures.
    """

    engine: "FigureEngine | None" = None
    cell_aspect: Callable[[], float] = lambda: 2.0
    """Says how many times as tall as wide a cell of the terminal is now."""
    blocks: bool = True
    """Whether the terminal draws block characters."""
    best_mosaic: str = MOSAIC
    """The look that the terminal is known to draw best."""
    mosaic_style: str = AUTO
    """The style that was last chosen other than ASCII."""
    pictures: "KeptPictures | None" = None
    """Those that starts before this one began with."""

    def can_draw_mosaics(self, color_system: str) -> bool:
        """Return whether the terminal can draw mosaics; its colours are named as Rich does, or `none`."""
        return self.blocks and color_system in _ENOUGH

    def look_of(self, style: str, color_system: str) -> str:
        """Return the look of a style: ASCII, or one of the mosaics where the terminal can draw them."""
        if not self.can_draw_mosaics(color_system):
            return ASCII
        return self.best_mosaic if style == AUTO else style


class _Changed(Message):
    """Something of a figure was chosen; it has a name."""

    def __init__(self, figure: "Figure", name: str) -> None:
        super().__init__()
        self.figure = figure
        self.name = name

    @property
    def control(self) -> "Figure":
        """The figure that changed."""
        return self.figure


class Figure(FigureCanvas):
    """An articulated person on a chair, performing an exercise.

    It shows a picture that is kept, or stays blank, until its engine has been loaded by a thread, after the
    first paint.

    Args:
        exercise: what to show first.
        shelf: shared by the figures of an app, so that only the first one has to load the engine and
            all of them together keep few pictures.
        beside: whether a turn is shown from above as well, where there is room beside the person.
    """

    view_index: reactive[int] = reactive(0, init=False)
    """Which of the exercise's views is shown."""
    style_name: reactive[str] = reactive(AUTO, init=False)
    """How it is drawn: one of STYLES."""
    motion: reactive[str] = reactive("full", init=False)
    """How much of the movement is shown: `full`, `reduced` (key poses) or `off`."""
    cell_aspect: reactive[float] = reactive(2.0, init=False)
    """How many times as tall as wide a cell of the terminal is."""

    class ViewChanged(_Changed):
        """Another view was chosen."""

    class StyleChanged(_Changed):
        """Another style was chosen."""

    class EngineLoaded(Message):
        """The thread that loads the engine has done so."""

        def __init__(self, engine: "FigureEngine") -> None:
            super().__init__()
            self.engine = engine

    class Settled(Message):
        """Its first picture is on the screen, or it has no room for one."""

    class ArtistBuilt(Message):
        """The thread that builds an artist has done so."""

        def __init__(self, wish: "Wish", artist: "Artist") -> None:
            super().__init__()
            self.wish = wish
            self.artist = artist

    def __init__(
        self,
        exercise: Exercise | None = None,
        *,
        shelf: FigureShelf | None = None,
        beside: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._exercise = exercise
        self._shown: Stance = (PoseAt(START, 0.0), None, None)
        self._shelf = shelf or FigureShelf()
        self._beside = beside
        self._building: Wish | None = None
        self._wished: Wish | None = None
        self._timer: Timer | None = None
        self._is_settled = self._has_begun = False
        self._may_load = False
        """Whether the first screen has been painted, and the engine is not being loaded yet."""
        self._lacking: tuple[Wish, Shown] | None = None
        """The first picture that was not kept."""
        self.is_patient = False
        """Whether its engine may wait for `load`, for as long as a picture that is kept is the right one."""

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the person of this exercise, in its start pose and first view."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        self._shown = (PoseAt(START, 0.0), None, None)
        self.set_reactive(Figure.view_index, 0)
        self._wish_anew()

    def show_pose(self, pose: PoseAt, ghost: PoseAt | None = None, hold: float | None = None) -> None:
        """Show a point of the movement.

        Args:
            pose: where the body is.
            ghost: where it goes next, drawn dotted, with an arrow that leads there.
            hold: how much of a hold has passed, 0 to 1; None outside holds.
        """
        self._shown = (pose, ghost, hold)
        self._update()

    def load(self) -> None:
        """Load the engine, where nobody has and the first screen has been painted."""
        if self._may_load and self._engine is None:
            self._may_load = False
            self._load()

    def would_change(self, then: Stance) -> bool:
        """Whether `then`, in place of what is shown, would be seen to be another picture."""
        engine = self._engine
        wish = self._wish() if engine else None
        if engine is None or wish is None:
            return False
        return engine.differ(wish, self._staged(self._shown), self._staged(then))

    def cycle_view(self) -> None:
        """Go on to the exercise's next view."""
        if self._exercise:
            views = self._exercise.figure.views
            self.view_index = (self.view_index + 1) % len(views)

    def switch_look(self) -> bool:
        """Go over to ASCII or back to the mosaic before it; return False where only ASCII can be drawn."""
        if not self._shelf.can_draw_mosaics(self.color_system):
            return False
        self.style_name = self._shelf.mosaic_style if self.look == ASCII else ASCII
        return True

    def kept_in(self, settings: Settings) -> Settings:
        """Return settings that keep this style, and the mosaic that is the other look of ASCII."""
        return settings._replace(figure_style=self.style_name, mosaic_style=self._shelf.mosaic_style)

    @property
    def look(self) -> str:
        """In which look it is drawn here: ASCII, or one of the mosaics."""
        return self._shelf.look_of(self.style_name, self.color_system)

    @property
    def view_name(self) -> str:
        """The name of the view that is shown; empty without an exercise."""
        if not self._exercise:
            return ""
        views = self._exercise.figure.views
        return views[self.view_index % len(views)].name

    @property
    def is_drawn(self) -> bool:
        """Whether it shows the pose that it was told to, rather than nothing."""
        wish = self._wish()
        return self._engine is not None and (wish is None or self._engine.has(wish))

    def validate_style_name(self, name: str) -> str:
        """Fall back on the default style."""
        return name if name in STYLES else STYLES[0]

    def watch_view_index(self) -> None:
        """Show the view that was chosen, and tell of it."""
        self._wish_anew()
        self.post_message(self.ViewChanged(self, self.view_name))

    def watch_style_name(self, name: str) -> None:
        """Show the style that was chosen, and tell of it."""
        if name != ASCII:
            self._shelf.mosaic_style = name
        if self.is_attached:
            self.set_class(self.look == ASCII, "-ascii")
        self.forget_colors()
        self._wish_anew()
        self.post_message(self.StyleChanged(self, name))

    def watch_motion(self) -> None:
        """Show the pose as the new setting has it."""
        self._update()

    def watch_cell_aspect(self) -> None:
        """Draw for cells of the new shape."""
        self._wish_anew()

    def on_mount(self) -> None:
        """Load the engine once the first screen has been painted."""
        self.set_class(self.look == ASCII, "-ascii")
        if self._engine is None:
            self.call_after_refresh(self._begin)

    def on_show(self) -> None:
        """Begin as soon as it is seen, before what else waits for the first screen."""
        self._begin()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size, and for cells of the shape that they have now."""
        self.set_reactive(Figure.cell_aspect, self._shelf.cell_aspect())
        self._wish_anew()

    def on_figure_engine_loaded(self, message: EngineLoaded) -> None:
        """Begin to draw."""
        message.stop()
        if self._shelf.engine is None:
            self._shelf.engine = message.engine
        self._update()

    def on_figure_artist_built(self, message: ArtistBuilt) -> None:
        """Show what the artist draws, and let it draw ahead."""
        message.stop()
        if message.wish == self._building:
            self._building = None
        if self._engine and message.wish == self._wish():
            self._engine.keep(message.wish, message.artist)
        self._update()

    def forget_colors(self) -> None:
        """Draw in other colours."""
        super().forget_colors()
        self._wish_anew()

    @property
    def _engine(self) -> "FigureEngine | None":
        return self._shelf.engine

    def _begin(self) -> None:
        if self._has_begun:
            return
        self._has_begun = self._may_load = True
        if not (self.is_patient and self._show_kept()):
            self.load()

    def _show_kept(self) -> bool:
        """Show the picture as a start before this one has drawn it, where it is kept."""
        pictures = self._shelf.pictures
        wish = self._wish() if pictures else None
        if pictures is None or wish is None:
            return False
        shown = (*self._staged(self._shown), self.motion == "off")
        frame = pictures.find(wish.told(shown), wish.size)
        if frame is None:
            self._lacking = self._lacking or (wish, shown)
            return False
        self.replace_frame(frame)
        self._settle()
        return True

    def _load(self) -> None:
        self.run_worker(self._load_engine, thread=True, group="figure-engine", exit_on_error=True)

    def _load_engine(self) -> None:
        with one_blas_thread():
            from tui.ui.figure.engine import FigureEngine

        self.post_message(self.EngineLoaded(FigureEngine()))

    def _update(self) -> None:
        """Show the picture of what is wished for, or have it made."""
        if self._engine is None:
            if not self._show_kept():
                self.load()
            return
        wish = self._wish()
        if wish is None:
            self._settle()
            return
        if not self._engine.has(wish):
            self._build(wish)
            return
        pose, ghost, hold = self._staged(self._shown)
        self.replace_frame(self._engine.frame(wish, pose, ghost, hold, self.motion == "off"))
        self._settle()
        if ghost and self._engine.draw_ahead(wish, ghost.toward, 0):
            self._look_ahead()

    def _settle(self) -> None:
        if not self._is_settled:
            self._is_settled = self.call_after_refresh(self.post_message, self.Settled())

    def _build(self, wish: "Wish") -> None:
        if self._building == wish or self._engine is None:
            return
        self._building = wish
        engine, pictures, lacking = self._engine, self._shelf.pictures, self._lacking

        def build() -> None:
            artist = engine.build(wish)
            first = artist.frame(*lacking[1]) if lacking and lacking[0] == wish else None
            self.post_message(self.ArtistBuilt(wish, artist))
            if pictures and lacking and first:
                pictures.keep(wish.told(lacking[1]), first)

        self.run_worker(build, thread=True, group="figure-artist")

    def _look_ahead(self) -> None:
        if self._timer is None:
            self._timer = self.set_interval(_AHEAD_S, self._draw_ahead)
        self._timer.resume()

    def _draw_ahead(self) -> None:
        """Draw poses of the movement that is shown, for a moment; rest when all of them are there."""
        wish, engine, (_, ghost, _) = self._wish(), self._engine, self._staged(self._shown)
        end = perf_counter() + _BITE_S
        while wish and engine and ghost and engine.draw_ahead(wish, ghost.toward):
            if perf_counter() >= end:
                return
        if self._timer:
            self._timer.pause()

    def _staged(self, shown: Stance) -> Stance:
        return staged(*shown, self.motion, self.app.animation_level)

    def _wish(self) -> "Wish | None":
        if self._wished is None:
            self._wished = self._new_wish()
        return self._wished

    def _new_wish(self) -> "Wish | None":
        width, height = self.size
        if self._exercise is None or width < _SMALLEST[0] or height < _SMALLEST[1]:
            return None
        from tui.ui.figure.wish import Wish

        return Wish(
            self._exercise,
            self.view_index % len(self._exercise.figure.views),
            self.look,
            self.palette.colours,
            (width, height),
            self.cell_aspect,
            self._beside,
        )

    def _wish_anew(self) -> None:
        """Show what is wished for now."""
        self._wished = None
        self._update()
