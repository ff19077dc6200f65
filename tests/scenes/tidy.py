"""Makes Rich's SVG smaller, and safe for viewers of any kind.

Every text begins and ends in a character that is seen, since some viewers drop blanks at the ends; block
characters are rectangles; and no font is fetched from elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from tests.scenes.tiles import RECTANGLES

CHARACTER = 12.2
"""The width of a character in Rich's SVG, in its units."""
ROW = 24.4
"""The height of a row."""
BASELINE = 18.5
"""From the top of a row to where its text stands."""
FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_BLANK = "&#160;"
_FACE = re.compile(r"\s*@font-face \{[^}]*\}")
_TEXT = re.compile(
    r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>([^<]*)</text>'
)
_CHARACTER = re.compile(r"&[^;]+;|.")


def tidy(svg: str) -> str:
    """Return the same picture, smaller."""
    svg = _FACE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("<style>", "<style>path{shape-rendering:crispEdges}", 1)
    return _TEXT.sub(lambda found: "".join(_parts(*found.groups())), svg)


def _parts(name: str, x: str, y: str, _: str, rest: str, text: str) -> Iterator[str]:
    """Yield a text as texts and rectangles."""
    characters = _CHARACTER.findall(text)
    shapes: list[str] = []
    at = 0
    for block, group in groupby(characters, key=lambda character: character in RECTANGLES):
        run = list(group)
        left = float(x) + at * CHARACTER
        if block:
            shapes += [_path(glyph, left + n * CHARACTER, float(y)) for n, glyph in enumerate(run)]
        else:
            yield _written(run, name, left, y, rest)
        at += len(run)
    if shapes:
        yield f'<path class="{name}" d="{"".join(shapes)}"/>'


def _written(run: list[str], name: str, left: float, y: str, rest: str) -> str:
    seen = [at for at, character in enumerate(run) if character not in (_BLANK, " ")]
    if not seen:
        return ""
    first, last = seen[0], seen[-1] + 1
    place, width = left + first * CHARACTER, (last - first) * CHARACTER
    text = "".join(run[first:last])
    return f'<text class="{name}" x="{place:g}" y="{y}" textLength="{width:g}"{rest}>{text}</text>'


def _path(glyph: str, left: float, baseline: float) -> str:
    top = baseline - BASELINE
    steps: list[str] = []
    for x, y, wide, high in RECTANGLES[glyph]:
        across, down = wide * CHARACTER, high * ROW
        steps.append(f"M{left + x * CHARACTER:g} {top + y * ROW:g}h{across:g}v{down:g}h{-across:g}z")
    return "".join(steps)
