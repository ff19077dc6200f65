"""The gallery's list under its two heads, and the file of what is highlighted as it will be edited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.widget import Widget

from tui.adapters.content.exercises import faults_in, names_taken, own_files, read_exercise
from tui.core.exercises.exercise import Exercise
from tui.core.text.problems import ContentProblem, printable
from tui.core.text.width import cut_to
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.menu import Menu, MenuRow
from tui.ui.kit.row_list import Line


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """A row of the gallery: a template, or a file of one's own."""

    path: Path
    exercise: Exercise | None
    """None where the file cannot be used."""
    own: bool

    @property
    def name(self) -> str:
        """What it is called."""
        return self.exercise.name if self.exercise else self.path.name

    @property
    def row(self) -> MenuRow:
        """How it is listed."""
        return MenuRow(self.name, self.exercise.tagline if self.exercise else "cannot be used yet")


def own_items(folder: Path) -> tuple[GalleryItem, ...]:
    """Return one's own exercises by file name, also those that cannot be used."""
    found: list[GalleryItem] = []
    for path in own_files(folder):
        try:
            exercise = read_exercise(path, own=True)
        except ContentProblem:
            exercise = None
        found.append(GalleryItem(path, exercise, own=True))
    return tuple(found)


def faults_told(path: Path, faults: Sequence[ContentProblem]) -> str:
    """Return what is wrong with a file, a line each, under its path."""
    lines = (f"{fault.key or 'the file'}: {printable(fault.reason)}" for fault in faults)
    return "\n".join((str(path), "", *lines))


def faults_of_own(path: Path, others: Sequence[Exercise]) -> tuple[ContentProblem, ...]:
    """Return all that is wrong with a file of one's own, also a name that another exercise has.

    Args:
        path: the file.
        others: the exercises that there are.
    """
    try:
        exercise = read_exercise(path, own=True)
    except ContentProblem as problem:
        return faults_in(path) or (problem,)
    from tui.adapters.content.shipped import problems_of  # only now: it reads the voice's table

    taken = names_taken(exercise, others)
    return (
        *(ContentProblem(path.name, "short", f"the name '{name}' is taken") for name in taken),
        *problems_of(exercise, path.parent),
    )


class GalleryList(Menu):
    """Draws its rows under heads."""

    NAMES_FIRST = True

    def __init__(self) -> None:
        super().__init__(id="gallery-menu")
        self._heads: Mapping[int, str] = {}

    def show_under(self, rows: Sequence[MenuRow], heads: Mapping[int, str]) -> None:
        """Show rows, and over some of them what they are."""
        self._heads = heads
        self.show(rows)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Ask for a line a row and a head, and one between."""
        return len(self.rows) + 2 * len(self._heads) - 1

    def lines(self, width: int) -> list[Line]:
        """Return the rows with their heads before them."""
        lines: list[Line] = []
        for at, line in super().lines(width):
            if head := self._heads.get(at or 0):
                lines += [(None, Content(""))] if lines else []
                lines.append((None, Content.styled(head, "bold $quiet")))
            lines.append((at, line))
        return lines


class FileText(Widget):
    """Draws the beginning of a text file, long lines cut."""

    DEFAULT_CSS = """
    FileText { width: 1fr; height: 1fr; text-wrap: nowrap; color: $quiet; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()

    def show(self, text: str) -> None:
        """Show this text."""
        self._lines = tuple(text.splitlines())
        self.refresh()

    def render(self) -> Content:
        """Return as many lines as there is room for; a mark stands for those that there is none for."""
        width, height = self.content_size
        cut = glyphs_of(self).cut
        shown = [self._line(line, width, cut) for line in self._lines[:height]]
        if len(self._lines) > height and shown:
            shown[-1] = Content(cut)
        return Content("\n").join(shown)

    def _line(self, line: str, width: int, cut: str) -> Content:
        text = cut_to(printable(line), width, cut)
        key, equals, value = text.partition(" = ")
        if line.startswith("["):
            return Content.styled(text, "bold $cool")
        return Content.assemble(key, (f"{equals}{value}", "$foreground")) if equals else Content(text)
