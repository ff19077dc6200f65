"""What an exercise's own file has the voice say: phrases that it knows, or sound files beside it."""

import re
from typing import NamedTuple

from tui.core.text.checked import Table

LONGEST = 40
"""Characters of a phrase."""

SOUND_FILES = ".wav, .ogg, .oga or .opus"
_PHRASE = r"[a-z]+(?:[,:]? [a-z]+)*"
_SOUND = r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}\.(?:wav|ogg|oga|opus)"
_WANTED = f"must be a phrase in lower case, or the plain name of a file ending in {SOUND_FILES}"


class Said(NamedTuple):
    """Phrases or names of sound files; what is empty is said as for every exercise."""

    name: str = ""
    """Of the exercise, before it begins."""
    word: str = ""
    """Of the movement out, where there are no sides."""
    left: str = ""
    right: str = ""
    back: str = ""
    """Of the movement back."""

    @property
    def parts(self) -> dict[str, str]:
        """What is told, by its key."""
        told = self._asdict()
        return {key: said for key, said in told.items() if said}


NOTHING = Said()


def is_sound(said: str) -> bool:
    """Whether it is the plain name of a sound file: no phrase is, and no path."""
    return bool(re.fullmatch(_SOUND, said))


def parse_said(table: Table, *, two_sided: bool) -> Said:
    """Return what a table `[say]` tells.

    Raises:
        ContentProblem: naming the file, the key and the reason.
    """
    movements = ("left", "right") if two_sided else ("word",)
    found = {key: _said(table, key) for key in ("name", *movements, "back") if table.has(key)}
    for key in ("word", "left", "right"):
        if table.has(key) and key not in movements:
            sides = "with two sides" if two_sided else "without sides"
            raise table.problem(key, f"is not said {sides}: {' and '.join(movements)} can be")
    table.no_others()
    return Said(**found)


def _said(table: Table, key: str) -> str:
    said = table.text(key, longest=84)
    if not is_sound(said) and not (re.fullmatch(_PHRASE, said) and len(said) <= LONGEST):
        raise table.problem(key, _WANTED)
    return said
