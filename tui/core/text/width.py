"""How many cells of a terminal a text takes: other people's letters are not all one wide."""

from unicodedata import combining, east_asian_width


def cells(text: str) -> int:
    """Return the cells that `text` takes: two for wide letters, none for marks that join the one before."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else int(not combining(letter)) for letter in text)


def cut_to(text: str, width: int, mark: str = "") -> str:
    """Return `text`, or as much of it as fits into `width` cells with `mark` at its end."""
    if cells(text) <= width:
        return text
    room = width - len(mark)
    kept = ""
    for letter in text:
        if cells(kept + letter) > room:
            break
        kept += letter
    return (kept.rstrip() + mark)[: max(0, width)]


def padded(text: str, width: int) -> str:
    """Return `text` with blanks after it up to `width` cells."""
    return text + " " * (width - cells(text))
