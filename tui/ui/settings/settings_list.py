"""The settings in aligned columns under their groups: one is highlighted, with its value between arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.ui.kit.base import glyphs_of
from tui.ui.kit.row_list import MARK, Line, WholeList

_NAME = 24
_VALUE = 24
"""Cells of a value between its arrows, where it is explained behind them."""
HELP_FITS = 90
"""From so many cells on every setting is explained in its row."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it is shown."""

    group: str
    name: str
    value: Content
    help: str
    arrows: bool = True
    """Whether the value is stepped through with left and right."""


class SettingsList(WholeList):
    """Draws rows under their groups; what they mean is its screen's affair.

    Several lists may share the settings: each shows a part of the rows, and they have one cursor.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[SettingRow, ...] = ()
        self._part = range(0)

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def explains(self) -> bool:
        """Whether the highlighted row is shown here, and explained where it stands."""
        width = self.content_size.width
        return self.cursor in self._part and bool(self._told(self._rows[self.cursor], width - MARK))

    def show(self, rows: Sequence[SettingRow], part: range) -> None:
        """Show other rows, those in `part` of them."""
        self._rows, self._part = tuple(rows), part
        self.redraw()

    def lines(self, width: int) -> list[Line]:
        """Return a line a row, and each group's name over its first one; with air between where it fits."""
        groups = len({self._rows[at].group for at in self._part})
        airy = 2 * (len(self._part) + groups) <= self.content_size.height
        lines: list[Line] = []
        for at in self._part:
            row = self._rows[at]
            if at == self._part.start or row.group != self._rows[at - 1].group:
                if lines:
                    lines.append((None, Content("")))
                lines.append((None, Content.styled(row.group, "bold $quiet")))
            elif airy:
                lines.append((None, Content("")))
            lines.append((at, self.row(at, width)))
        return lines

    def row(self, at: int, width: int) -> Content:
        """Return the line of a setting."""
        row, here = self._rows[at], at == self.cursor
        name = Content.styled(f"{row.name:<{_NAME}} ", "bold $hot" if here else "")
        if row.arrows:
            glyphs = glyphs_of(self)
            less, more = (glyphs.less, glyphs.more) if here else (" ", " ")
            value = Content.assemble((less, "$cool"), " ", row.value, " ", (more, "$cool"))
        else:
            value = Content.assemble(" ", row.value)
        told = self._told(row, width)
        gap = " " * max(2, _NAME + 1 + _VALUE - name.cell_length - value.cell_length) if told else ""
        return Content.assemble(name, value, gap, (told, "$quiet"))

    def _told(self, row: SettingRow, width: int) -> str:
        """Return what a row is for, where there is room for it behind its value."""
        taken = _NAME + 1 + max(_VALUE, row.value.cell_length + (6 if row.arrows else 3))
        return row.help if width >= HELP_FITS and taken + len(row.help) <= width else ""
