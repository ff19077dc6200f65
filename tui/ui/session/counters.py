"""What is counted, as it is shown: the seconds that are left in large digits, a dot for each repetition."""

from collections.abc import Sequence
from itertools import groupby

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from tui.core.text.letters import Letters
from tui.core.timer.now import RepetitionRow
from tui.ui.kit.big_word import BigWord
from tui.ui.kit.row_list import glyphs_of


class Countdown(Vertical):
    """Shows a number, or nothing while there is none to show.

    Args:
        fonts: the letters of the digits.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    Countdown { height: auto; }
    Countdown > Label { width: 1fr; height: 1; text-align: center; }
    Countdown > BigWord { width: 1fr; }
    """

    def __init__(self, fonts: Sequence[Letters], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.caption = Label("", markup=False)
        self.digits = BigWord(fonts, ("00",))
        self._shown: tuple[str, int | None] = ("", None)

    @property
    def shown(self) -> int | None:
        """The seconds that are shown, if any are."""
        return self._shown[1]

    def compose(self) -> ComposeResult:
        """Compose the caption and the digits."""
        yield self.caption
        yield self.digits

    def show(self, caption: str, seconds: int | None) -> None:
        """Show `seconds` of what `caption` says; nothing at all when it is None."""
        wanted = ("", None) if seconds is None else (caption, seconds)
        if wanted == self._shown:
            return
        if wanted[0] != self._shown[0]:
            self.caption.update(wanted[0], layout=False)
        self._shown = wanted
        self.digits.show("" if seconds is None else str(seconds))


class Dots(Widget):
    """Shows a row of dots for each side, or one row where there are no sides."""

    DEFAULT_CSS = """
    Dots { height: 2; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[RepetitionRow, ...] = ()

    @property
    def rows(self) -> tuple[RepetitionRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: tuple[RepetitionRow, ...]) -> None:
        """Show `rows`; nothing happens when they are shown already."""
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def render(self) -> Content:
        """Draw the rows, with a space between two dots where there is room for it."""
        lines = [self._line(row) for row in self._rows]
        return Content("\n").join(lines)

    def _line(self, row: RepetitionRow) -> Content:
        glyphs = glyphs_of(self)
        label = f"{row.side.value if row.side else 'done':<7}"
        counted = f"  {sum(row.dots)} of {len(row.dots)}"
        room = self.content_size.width - len(label)
        between = " " if 2 * len(row.dots) - 1 + len(counted) <= room else ""
        if len(row.dots) + len(between) * (len(row.dots) - 1) + len(counted) > room:
            counted = ""
        marks = (glyphs.counted if done else glyphs.open for done in row.dots)
        runs = [(mark, len(list(same))) for mark, same in groupby(marks)]
        dots = Content(between).join(
            Content.styled(between.join(mark * count), "bold $hot" if mark == glyphs.counted else "$quiet")
            for mark, count in runs
        )
        return Content.assemble((label, "$quiet"), dots, (counted, "$quiet"))
