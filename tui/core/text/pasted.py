"""What of a pasted text a field of one line takes, and what is said of the rest."""

from tui.core.text.date_words import counted
from tui.core.text.problems import printable
from tui.core.text.width import cut_to

_QUOTED_CELLS = 16
"""How much is shown of what was left out: enough to find its place."""


def fitted(text: str, room: int, *, cut_before: bool = False) -> tuple[str, str]:
    """Return what is taken of a pasted text, and one line about what is not, "" where all of it is.

    Args:
        text: what was pasted; the first of its lines that is not blank is taken.
        room: how many characters the field still takes.
        cut_before: whether it ended further on, before it was cut where it came in.
    """
    first, *others = [line for line in text.splitlines() if line.strip()] or [""]
    taken, rest = first[:room], first[room:]
    said = []
    if rest:
        said.append(f'{counted(len(rest), "character")} from "{_quoted(rest)}" on')
    if others:
        said.append(f"{counted(len(others), 'more line')}")
    if cut_before:
        said.append("all that came after")
    return taken, f"Left out of what was pasted: {', '.join(said)}" if said else ""


def _quoted(text: str) -> str:
    return cut_to(printable(text[: _QUOTED_CELLS + 1]), _QUOTED_CELLS, "…")
