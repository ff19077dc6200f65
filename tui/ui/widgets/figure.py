"""The figure on the screen: shows an exercise's poses, and draws them after the first paint."""

from collections import OrderedDict
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.core.exercise import Exercise
from tui.core.pose import START, PoseAt
from tui.ui.widgets.figure_motion import staged
from tui.ui.widgets.figure_palette import ROLES, Palette

if TYPE_CHECKING:
    from tui.core.figure.artist import Artist
    from tui.core.figure.frame import Frame, Line
    from tui.ui.widgets.figure_engine import FigureEngine, Wish

STYLES = ("ascii", "line", "blocks")
"""Styles of drawing, in the order in which they are cycled."""

_STRIPS = 1500
_AHEAD_S = 1 / 30
_SMALLEST = (8, 5)


class Figure(Widget):
    """An articulated person on a chair, performing an exercise.

    It stays blank until its engine has been loaded by a thread, after the first paint.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"figure--{role}" for role in ROLES}

    DEFAULT_CSS = """
    Figure {
        width: 1fr;
        height: 1fr;
        & > .figure--none { color: $foreground; }
        & > .figure--hair { color: #a0623e; }
        & > .figure--skin { color: #f0bc96; }
        & > .figure--shirt { color: #9aa8c2; }
        & > .figure--trousers { color: #5670b4; }
        & > .figure--shoe { color: #80808c; }
        & > .figure--chair { color: #8c7e70; }
        & > .figure--region { color: #f5a014; }
        & > .figure--still { color: #6ea08e; }
        & > .figure--ghost { color: #7cc0e4; }
        & > .figure--arrow { color: #56c8ff; }
        & > .figure--label { color: $foreground; }
        & > .figure--mark { color: #ffe650; }
        & > .figure--floor { color: #6c6c74; }
        & > .figure--hold { color: #f5a014; }
        &:light > .figure--hair { color: #5a3320; }
        &:light > .figure--skin { color: #d8915f; }
        &:light > .figure--shirt { color: #5a6c90; }
        &:light > .figure--trousers { color: #24386e; }
        &:light > .figure--shoe { color: #33333c; }
        &:light > .figure--chair { color: #6b5c4c; }
        &:light > .figure--region { color: #d97800; }
        &:light > .figure--still { color: #2f6f5a; }
        &:light > .figure--ghost { color: #2478a8; }
        &:light > .figure--arrow { color: #0068a8; }
        &:light > .figure--mark { color: #b00060; }
        &:light > .figure--floor { color: #8c8c94; }
        &:light > .figure--hold { color: #b86000; }
    }
    """

    view_index: reactive[int] = reactive(0, init=False)
    """Which of the exercise's views is shown."""
    style_name: reactive[str] = reactive("ascii", init=False)
    """How it is drawn: one of STYLES."""
    motion: reactive[str] = reactive("full", init=False)
    """How much of the movement is shown: `full`, `reduced` (key poses) or `off`."""
    cell_aspect: reactive[float] = reactive(2.0, init=False)
    """How many times as tall as wide a cell of the terminal is."""

    class ViewChanged(Message):
        """Another view was chosen."""

        def __init__(self, figure: "Figure", name: str) -> None:
            super().__init__()
            self.figure = figure
            self.name = name

        @property
        def control(self) -> "Figure":
            """The figure whose view changed."""
            return self.figure

    class StyleChanged(Message):
        """Another style was chosen."""

        def __init__(self, figure: "Figure", name: str) -> None:
            super().__init__()
            self.figure = figure
            self.name = name

        @property
        def control(self) -> "Figure":
            """The figure whose style changed."""
            return self.figure

    class EngineLoaded(Message):
        """The thread that loads the engine has done so."""

        def __init__(self, engine: "FigureEngine") -> None:
            super().__init__()
            self.engine = engine

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
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._exercise = exercise
        self._shown: tuple[PoseAt, PoseAt | None, float | None] = (PoseAt(START, 0.0), None, None)
        self._engine: FigureEngine | None = None
        self._building: Wish | None = None
        self._frame: Frame | None = None
        self._palette: Palette | None = None
        self._strips: OrderedDict[tuple[Line, int], Strip] = OrderedDict()
        self._timer: Timer | None = None

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the person of this exercise, in its start pose and first view."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        self._shown = (PoseAt(START, 0.0), None, None)
        self.set_reactive(Figure.view_index, 0)
        self._update()

    def show_pose(self, pose: PoseAt, ghost: PoseAt | None = None, hold: float | None = None) -> None:
        """Show a point of the movement.

        Args:
            pose: where the body is.
            ghost: where it goes next, drawn dotted, with an arrow that leads there.
            hold: how much of a hold has passed, 0 to 1, for its mark; None outside holds.
        """
        self._shown = (pose, ghost, hold)
        self._update()

    def cycle_view(self) -> None:
        """Go on to the exercise's next view."""
        if self._exercise:
            views = self._exercise.figure.views
            self.view_index = (self.view_index + 1) % len(views)

    def cycle_style(self) -> None:
        """Go on to the next style."""
        self.style_name = STYLES[(STYLES.index(self.style_name) + 1) % len(STYLES)]

    @property
    def view_name(self) -> str:
        """The name of the view that is shown; empty without an exercise."""
        if not self._exercise:
            return ""
        views = self._exercise.figure.views
        return views[self.view_index % len(views)].name

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture: not before the engine has been loaded."""
        return self._frame is not None

    def validate_style_name(self, name: str) -> str:
        """Fall back on the default style."""
        return name if name in STYLES else STYLES[0]

    def watch_view_index(self) -> None:
        """Show the view that was chosen, and tell of it."""
        self._update()
        self.post_message(self.ViewChanged(self, self.view_name))

    def watch_style_name(self, name: str) -> None:
        """Show the style that was chosen, and tell of it."""
        self._update()
        self.post_message(self.StyleChanged(self, name))

    def watch_motion(self) -> None:
        """Show the pose as the new setting has it."""
        self._update()

    def watch_cell_aspect(self) -> None:
        """Draw for cells of the new shape."""
        self._update()

    def on_mount(self) -> None:
        """Load the engine once the first screen has been painted."""
        self.call_after_refresh(self._load)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self._update()

    def notify_style_update(self) -> None:
        """Take over new colours."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def on_figure_engine_loaded(self, message: EngineLoaded) -> None:
        """Begin to draw."""
        message.stop()
        self._engine = message.engine
        self._update()

    def on_figure_artist_built(self, message: ArtistBuilt) -> None:
        """Show what the artist draws, and let it draw ahead."""
        message.stop()
        self._building = None
        if self._engine:
            self._engine.keep(message.wish, message.artist)
            self._update()
            if self._timer is None:
                self._timer = self.set_interval(_AHEAD_S, self._draw_ahead)
            self._timer.resume()

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture, or a blank one."""
        width = self.size.width
        if self._palette is None:
            self._palette = self._new_palette()
        if self._frame is None or y >= len(self._frame.lines):
            return Strip.blank(width, self.rich_style)
        line = self._frame.lines[y]
        strip = self._strips.get((line, width))
        if strip is None:
            strip = self._strips[line, width] = _strip(line, self._palette).adjust_cell_length(
                width, self.rich_style
            )
            if len(self._strips) > _STRIPS:
                self._strips.popitem(last=False)
        return strip

    def _load(self) -> None:
        self.run_worker(self._load_engine, thread=True, group="figure-engine", exit_on_error=True)

    def _load_engine(self) -> None:
        from tui.adapters.glyphs import read_glyphs
        from tui.ui.widgets.figure_engine import FigureEngine

        self.post_message(self.EngineLoaded(FigureEngine(read_glyphs())))

    def _update(self) -> None:
        """Show the picture of what is wished for, or have it made."""
        wish = self._wish()
        if wish is None or self._engine is None:
            return
        if not self._engine.has(wish):
            self._build(wish)
            return
        level = self.app.animation_level
        pose, ghost, hold = staged(*self._shown, self.motion, level)
        self._replace(self._engine.frame(wish, pose, ghost, hold))

    def _build(self, wish: "Wish") -> None:
        if self._building == wish or self._engine is None:
            return
        self._building = wish
        engine = self._engine

        def build() -> None:
            self.post_message(self.ArtistBuilt(wish, engine.build(wish)))

        self.run_worker(build, thread=True, group="figure-artist")

    def _replace(self, frame: "Frame") -> None:
        old, self._frame = self._frame, frame
        if old is None or len(old.lines) != len(frame.lines):
            self.refresh()
        elif old is not frame:
            width = self.size.width
            changed = [
                Region(0, y, width, 1)
                for y, (was, now) in enumerate(zip(old.lines, frame.lines, strict=True))
                if was != now
            ]
            if changed:
                self.refresh(*changed)

    def _draw_ahead(self) -> None:
        wish = self._wish()
        if self._timer and (wish is None or self._engine is None or not self._engine.draw_ahead(wish)):
            self._timer.pause()

    def _wish(self) -> "Wish | None":
        width, height = self.size
        if self._exercise is None or self._engine is None or width < _SMALLEST[0] or height < _SMALLEST[1]:
            return None
        from tui.ui.widgets.figure_engine import Wish

        return Wish(
            self._exercise,
            self.view_index % len(self._exercise.figure.views),
            self.style_name,
            not self._tinted(),
            (width, height),
            self.cell_aspect,
        )

    def _tinted(self) -> bool:
        return not self.app.no_color and self.app.console.color_system not in (None, "standard", "windows")

    def _new_palette(self) -> Palette:
        colors = {role: self.get_component_styles(f"figure--{role}").color for role in ROLES}
        background = self.background_colors[1]
        tinted = self._tinted() and self.style_name != "line"
        return Palette(colors, Color(*background.rgb), tinted=tinted, colored=not self.app.no_color)


def _strip(line: "Line", palette: Palette) -> Strip:
    """Return the row as few segments as its styles allow."""
    segments: list[Segment] = []
    begin, last = 0, None
    keys = list(zip(line.ink, line.tone, line.fill, line.shade, strict=True))
    for at, key in enumerate(keys):
        if key != last:
            if last is not None:
                segments.append(Segment(line.text[begin:at], palette.style(*last)))
            begin, last = at, key
    if last is not None:
        segments.append(Segment(line.text[begin:], palette.style(*last)))
    return Strip(segments, len(line.text))
