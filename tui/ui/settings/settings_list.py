"""The settings in aligned columns under their groups: one is highlighted, with its value between arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.ui.kit.row_list import Line, RowList, glyphs_of

_NAME = 24


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it is shown."""

    group: str
    name: str
    value: Content
    arrows: bool = True
    """Whether the value is stepped through with left and right."""


class SettingsList(RowList):
    """Draws the rows under their groups; what they mean is its screen's affair."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show(self, rows: Sequence[SettingRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """Return a line a row, and each group's name over its first one."""
        lines: list[Line] = []
        for at, row in enumerate(self._rows):
            if at == 0 or row.group != self._rows[at - 1].group:
                if at:
                    lines.append((None, Content("")))
                lines.append((None, Content.styled(row.group, "bold $quiet")))
            lines.append((at, self._row(row, at == self.cursor)))
        return lines

    def _row(self, row: SettingRow, here: bool) -> Content:
        name = Content.styled(f"{row.name:<{_NAME}} ", "bold $hot" if here else "")
        if row.arrows:
            glyphs = glyphs_of(self)
            less, more = (glyphs.less, glyphs.more) if here else (" ", " ")
            value = Content.assemble((less, "$cool"), " ", row.value, " ", (more, "$cool"))
        else:
            value = Content.assemble(" ", row.value)
        return Content.assemble(name, value)
