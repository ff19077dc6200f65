"""What a command of the screens is, and how its keys are written."""

from dataclasses import dataclass

SHARED = "everywhere"
"""The group of the commands that every screen has, where it does not use their keys itself."""

BACK = f"{SHARED}.back"
QUIT = f"{SHARED}.quit"
PALETTE = f"{SHARED}.palette"

ALWAYS_SHOWN = 0
"""The rank of commands that the footer never leaves out."""
HIDDEN = 99
"""The rank of commands that only the help and the palette show."""


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """One thing that can be asked for on a screen."""

    id: str
    """`screen.verb`; the screen's `action_verb` carries it out."""
    keys: tuple[str, ...]
    """Keys as Textual names them; the first is the one that the footer shows."""
    name: str
    """One or two words for the footer; neighbours with the same name share one place in it."""
    help: str
    """What it does, in one sentence without a full stop."""
    rank: int = HIDDEN
    """Footers leave out the highest ranks first."""
    commits: bool = False
    """Whether it starts, discards, saves, answers or leaves: never by a held key, nor in another layout."""
    shown: str = ""
    """How its keys are written, where that is not their names."""

    @property
    def screen(self) -> str:
        """The group that it belongs to."""
        return self.id.partition(".")[0]

    @property
    def verb(self) -> str:
        """What its action is called."""
        return self.id.partition(".")[2]

    @property
    def key(self) -> str:
        """Its first key, as it is written."""
        return self.shown or key_name(self.keys[0])

    @property
    def all_keys(self) -> str:
        """All its keys, as they are written."""
        return self.shown or ", ".join(key_name(key) for key in self.keys)


DIGITS = tuple("0123456789")

_WRITTEN = {
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
}


def key_name(key: str) -> str:
    """Return how a key is written for people."""
    return _WRITTEN.get(key) or key.replace("shift+", "Shift+").replace("ctrl+", "Ctrl+")
