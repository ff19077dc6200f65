"""Writes the strips that readers are shown: `python -m tests.readers FOLDER [--seed N] [--controls FOLDER]`.

readers.md says what they are asked.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from tests.core.figure import people
from tests.scenes.tiles import RECTANGLES
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.colours import GROUND, Colours, unpacked
from tui.core.figure.frame import Frame, Role
from tui.core.figure.picture.artist import WIRE, Painter
from tui.core.figure.picture.diagram_painter import DiagramPainter
from tui.core.figure.picture.guide import Guide
from tui.core.figure.picture.mosaic import QUADRANTS, MosaicPainter
from tui.core.figure.scene.stage import Size, Stage

WIDE, HIGH, BETWEEN = 10, 20, 20
"""A cell, and what lies between two pictures, in pixels."""
MOMENTS = (0.0, 0.55, 1.0)
GROUNDS = {"dark": 0x12161B, "light": 0xFAF8F4}
INKS = {
    "dark": "hair b87848 shirt b6c4de sleeve b6c4de trousers 6f8cd8 eye d9dee4",
    "light": "hair 5a3320 skin a05a28 hand a05a28 shirt 3e5078 sleeve 3e5078 trousers 1c2f66 shoe 33333c "
    "chair 574a3c region b86000 still 2f6f5a mark b00060 eye 20242c",
}
"""As in FigureCanvas: what differs where characters alone show it."""
LARGE, SMALL = (46, 24), (40, 20)
SHOWN = (
    (people.ROTATE, "left", "ascii", "dark", LARGE),
    (people.ROTATE, "right", "ascii", "dark", SMALL),
    (people.ROTATE, "left", "ascii", "light", SMALL),
    (people.ROTATE, "right", "ascii", "light", LARGE),
    (people.ARCH, "end", "ascii", "dark", LARGE),
    (people.ARCH, "end", "ascii", "light", SMALL),
    (people.ROTATE, "left", "mosaic", "dark", SMALL),
    (people.ROTATE, "right", "mosaic", "light", LARGE),
    (people.ARCH, "end", "mosaic", "dark", LARGE),
    (people.ARCH, "end", "mosaic", "light", SMALL),
)
"""Of each strip the movement, the look, the ground and the size: few, since readers learn from each."""


def strips() -> Iterator[tuple[str, str]]:
    """Yield what each strip shows, and the strip as SVG."""
    for id, toward, look, ground, size in SHOWN:
        colours = people.DARK._replace(ground=GROUNDS[ground], roles=_roles(look, ground))
        frames = [frame(id, PoseAt(toward, amount), size, look, colours) for amount in MOMENTS]
        yield f"{id} {toward} {look} {ground} {size[0]}x{size[1]}", drawn(frames, colours.ground)


def frame(id: str, at: PoseAt, size: tuple[int, int], look: str, colours: Colours) -> Frame:
    """Return a moment alone: no label, no legend, no guides."""
    person = people.spec(id)
    columns, rows = size
    stage = Stage(
        person,
        person.views[0],
        Size(columns, rows),
        (1, 0.5, columns - 1, rows - 1),
        None if look == "mosaic" else WIRE,
    )
    painter: Painter = (
        MosaicPainter(stage, colours, QUADRANTS) if look == "mosaic" else DiagramPainter(stage, colours)
    )
    return painter.picture(painter.body(stage.bones(at)), Guide()).frame()


def _roles(look: str, ground: str) -> tuple[int, ...]:
    words = INKS[ground].split() if look == "ascii" else []
    own = {Role[name.upper()]: int(ink, 16) for name, ink in zip(words[::2], words[1::2], strict=True)}
    return tuple(own.get(role, people.DARK.roles[role]) for role in Role)


def drawn(frames: list[Frame], ground: int) -> str:
    """Return pictures beside each other as SVG."""
    wide = len(frames[0].lines[0].text) * WIDE + BETWEEN
    high = len(frames[0].lines) * HIGH
    parts = "".join(
        f'<g transform="translate({at * wide})">{"".join(_cells(picture))}</g>'
        for at, picture in enumerate(frames)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide * len(frames)} {high}">'
        f"<style>text{{font:16px DejaVu Sans Mono,monospace}}rect{{shape-rendering:crispEdges}}</style>"
        f'<rect width="100%" height="100%" fill="#{ground:06x}"/>{parts}</svg>\n'
    )


def _cells(picture: Frame) -> Iterator[str]:
    for y, line in enumerate(picture.lines):
        inks, papers = (np.frombuffer(part, np.uint16) for part in (line.ink, line.paper))
        for x, (glyph, ink, paper) in enumerate(zip(line.text, inks, papers, strict=True)):
            if paper != GROUND:
                yield _rectangle(x, y, (0.0, 0.0, 1.0, 1.0), int(paper))
            if glyph in RECTANGLES:
                yield from (_rectangle(x, y, part, int(ink)) for part in RECTANGLES[glyph])
            elif glyph != " ":
                place = f'x="{x * WIDE}" y="{y * HIGH + 15}"'
                yield f'<text {place} fill="{_hex(int(ink))}">{escape(glyph)}</text>'


def _rectangle(x: int, y: int, part: tuple[float, float, float, float], colour: int) -> str:
    left, top, wide, high = part
    return (
        f'<rect x="{(x + left) * WIDE:g}" y="{(y + top) * HIGH:g}" width="{wide * WIDE:g}" '
        f'height="{high * HIGH:g}" fill="{_hex(colour)}"/>'
    )


def _hex(colour: int) -> str:
    red, green, blue = unpacked(colour & 0x7FFF)
    return f"#{red:02x}{green:02x}{blue:02x}"


def main() -> None:
    """Write the strips in an order of their own, and beside the folder which is which."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--controls", type=Path, help="strips of another picture, as SVG, to lie among them")
    args = parser.parse_args()
    controls = sorted(args.controls.glob("*.svg")) if args.controls else []
    shuffled = [*strips(), *((path.stem, path.read_text(encoding="utf-8")) for path in controls)]
    random.Random(args.seed).shuffle(shuffled)
    args.folder.mkdir(parents=True, exist_ok=True)
    for number, (_, svg) in enumerate(shuffled, start=1):
        (args.folder / f"{number:02}.svg").write_text(svg, encoding="utf-8")
    key = "".join(f"{number:02} {name}\n" for number, (name, _) in enumerate(shuffled, start=1))
    args.folder.with_name(f"{args.folder.name}-key.txt").write_text(key, encoding="utf-8")


if __name__ == "__main__":
    main()
