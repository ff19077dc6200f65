"""Which sessions are looked for: those of one exercise, those whose note has some words."""

from dataclasses import dataclass

from tui.core.record.record import Record


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; as it stands, everything."""

    exercise: str = ""
    """The id of the one exercise; empty for all."""
    words: str = ""
    """What the note must have, in any order and in capitals or not; empty for any note and for none."""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.exercise or self.words.strip())

    def matches(self, record: Record) -> bool:
        """Whether a session is one of those."""
        if self.exercise and all(part.id != self.exercise for part in record.exercises):
            return False
        note = record.note.casefold()
        return all(word in note for word in self.words.casefold().split())


EVERYTHING = Search()
"""Leaves nothing out."""
