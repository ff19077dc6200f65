"""What can go wrong for a user, told in one line."""


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
        """The whole problem in one printable line."""
        text = f"{self.title}: {self.detail}" if self.detail else self.title
        if self.hint:
            text = f"{text} ({self.hint})"
        return printable(text)

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


class SoundProblem(Problem):
    """Something that keeps sounds from being heard."""


def printable(text: str) -> str:
    """Return `text` as one line that no terminal interprets: control characters become `?`."""
    return "".join(c if c.isprintable() else ("?" if c not in "\n\t" else " ") for c in text)
