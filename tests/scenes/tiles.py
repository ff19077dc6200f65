"""Block characters as rectangles: what a terminal draws itself, a viewer's font draws with gaps."""

from itertools import pairwise

from tui.core.figure.picture.mosaic import HALVES, QUADRANTS, SEXTANTS, Tiles
from tui.core.figure.scene.raster import ACROSS, DOWN

Rectangle = tuple[float, float, float, float]
"""Left, top, width and height, in cells."""


def _by_area(tiles: Tiles) -> dict[str, list[Rectangle]]:
    across, down = (*tiles.grid.across, ACROSS), (*tiles.grid.down, DOWN)
    areas = [
        (left / ACROSS, top / DOWN, (right - left) / ACROSS, (bottom - top) / DOWN)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
    ]
    return {
        glyph: [area for at, area in enumerate(areas) if inked >> at & 1]
        for inked, glyph in enumerate(tiles.glyphs)
        if glyph != " "
    }


RECTANGLES: dict[str, list[Rectangle]] = {
    **{chr(0x2580 + n): [(0.0, 1 - n / 8, 1.0, n / 8)] for n in range(1, 9)},
    **{chr(0x2590 - n): [(0.0, 0.0, n / 8, 1.0)] for n in range(1, 8)},
    **_by_area(SEXTANTS),
    **_by_area(QUADRANTS),
    **_by_area(HALVES),
}
"""Rectangles by character: the blocks of eighths, halves, quadrants and sextants."""
