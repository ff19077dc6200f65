"""Turns pictures of one screen into an animated SVG in which each row is kept once per content."""

import re
from collections import defaultdict
from collections.abc import Sequence

_RULE = re.compile(r"\.terminal-\d+-(r\d+) \{([^}]*)\}")
_RECT = re.compile(r'<rect fill="([^"]*)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')
_TEXT = re.compile(
    r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)<'
)
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_SHELL = re.compile(
    r'(<rect fill="#[0-9a-f]+" stroke=.*?)<g transform="translate\(([\d.]+), ([\d.]+)\)"', re.DOTALL
)
_ROW = 24.4
"""The height of a row in Rich's SVG, in its units."""

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


def moving(pictures: Sequence[str], frame_s: float) -> str:
    """Return an endless SVG of `pictures`, each shown for `frame_s` seconds.

    A viewer that does not animate shows the first picture, whole.
    """
    styles = Styles()
    shown: dict[tuple[int, Row], list[int]] = defaultdict(list)
    for at, picture in enumerate(pictures):
        for y, row in _rows(picture, styles).items():
            shown[y, row].append(at)
    view, shell = _VIEW.search(pictures[0]), _SHELL.search(pictures[0])
    assert view and shell
    body = "".join(_group(row, frames, len(pictures), frame_s) for (_, row), frames in sorted(shown.items()))
    width, height = view.groups()
    left, top = shell.group(2), shell.group(3)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"<style>text{{font:20px Fira Code,DejaVu Sans Mono,Menlo,Consolas,monospace;white-space:pre}}"
        f"{styles.sheet()}</style>"
        f'<rect width="{width}" height="{height}" rx="8" fill="#121418"/>'
        f'<g transform="translate({left},{top})" shape-rendering="crispEdges">{body}</g></svg>\n'
    )


def _rows(picture: str, styles: Styles) -> dict[int, Row]:
    rules = dict(_RULE.findall(picture))
    rows: dict[int, list[str]] = defaultdict(list)
    for fill, x, y, width in _RECT.findall(picture):
        rows[int(float(y) / _ROW)].append(
            f'<rect fill="{fill}" x="{x}" y="{y}" width="{width}" height="{_ROW + 0.2:g}"/>'
        )
    for name, x, y, length, text in _TEXT.findall(picture):
        rows[int(float(y) / _ROW)].append(
            f'<text class="{styles.name(rules[name])}" x="{x}" y="{y}" textLength="{length}">{text}</text>'
        )
    return {y: tuple(parts) for y, parts in rows.items()}


def _group(row: Row, frames: Sequence[int], count: int, frame_s: float) -> str:
    inner = "".join(row)
    if len(frames) == count:
        return f"<g>{inner}</g>"
    visible = set(frames)
    changes = [at for at in range(count) if at == 0 or (at in visible) != (at - 1 in visible)]
    values = ";".join("visible" if at in visible else "hidden" for at in changes)
    times = ";".join(f"{at / count:.5f}".rstrip("0").rstrip(".") for at in changes)
    still = "" if 0 in visible else ' visibility="hidden"'
    return (
        f'<g{still}><animate attributeName="visibility" calcMode="discrete" values="{values}" '
        f'keyTimes="{times}" dur="{count * frame_s:g}s" repeatCount="indefinite"/>{inner}</g>'
    )
