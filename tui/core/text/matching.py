"""How well a name answers what was typed to find it: words before scattered letters."""

from collections.abc import Iterable
from enum import IntEnum


class Match(IntEnum):
    """How well a name answers, the best last."""

    NONE = 0
    SCATTERED = 1
    """Its letters come in their order, with others between: of use only where nothing is better."""
    WITHIN = 2
    """It comes within a word."""
    TOLD = 3
    """Words in what is said of the name, or that are meant by it, begin like those that were typed."""
    WORDS = 4
    """Words of the name begin like those that were typed."""
    BEGINS = 5
    """The name begins with it."""
    WHOLE = 6
    """The name is just that."""


def meant(typed: str, names: Iterable[str]) -> str:
    """Return `did you mean NAME?` for the name that is most like what was typed; nothing where none is."""
    from difflib import get_close_matches  # only now: something was mistyped

    found = get_close_matches(typed.casefold(), list(names), 1)
    return f"did you mean {found[0]}?" if found else ""


def match_of(typed: str, name: str, told: str = "") -> Match:
    """Return how well a name answers.

    Args:
        typed: what is looked for, in capitals or not.
        name: what something is called.
        told: what is said of it, and other words for it.
    """
    wanted, name = " ".join(typed.casefold().split()), name.casefold()
    if not wanted:
        return Match.NONE
    if name == wanted:
        return Match.WHOLE
    if name.startswith(wanted):
        return Match.BEGINS
    if _has_words(name, wanted):
        return Match.WORDS
    if _has_words(f"{name} {told.casefold()}", wanted):
        return Match.TOLD
    if wanted in name:
        return Match.WITHIN
    letters = iter(name)
    scattered = all(letter in letters for letter in wanted if not letter.isspace())
    return Match.SCATTERED if scattered else Match.NONE


def _has_words(text: str, wanted: str) -> bool:
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())
