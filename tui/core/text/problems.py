"""What can go wrong for a user, told in one line."""

LONGEST_LINE = 200
"""Characters of a line about a problem: what is quoted may be a whole file."""
LONGEST_HINT = 150
"""Of them for what to do about it, which may name a file."""
_CUT = "..."
JOINERS = frozenset(map(chr, (0x200D, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400))))
"""The zero-width joiner, variation selectors and skin tones."""


class Problem(Exception):
    """A fault that a user can understand and, mostly, mend.

    Args:
        title: what went wrong, without a full stop.
        detail: the reason, e.g. what the system said; may be empty.
        hint: what to do about it; may be empty.
    """

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title, detail, hint)
        self.title = title
        self.detail = detail
        self.hint = hint

    @property
    def line(self) -> str:
        """The whole problem in one printable line of at most LONGEST_LINE characters."""
        hint = f" ({_cut(self.hint, LONGEST_HINT)})" if self.hint else ""
        title = _cut(self.title, LONGEST_LINE - len(hint))
        room = LONGEST_LINE - len(hint) - len(title) - len(": ")
        detail = f": {_cut(self.detail, room)}" if self.detail and room > len(_CUT) else ""
        return printable(f"{title}{detail}{hint}")

    @property
    def fault(self) -> str:
        """What went wrong and why, without what to do about it, in a line as `line` is."""
        return Problem(self.title, self.detail).line

    @property
    def why(self) -> str:
        """Why, and what to do about it, in a line as `line` is: said beside what it is about."""
        return Problem(self.detail or self.title, hint=self.hint).line

    def __str__(self) -> str:
        return self.line


class UsageProblem(Problem):
    """Wrong arguments or bad input: exit status 2."""


class ContentProblem(Problem):
    """A content file that cannot be used: names the file, the key and the reason.

    Args:
        file: the file's name as a user knows it.
        key: dotted path of the key at fault, empty when it is the file as a whole.
        reason: why it cannot be used.
    """

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}" if key else file, reason)
        self.file = file
        self.key = key
        self.reason = reason


class StoreProblem(Problem):
    """Something that keeps data from being read or written."""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - len(_CUT)] + _CUT


def printable(text: str) -> str:
    """Return `text` as one line that no terminal interprets: control characters become `?`.

    What joins or colours emoji is left out: terminals differ in how wide they draw what it makes.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text if c not in JOINERS)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character in "\n\t" else "?"
