"""What the doctor finds: one thing, how it stands, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap

_COLUMNS = 80
_INDENT = 19


class Severity(StrEnum):
    """How a thing stands."""

    OK = "ok"
    NOTE = "note"
    """Works, or does not matter here, but is worth knowing."""
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    says: str
    level: Severity = Severity.OK
    remedy: str = ""
    """What to do; empty where nothing needs doing."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The finding as printed lines of at most 80 columns, where its words allow."""
        lines = _wrapped(f"{self.level:<6}{self.what:<13}", self.says)
        return (*lines, *_wrapped(" " * _INDENT + "-> ", self.remedy)) if self.remedy else lines


def _wrapped(start: str, text: str) -> tuple[str, ...]:
    lines = wrap(
        text,
        _COLUMNS,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return tuple(lines) or (start.rstrip(),)


def wrong(what: str, says: str, remedy: str) -> Finding:
    """Return a finding of something that does not work."""
    return Finding(what, says, Severity.WRONG, remedy)


def note(what: str, says: str, remedy: str = "") -> Finding:
    """Return a finding that is only worth knowing."""
    return Finding(what, says, Severity.NOTE, remedy)
