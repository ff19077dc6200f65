"""What can be completed of a command, for every shell the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand in one place: these words, or a file; nothing that is known when both are empty."""

    words: tuple[str, ...] = ()
    files: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its spellings, what it does, and what follows it; None when nothing does."""

    flags: tuple[str, ...]
    help: str
    value: Words | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """One command."""

    name: str
    help: str
    options: tuple[Option, ...]
    words: Words
    """What may stand in its places."""
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may follow one of those words."""
