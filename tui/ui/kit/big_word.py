"""A word or a number in letters that can be read from two metres."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.core.text.glyphs import UNICODE, halved
from tui.core.text.letters import ROWS, Letterform, Letters, largest
from tui.ui.kit.base import glyphs_of

_EDGE = 4
"""Cells of the border that a few words in it leave free."""


MOODS = ("move", "hold", "rest", "done")
"""What ink may be told apart by, besides the usual one."""


class BigWord(Widget):
    """Shows `text` in the largest letters in which every word of `words` fits, else as plain text.

    The ink is drawn in half blocks; in ASCII as ``#`` in one colour on the same colour: a solid letter where
    there are colours, and still a letter where there are none.

    Args:
        fonts: the letters, the widest first.
        words: what will be shown here; one that comes unannounced is set smaller when it must be.
        share: rows of the screen for each row that the letters may take.
        unit: what stands small behind their foot, where there is room; may be nothing.
        id: the widget's id.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-word--ink", *(f"big-word--{mood}" for mood in MOODS)}
    DEFAULT_CSS = """
    BigWord { width: 1fr; height: auto; }
    """

    def __init__(
        self,
        fonts: Sequence[Letters],
        words: Sequence[str],
        *,
        share: int = 4,
        unit: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._fonts = tuple(fonts)
        self._words = tuple(words)
        self._share = share
        self._unit = unit
        self.text = ""
        self._mood = "ink"
        self._line = ""
        self._height = ROWS
        self._strips: dict[tuple[str, str, Style, Style], list[Strip]] = {}
        """What has been drawn at this size, by the text, the glyphs, its ink and its ground."""

    def show(self, text: str) -> None:
        """Show `text`, capitals and digits; nothing happens when it is shown already."""
        if text != self.text:
            self.text = text
            self.refresh()

    def dip(self, mood: str) -> None:
        """Show it in the ink of one of MOODS, or in the usual one."""
        mood = mood if mood in MOODS else "ink"
        if mood != self._mood:
            self._mood = mood
            self.refresh()

    def tell(self, line: str) -> None:
        """Show a few small words in the lower edge of the border, if there is one."""
        if line != self._line:
            self._line = line
            self._tell()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the letters take at this width."""
        setting = self._setting(width, viewport.height)
        self._height = setting.height if setting else ROWS
        return self._height

    def on_resize(self) -> None:
        """Choose the letters again."""
        self._strips.clear()
        self._tell()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row of the word."""
        ink, ground = self.get_component_rich_style(f"big-word--{self._mood}"), self.visual_style.rich_style
        key = (self.text, glyphs_of(self).halves, ink, ground)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._strips[key] = self._draw(ink, ground)
        return strips[y] if y < len(strips) else Strip.blank(self.content_size.width, ground)

    def _tell(self) -> None:
        room = self.content_size.width - _EDGE
        self.border_subtitle = Content(self._line[:room] if room > 0 else self._line)

    def _setting(self, width: int, rows: int) -> Letterform | None:
        return largest(self._fonts, self._words, width, max(ROWS, rows // self._share))

    def _draw(self, ink: Style, ground: Style) -> list[Strip]:
        width, height = self.content_size
        usual = self._setting(width, self.screen.size.height)
        if usual is None or usual.width(self.text) > width:
            usual = largest(self._fonts, (self.text,), width, height)
        if usual is None:
            return self._plain(width, height, ink, ground)
        glyphs = glyphs_of(self)
        if glyphs is UNICODE:
            rows = halved(usual.fine_rows(self.text), glyphs)
            ink = ground + Style(color=ink.color)
        else:
            rows = usual.rows(self.text)
        left = max(0, width - len(rows[0])) // 2
        top = max(0, height - len(rows)) // 2
        *upper, last = (self._strip(" " * left + row, width, ink, ground) for row in rows)
        at, behind = left + len(rows[0]) + 1, width - left - len(rows[0]) - 1
        if self.text and 0 < len(self._unit) <= behind:
            unit = Strip([Segment(self._unit, ground + Style(color=ink.color))], len(self._unit))
            last = Strip.join([last.crop(0, at), unit, last.crop(at + len(self._unit))])
        return [*[Strip.blank(width, ground)] * top, *upper, last]

    def _plain(self, width: int, height: int, ink: Style, ground: Style) -> list[Strip]:
        style = ground + Style(color=ink.color, bold=True)
        spaced = " ".join(self.text)
        text = spaced if len(spaced) <= width else self.text[:width]
        line = Strip([Segment(text.center(width), style)], width)
        blank = Strip.blank(width, ground)
        return [*[blank] * (height // 2), line]

    def _strip(self, row: str, width: int, ink: Style, ground: Style) -> Strip:
        runs = groupby(row.ljust(width), key=lambda cell: cell == " ")
        segments = [Segment("".join(run), ground if blank else ink) for blank, run in runs]
        return Strip(segments, width)
