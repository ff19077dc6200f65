"""Which version of documents this program writes, and what it says of those that it cannot take."""

from tui.core.text.problems import Problem

SCHEMA = 1
"""The schema number that this program writes; a higher one is read-only to it."""


class UnlawfulRecord(Problem):
    """A document that is no record: names the key and the reason."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)


class NewerSchema(UnlawfulRecord):
    """A document of a later version of the program."""
