"""Makes Rich's SVG smaller and safe for viewers that drop blanks at the ends of a text."""

import re

CHARACTER = 12.2
"""The width of a character in Rich's SVG, in its units."""
_BLANK = "&#160;"
_TEXT = re.compile(
    r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>([^<]*)</text>'
)


def tidy(svg: str) -> str:
    """Return the same picture with every text beginning and ending in a character that is seen."""
    return _TEXT.sub(_without_blanks, svg)


def _without_blanks(found: re.Match[str]) -> str:
    name, x, y, length, rest, text = found.groups()
    left = text
    while left.startswith(_BLANK):
        left = left.removeprefix(_BLANK)
    seen = left
    while seen.endswith(_BLANK):
        seen = seen.removesuffix(_BLANK)
    if not seen:
        return ""
    before, after = ((len(a) - len(b)) / len(_BLANK) * CHARACTER for a, b in ((text, left), (left, seen)))
    place, width = float(x) + before, float(length) - before - after
    return f'<text class="{name}" x="{place:g}" y="{y}" textLength="{width:g}"{rest}>{seen}</text>'
