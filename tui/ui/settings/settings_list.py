"""The settings in aligned columns under their groups: one is highlighted, with its value between arrows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from tui.core.text.glyphs import Glyphs
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.row_list import Line, WholeList

_INDENT = 2
"""Cells before a row under its group's name."""
_ROOMY = 52
"""From so many cells on more than one lies between names and values."""
_AIR = 2
"""Rows between two groups at most."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it is shown."""

    group: str
    name: str
    value: Content
    changed: bool
    """Whether it is not at its default."""
    brief: str
    """The value in a word or two, for where there is no room for it."""
    arrows: bool = True
    """Whether the value is stepped through with left and right."""


class SettingsList(WholeList):
    """Draws rows by their groups; what they mean is its screen's affair.

    Where all of them have room, each group's name stands before its first row, and air between groups. Else
    names stand over rows, and groups far from the cursor are closed: they tell in brief what is in them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()
        self._groups: tuple[range, ...] = ()
        """The part of each group."""

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show(self, rows: Sequence[SettingRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        first = [at for at, row in enumerate(rows) if not at or rows[at - 1].group != row.group]
        self._groups = tuple(range(a, b) for a, b in pairwise([*first, len(rows)]))
        self.redraw()

    def move_bar(self, before: int) -> bool:
        """Draw two rows of one group at once; from one group to another names light up, or open and close."""
        return self._rows[before].group == self._rows[self.cursor].group and super().move_bar(before)

    def lines(self, width: int) -> list[Line]:
        """Return all rows with air between groups, or as many groups of them as there is room for."""
        height = self.content_size.height
        if self._abreast(width):
            blocks = [self._lines_of(part, width) for part in self._groups]
            return _spaced(blocks, min(_AIR, (height - len(self._rows)) // (len(blocks) - 1)))
        opened = self._opened(height if width >= _ROOMY else 0)
        blocks = [self._block(part, width, opened) for part in self._groups]
        return _spaced(blocks, int(sum(map(len, blocks)) + len(blocks) - 1 <= height))

    def row(self, at: int, width: int) -> Content:
        """Return the line of a setting."""
        row, here, glyphs = self._rows[at], at == self.cursor, glyphs_of(self)
        roomy, abreast = width >= _ROOMY, self._abreast(width)
        named = [each for each in self._rows if roomy or each.group == row.group]
        name = f"{row.name:<{max(len(each.name) for each in named)}}{'   ' if roomy else ' '}"
        before = self._group_name(at) if abreast else Content(" " * _INDENT)
        less, more = (glyphs.less, glyphs.more) if here and row.arrows else (" ", " ")
        arrows = 4 if row.arrows else 2
        fits = before.cell_length + len(name) + arrows + row.value.cell_length <= width
        value = row.value if fits else Content(row.brief)
        value = value.stylize_before("bold" if here or row.changed else "")
        return Content.assemble(
            before,
            (name, "bold $hot" if here else "$quiet"),
            (less, "$cool"), " ", value, " ", (more, "$cool"),
        )  # fmt: skip

    def _abreast(self, width: int) -> bool:
        """Whether the names of groups stand before their rows."""
        rows = len(self._rows) + len(self._groups) - 1
        return width >= _ROOMY and rows <= self.content_size.height

    def _group_name(self, at: int) -> Content:
        group = self._rows[at].group
        cells = max(len(row.group) for row in self._rows) + _INDENT
        if at and self._rows[at - 1].group == group:
            return Content(" " * cells)
        lit = self._rows[self.cursor].group == group
        return Content.styled(f"{group:<{cells}}", "bold $cool" if lit else "bold")

    def _opened(self, height: int) -> list[range]:
        """Return the group with the cursor, and others near it for as long as all of that has room."""
        groups = self._groups
        here = next((n for n, part in enumerate(groups) if self.cursor in part), 0)
        opened: list[range] = []
        taken = 2 * len(groups) - 1
        for _, part in sorted(enumerate(groups), key=lambda each: abs(each[0] - here)):
            taken += len(part)
            if opened and taken > height:
                break
            opened.append(part)
        return opened

    def _block(self, part: range, width: int, opened: list[range]) -> list[Line]:
        glyphs, group = glyphs_of(self), self._rows[part.start].group
        if part in opened:
            name = Content.styled(f"{glyphs.unfolded} {group}", "bold")
            return [(None, name), *self._lines_of(part, width)]
        name = Content.styled(f"{glyphs.folded} {group:<10}", "bold")
        rows = [self._rows[at] for at in part]
        return [(part.start, Content.assemble(name, in_brief(rows, width - len(name), glyphs)))]

    def _lines_of(self, part: range, width: int) -> list[Line]:
        return [(at, self.row(at, width)) for at in part]


def _spaced(blocks: list[list[Line]], air: int) -> list[Line]:
    lines = [line for block in blocks for line in (*block, *[(None, Content(""))] * air)]
    return lines[: len(lines) - air]


def in_brief(rows: Sequence[SettingRow], width: int, glyphs: Glyphs) -> Content:
    """Return as many rows as fit into `width` cells, and how many there are besides."""
    told = [Content.assemble((f"{row.name} ", "$quiet"), row.brief) for row in rows]
    for few in range(len(told), -1, -1):
        more = f"{len(told) - few} more" if few else f"{len(told)} settings"
        parts = [*told[:few], *([] if few == len(told) else [Content.styled(more, "$quiet")])]
        line = Content.styled(f" {glyphs.dot} ", "$quiet").join(parts)
        if line.cell_length <= width:
            break
    return line
