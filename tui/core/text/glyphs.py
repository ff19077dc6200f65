"""What the screens are drawn with, twice: in Unicode's lines, blocks and circles, and in ASCII.

Shape says what colour says, in both. None is of the private use area, which most fonts leave empty.
"""

from math import floor
from typing import NamedTuple


class Glyphs(NamedTuple):
    """One table; the two have the same places."""

    cursor: str
    """Before the row that the keys act on."""
    above: str
    """Before the first row in sight, where there are more above."""
    below: str
    ticked: str
    unticked: str
    counted: str
    """A repetition that is done."""
    open: str
    """One that is not."""
    dot: str
    """Between two facts in one line."""
    cut: str
    """Stands for what did not fit."""
    folded: str
    """Before the name of a group whose rows are not shown."""
    unfolded: str
    less: str
    """Before a value that can be stepped back."""
    more: str
    days: str
    """Of the calendar: blank, missed, bridged, partial, done, today and open."""
    line: str
    """What has passed of a thin line."""
    half: str
    """Half a cell of it."""
    track: str
    """What is yet to pass."""
    steps: str
    """A bar that grows upwards, from nothing to a full cell."""
    halves: str
    """A cell of ink: none, above, below, both."""


_ALPHABETS = {
    "cursor": ("▌", ">"),
    "above": ("▴", "^"),
    "below": ("▾", "v"),
    "ticked": ("■", "x"),
    "unticked": ("□", " "),
    "counted": ("●", "@"),
    "open": ("○", "."),
    "dot": ("·", "-"),
    "cut": ("…", ".."),
    "folded": ("▸", "+"),
    "unfolded": ("▾", "-"),
    "less": ("◂", "<"),
    "more": ("▸", ">"),
    "days": (" ·▫▄■○", " .~-#o"),
    "line": ("━", "="),
    "half": ("╸", "="),
    "track": ("─", "-"),
    "steps": (" ▁▂▃▄▅▆▇█", "  ::||||"),
    "halves": (" ▀▄█", " ###"),
}
UNICODE, ASCII = (Glyphs(**{name: drawn[at] for name, drawn in _ALPHABETS.items()}) for at in (0, 1))


def progress(glyphs: Glyphs, cells: int, passed: float) -> tuple[str, str]:
    """Return a thin line as what has passed and what has not, together `cells` wide.

    Args:
        glyphs: the table in force.
        cells: the whole width.
        passed: the share that has passed, 0 to 1.
    """
    steps = floor(2 * cells * min(max(passed, 0.0), 1.0) + 1e-6)
    done = glyphs.line * (steps // 2) + (glyphs.half if steps % 2 and glyphs.half != glyphs.line else "")
    return done, glyphs.track * (cells - len(done))


def column(glyphs: Glyphs, value: int, most: int, rows: int) -> str:
    """Return an upright bar from the top row down; more than nothing is never drawn as nothing.

    Args:
        glyphs: the table in force.
        value: not below zero.
        most: the value of a full bar.
        rows: how many rows that has.
    """
    last = len(glyphs.steps) - 1
    steps = 0 if value <= 0 else max(1, round(value * rows * last / max(1, most)))
    return "".join(glyphs.steps[min(last, max(0, steps - row * last))] for row in reversed(range(rows)))


def halved(rows: tuple[str, ...], glyphs: Glyphs) -> tuple[str, ...]:
    """Return large letters of ``#`` and spaces in half the rows, each cell two of ink."""
    if len(rows) % 2:
        rows = (*rows, " " * len(rows[0]))
    return tuple(
        "".join(
            glyphs.halves[(above != " ") + 2 * (below != " ")] for above, below in zip(*pair, strict=True)
        )
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
