"""The sounds and what they mean, one a line; one is highlighted, one may be sounding."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive

from tui.core.sound.lessons import Lesson
from tui.ui.kit.row_list import MARK, Line, WholeList

_GAP = 2
_NOTE = 2


class LessonList(WholeList):
    """Lists `lessons`; where a line is too narrow for the longest meaning, only their names."""

    CLICK_CHOOSES = True

    sounding: reactive[int | None] = reactive(None)
    """The one that is heard, if any."""

    def __init__(self, lessons: Sequence[Lesson], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lessons = tuple(lessons)
        self._names = max(len(lesson.name) for lesson in self.lessons) + _GAP

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self.lessons)

    @property
    def has_room(self) -> bool:
        """Whether the meanings are shown too."""
        longest = max(len(lesson.meaning) for lesson in self.lessons)
        return self.content_size.width >= MARK + _NOTE + self._names + longest

    def lines(self, width: int) -> list[Line]:
        """Return a line a sound."""
        return [(at, self._row(at, lesson)) for at, lesson in enumerate(self.lessons)]

    def _row(self, at: int, lesson: Lesson) -> Content:
        note = "* " if at == self.sounding else "  "
        style = "bold $hot" if at == self.cursor else "bold" if at == self.sounding else ""
        line = Content.assemble((note, "bold $hot"), (f"{lesson.name:<{self._names}}", style))
        return Content.assemble(line, (lesson.meaning, "$quiet")) if self.has_room else line
