"""How many cells of a terminal a text takes: other people's letters are not all one wide."""

from unicodedata import combining, east_asian_width


def cells(text: str) -> int:
    """Return the cells that `text` takes: two for wide letters, none for marks that join the one before."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else int(not combining(letter)) for letter in text)
