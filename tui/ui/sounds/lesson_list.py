"""The sounds and what they mean, one a line; one is highlighted, one may be sounding."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.core.sound.lessons import Lesson

_GAP = 2
_EDGE = 4


class LessonList(Widget):
    """Lists `lessons`; those that do not fit are scrolled to as the highlight reaches them.

    Where a line is too narrow for the longest meaning, only the names are shown.
    """

    DEFAULT_CSS = """
    LessonList { width: 1fr; height: 1fr; }
    """

    highlighted: reactive[int] = reactive(0)
    """The one that would be played."""
    sounding: reactive[int | None] = reactive(None)
    """The one that is heard, if any."""

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, lessons: Sequence[Lesson], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lessons = tuple(lessons)
        self._names = max(len(lesson.name) for lesson in self.lessons) + _GAP

    @property
    def has_room(self) -> bool:
        """Whether the meanings are shown too."""
        longest = max(len(lesson.meaning) for lesson in self.lessons)
        return self.content_size.width >= _EDGE + self._names + longest

    def validate_highlighted(self, index: int) -> int:
        """Stay on the list."""
        return min(max(0, index), len(self.lessons) - 1)

    def render(self) -> Content:
        """Draw the lines that are in view."""
        first = self._first
        shown = self.lessons[first : first + max(1, self.content_size.height)]
        return Content("\n").join(self._line(first + at, lesson) for at, lesson in enumerate(shown))

    def on_click(self, event: Click) -> None:
        """Tell which line was clicked."""
        index = self._first + event.y
        if index < len(self.lessons):
            self.post_message(self.Clicked(index))

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.highlighted += 1

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.highlighted -= 1

    @property
    def _first(self) -> int:
        height = max(1, self.content_size.height)
        last = max(0, len(self.lessons) - height)
        return min(last, max(0, self.highlighted - height // 2))

    def _line(self, index: int, lesson: Lesson) -> Content:
        here = index == self.highlighted
        mark = "> " if here else "  "
        note = "* " if index == self.sounding else "  "
        style = "bold $hot" if here else "bold" if index == self.sounding else ""
        line = Content.assemble((mark + note, "bold $hot"), (f"{lesson.name:<{self._names}}", style))
        return Content.assemble(line, (lesson.meaning, "$quiet")) if self.has_room else line
