"""Turns pictures of screens into an animated SVG in which each row is kept once per content."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from tests.scenes.tidy import CHARACTER, FONTS, ROW

_FILL = re.compile(r"fill: (#[0-9a-f]+)")
_RULE = re.compile(r"\.terminal-\d+-(r\d+) \{([^}]*)\}")
_RECT = re.compile(r'<rect fill="([^"]*)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')
_PATH = re.compile(r'<path class="terminal-\d+-(r\d+)" d="([^"]*)"/>')
_STEP = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h[-\d.]+z")
_TEXT = re.compile(
    r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)<'
)
_MARGIN = 10.0
_TOP = 1.5
"""Where the first row begins in Rich's SVG."""
_HALF = CHARACTER / 2, ROW / 2
"""A quarter of a cell, in which rectangles are measured."""

Row = tuple[str, ...]


class Styles:
    """Class names for the styles of all pictures, since Rich numbers them anew in each."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, rule: str) -> str:
        """Return the class name of a rule."""
        return self._names.setdefault(rule.strip(), f"s{len(self._names)}")

    def sheet(self) -> str:
        """Return the rules."""
        return "".join(f".{name}{{{rule}}}" for rule, name in self._names.items())


def moving(columns: Sequence[Sequence[str]], size: tuple[int, int], frame_s: float, ground: str) -> str:
    """Return an endless SVG: columns of pictures beside each other, each picture shown for `frame_s` seconds.

    A viewer that does not animate shows the first pictures, whole.

    Args:
        columns: tidy pictures of screens of one size, as many in each column.
        size: columns and rows of a screen.
        frame_s: how long each is shown.
        ground: what the screens' own background is; it is painted once.
    """
    styles = Styles()
    width, height = size[0] * CHARACTER, size[1] * ROW
    bodies = []
    for at, pictures in enumerate(columns):
        left = _MARGIN + at * (width + 2 * _MARGIN)
        bodies.append(
            f'<g transform="translate({left:g},{_MARGIN:g})">{_body(pictures, styles, frame_s, ground)}</g>'
        )
    whole = len(columns) * (width + 2 * _MARGIN)
    panels = "".join(
        f'<rect x="{at * (width + 2 * _MARGIN):g}" width="{width + 2 * _MARGIN - 4:g}" '
        f'height="{height + 2 * _MARGIN:g}" rx="8" fill="{ground}"/>'
        for at in range(len(columns))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole:g} {height + 2 * _MARGIN:g}">'
        f"<style>text{{font:20px {FONTS};white-space:pre}}{styles.sheet()}</style>"
        f'{panels}<g shape-rendering="crispEdges">{"".join(bodies)}</g></svg>\n'
    )


def _body(pictures: Sequence[str], styles: Styles, frame_s: float, ground: str) -> str:
    shown: dict[tuple[int, Row], list[int]] = defaultdict(list)
    for at, picture in enumerate(pictures):
        for y, row in _rows(picture, styles, ground).items():
            shown[y, row].append(at)
    return "".join(_group(row, frames, len(pictures), frame_s) for (_, row), frames in sorted(shown.items()))


def _rows(picture: str, styles: Styles, ground: str) -> dict[int, Row]:
    rules = dict(_RULE.findall(picture))
    painted: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for fill, x, y, width in _RECT.findall(picture):
        _paint(painted, fill, float(x), float(y) - _TOP, float(width), ROW)
    for name, steps in _PATH.findall(picture):
        colour = _FILL.search(rules[name])
        for x, y, width, height in _STEP.findall(steps):
            _paint(
                painted,
                colour.group(1) if colour else "",
                float(x),
                float(y) - _TOP,
                float(width),
                float(height),
            )
    rows: dict[int, list[str]] = defaultdict(list)
    for y, cells in painted.items():
        rows[y] += _rectangles(cells, ground)
    for name, x, y, length, text in _TEXT.findall(picture):
        rows[int(float(y) / ROW)].append(
            f'<text class="{styles.name(rules[name])}" x="{x}" y="{y}" textLength="{length}">{text}</text>'
        )
    return {y: tuple(parts) for y, parts in rows.items() if parts}


def _paint(
    painted: dict[int, dict[tuple[int, int], str]], colour: str, x: float, y: float, wide: float, high: float
) -> None:
    """Paint quarters of cells, those that a rectangle covers at least half of."""
    left, right = round(x / _HALF[0]), round((x + wide) / _HALF[0])
    top, bottom = round(y / _HALF[1]), round((y + high) / _HALF[1])
    for down in range(top, bottom):
        for across in range(left, right):
            painted[down // 2][across, down] = colour


def _rectangles(cells: dict[tuple[int, int], str], ground: str) -> Iterator[str]:
    """Yield a path for each colour of a row, in as few rectangles as come at once."""
    by_colour: dict[str, list[str]] = defaultdict(list)
    rows = sorted({down for _, down in cells})
    spans = {down: list(_spans(cells, down)) for down in rows}
    for down in rows:
        for begin, end, colour in spans[down]:
            both = down % 2 == 0 and (begin, end, colour) in spans.get(down + 1, ())
            if down % 2 and (begin, end, colour) in spans.get(down - 1, ()):
                continue
            by_colour[colour].append(f"M{begin} {down}h{end - begin}v{1 + both}h{begin - end}z")
    scale = f'transform="translate(0 {_TOP})scale({_HALF[0]:g} {_HALF[1]:g})"'
    parts = [
        f'<path fill="{colour}" d="{"".join(steps)}"/>'
        for colour, steps in by_colour.items()
        if colour != ground
    ]
    if parts:
        yield f"<g {scale}>{''.join(parts)}</g>"


def _spans(cells: dict[tuple[int, int], str], down: int) -> Iterator[tuple[int, int, str]]:
    across = sorted(x for x, y in cells if y == down)
    for colour, group in groupby(across, key=lambda x: cells[x, down]):
        run = list(group)
        begin = run[0]
        for one, other in zip(run, [*run[1:], None], strict=True):
            if other != one + 1:
                yield begin, one + 1, colour
                begin = other if other is not None else 0


def _group(row: Row, frames: Sequence[int], count: int, frame_s: float) -> str:
    inner = "".join(row)
    if len(frames) == count:
        return f"<g>{inner}</g>"
    visible = set(frames)
    changes = [at for at in range(count) if at == 0 or (at in visible) != (at - 1 in visible)]
    values = ";".join("inline" if at in visible else "none" for at in changes)
    times = ";".join(f"{at / count:.5f}".rstrip("0").rstrip(".") for at in changes)
    still = "" if 0 in visible else ' display="none"'
    return (
        f'<g{still}><animate attributeName="display" calcMode="discrete" values="{values}" '
        f'keyTimes="{times}" dur="{count * frame_s:g}s" repeatCount="indefinite"/>{inner}</g>'
    )
