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
    """Draws rows under their groups; what they mean is its screen's affair.

    Several lists may share the settings: each shows a part of the rows, and they have one cursor. Where all
    groups of a part do not fit, those far from the cursor are closed, and tell in brief what is in them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()
        self._part = range(0)
        self._names = 0

    @property
    def rows_in_all(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def show(self, rows: Sequence[SettingRow], part: range, names: int) -> None:
        """Show other rows, those in `part` of them, with `names` cells for their names."""
        self._rows, self._part, self._names = tuple(rows), part, names
        self.redraw()

    def follow(self, cursor: int) -> None:
        """Take the cursor of another list."""
        before, self.cursor = self.cursor, cursor
        if before != cursor and (before in self._part or cursor in self._part):
            self.redraw()

    def move_bar(self, before: int) -> bool:
        """Draw two rows of one group at once; from one group to another some open and some close."""
        return self._rows[before].group == self._rows[self.cursor].group and super().move_bar(before)

    def lines(self, width: int) -> list[Line]:
        """Return a line a row, with air between; each group's name over it, where there is more than one."""
        groups, height = self._groups(), self.content_size.height
        if len(groups) == 1:
            rows = self._lines_of(self._part, width)
            return _spaced([[row] for row in rows]) if 2 * len(rows) - 1 <= height else rows
        opened = self._opened(groups, height if width >= _ROOMY else 0)
        blocks = [self._block(part, width, opened) for part in groups]
        airy = sum(map(len, blocks)) + len(blocks) - 1 <= height
        return _spaced(blocks) if airy else [line for block in blocks for line in block]

    def _opened(self, groups: list[range], height: int) -> list[range]:
        """Return the group with the cursor, and others near it for as long as all of that has room."""
        here = next((n for n, part in enumerate(groups) if self.cursor in part), 0)
        opened: list[range] = []
        taken = 2 * len(groups) - 1
        for _, part in sorted(enumerate(groups), key=lambda each: abs(each[0] - here)):
            taken += len(part)
            if opened and taken > height:
                break
            opened.append(part)
        return opened

    def row(self, at: int, width: int) -> Content:
        """Return the line of a setting."""
        row, here, glyphs = self._rows[at], at == self.cursor, glyphs_of(self)
        grouped, roomy = len(self._groups()) > 1, width >= _ROOMY
        mine = (len(each.name) for each in self._rows if each.group == row.group)
        names = max(mine) if grouped and not roomy else self._names
        name = f"{'':{_INDENT if grouped else 0}}{row.name:<{names}}{'   ' if roomy else ' '}"
        less, more = (glyphs.less, glyphs.more) if here and row.arrows else (" ", " ")
        fits = len(name) + 4 + row.value.cell_length <= width
        value = row.value if fits else Content(row.brief)
        value = value.stylize_before("" if here else ("bold" if row.changed else "$quiet"))
        return Content.assemble(
            (name, "bold $hot" if here else ""), (less, "$cool"), " ", value, " ", (more, "$cool")
        )

    def _groups(self) -> list[range]:
        """Return the part of each group."""
        first = [
            at
            for at in self._part
            if at == self._part.start or self._rows[at].group != self._rows[at - 1].group
        ]
        return [range(a, b) for a, b in pairwise([*first, self._part.stop])]

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


def _spaced(blocks: list[list[Line]]) -> list[Line]:
    lines = [line for block in blocks for line in (*block, (None, Content("")))]
    return lines[:-1]


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
