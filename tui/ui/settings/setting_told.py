"""What the highlighted setting does, the values that there are, and which one it has by default."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size

from tui.core.text.glyphs import Glyphs
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.lined import Lined

_BRIEF = 7
"""Below so many rows what is told stands without air."""
_FEW = 3
"""In fewer rows values of which not all fit are not named."""


@dataclass(frozen=True, slots=True)
class SettingWords:
    """What is told of one setting."""

    name: str
    text: str
    beside: str
    """What there is to say of it as things are now; may be empty."""
    values: tuple[str, ...]
    at: int
    """The place of the value in force."""
    default: str
    counted: bool
    """Whether the values go from few to many."""


class SettingTold(Lined):
    """Tells of one setting after the other."""

    words: SettingWords | None = None

    def tell(self, words: SettingWords) -> None:
        """Tell of this one."""
        if words != self.words:
            self.words = words
            self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines: in few rows the sentence, the values and the default; with room, air between."""
        words, width = self.words, size.width
        if words is None:
            return []
        if size.height < _BRIEF:
            return self._brief(words, size)
        told, beside = _wrapped(words.text, width), _wrapped(words.beside, width)
        head = _head(words, width)
        room = size.height - len(head) - len(told) - len(beside) - 2 - bool(beside)
        blocks = [head, told, self._values(words, width, room), beside]
        return [line for block in blocks if block for line in (*block, Content(""))][:-1]

    def _brief(self, words: SettingWords, size: Size) -> list[Content]:
        told = _wrapped(" ".join(filter(None, (words.text, words.beside))), size.width)
        default = _default(words)
        few = self._values(words, size.width - default.cell_length - 3, 1)
        last = Content.assemble(*(few and (few[0], "   ")), default)
        return [*told[: size.height - 1], last]

    def _values(self, words: SettingWords, width: int, rows: int) -> list[Content]:
        """Return all values, the one in force marked: under one another, else side by side, else in brief."""
        if not words.values:
            return []
        lines, at = _laid(words, 1 if len(words.values) <= rows > 1 else width, glyphs_of(self))
        if len(lines) <= rows:
            return lines
        if words.counted:
            return [Content.styled(f"{words.values[0]} to {words.values[-1]}", "$quiet")]
        if rows < _FEW:
            return []
        first = max(0, min(at - rows // 2, len(lines) - rows + 1))
        return [
            *lines[first : first + rows - 1],
            Content.styled(f"  {words.at + 1} of {len(words.values)}", "$quiet"),
        ]


def _laid(words: SettingWords, width: int, glyphs: Glyphs) -> tuple[list[Content], int]:
    """Return the values in columns, the one in force marked, and the line that it is in."""
    column = max(map(len, words.values)) + len(glyphs.less) + 1
    count = max(1, (width - len(glyphs.more) - 1) // column)
    lines = []
    for first in range(0, len(words.values), count):
        line = Content("")
        for at in range(first, min(first + count, len(words.values))):
            value = words.values[at]
            here = at == words.at
            text = f"{glyphs.less} {value} {glyphs.more}" if here else f"  {value}"
            start = (at - first) * column
            line = Content.assemble(
                line.pad_right(max(0, start - line.cell_length)),
                (text[max(0, line.cell_length - start) :], "bold $hot" if here else "$quiet"),
            )
        lines.append(line)
    return lines, words.at // count


def _head(words: SettingWords, width: int) -> list[Content]:
    """Return its name, and its default at the other end, or below it where there is no room for both."""
    name, default = Content.styled(words.name, "bold $hot"), _default(words)
    gap = width - name.cell_length - default.cell_length
    return (
        [Content.assemble(name, " " * gap, default)] if gap > 1 else [name, *_wrapped(default.plain, width)]
    )


def _default(words: SettingWords) -> Content:
    return Content.assemble(("Default: ", "$quiet"), words.default)


def _wrapped(text: str, width: int) -> Sequence[Content]:
    return [Content(line) for line in wrap(text, max(1, width))]
