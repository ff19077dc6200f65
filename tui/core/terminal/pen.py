"""What a terminal draws with, read from and written as SGR sequences (ECMA-48, 8.3.117)."""

from functools import lru_cache
from typing import NamedTuple

_SEEN_ON_BLANKS = frozenset({"4", "5", "7", "9", "21", "53"})
"""Attributes that show on a blank: underlines, blink, reverse, strike, overline."""
_UNDONE_BY = {
    "22": {"1", "2"},
    "23": {"3"},
    "24": {"4", "21"},
    "25": {"5", "6"},
    "27": {"7"},
    "28": {"8"},
    "29": {"9"},
    "55": {"53"},
}
_KEPT = 20_000
"""Answers that are kept of each question: pens are small and alike, and asked for with every run."""


class Pen(NamedTuple):
    """Parameters of foreground and background, and attributes in the order in which they were set."""

    ink: str = "39"
    paper: str = "49"
    attributes: tuple[str, ...] = ()


@lru_cache(_KEPT)
def on_blank(pen: Pen) -> Pen:
    """Return the part of a pen that can be seen on a blank."""
    return pen if _SEEN_ON_BLANKS.intersection(pen.attributes) else Pen(paper=pen.paper)


@lru_cache(_KEPT)
def changed(pen: Pen, parameters: str) -> Pen:
    """Return a pen after an SGR sequence with these parameters."""
    ink, paper, attributes = pen.ink, pen.paper, list(pen.attributes)
    codes = iter(parameters.split(";"))
    for code in codes:
        if code in ("", "0"):
            ink, paper, attributes = "39", "49", []
        elif code in ("38", "48"):
            mode = next(codes, "5")
            colour = ";".join([code, mode, *(next(codes, "0") for _ in range(3 if mode == "2" else 1))])
            ink, paper = (colour, paper) if code == "38" else (ink, colour)
        elif (number := int(code)) in range(30, 40) or number in range(90, 98):
            ink = code
        elif number in range(40, 50) or number in range(100, 108):
            paper = code
        elif code in _UNDONE_BY:
            attributes = [known for known in attributes if known not in _UNDONE_BY[code]]
        elif code not in attributes:
            attributes.append(code)
    return Pen(ink, paper, tuple(attributes))


@lru_cache(_KEPT)
def change(told: Pen | None, wanted: Pen, *, blank: bool) -> tuple[str, Pen]:
    """Return the shortest sequence that makes a terminal draw as `wanted`.

    Args:
        told: what the terminal draws with now; None when that is not known.
        wanted: what it is to draw with.
        blank: whether only blanks are going to be drawn.

    Returns:
        The sequence, and what the terminal draws with after it.
    """
    if told is not None and blank and on_blank(told).attributes == on_blank(wanted).attributes == ():
        after = told._replace(paper=wanted.paper)
        return ("" if after == told else f"\x1b[{wanted.paper}m"), after
    if told is None or wanted.attributes[: len(told.attributes)] != told.attributes:
        codes = ["0", *wanted.attributes]
        codes += [colour for colour in (wanted.ink, wanted.paper) if colour not in ("39", "49")]
        return f"\x1b[{';'.join(codes)}m", wanted
    codes = list(wanted.attributes[len(told.attributes) :])
    codes += [new for old, new in ((told.ink, wanted.ink), (told.paper, wanted.paper)) if old != new]
    return (f"\x1b[{';'.join(codes)}m" if codes else ""), wanted
