"""Shading: what a canvas shows in true colours, averaged over the areas that a cell is divided into."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.body.parts import ROLE_OF, BodyPart
from tui.core.figure.colours import Colours, split
from tui.core.figure.frame import Role
from tui.core.figure.scene.canvas import Codes, far_sides
from tui.core.figure.scene.eight_bit import LIT, SHADED, SHADES
from tui.core.figure.scene.raster import ACROSS, DARKEST, DOWN, LIGHT_STEPS

Areas = NDArray[np.uint8]
"""Rows, columns, areas of a cell, and (red, green, blue, coverage), 0 to 255; colours times coverage."""

_LIGHTS, _FINER = 32, 6
"""Steps of light that colours come in, and how many bits of a canvas's light they leave out."""
_PARTS = 32
_OPAQUE = 255
_DARK, _BRIGHT, _WHITE = 0.36, 0.72, 0.6
"""How bright a colour is without light, how much brighter per light, and what of the rest turns to white."""
_LEAST_LIT, _MOST_LIT = 0.30, 1.22
_SHADOW = 6
"""Steps of light by which what lies just behind a nearer part is darker."""
_CALM = frozenset({BodyPart.REGION, BodyPart.STILL, BodyPart.MARK, BodyPart.EYE})
"""What has its own colour, however it is lit; a ghost has, too."""
_CALM_LIGHT = 0.45
"""Of the difference in light that they keep."""


class Grid(NamedTuple):
    """Into which areas a cell is divided: where they begin, in samples."""

    across: tuple[int, ...]
    down: tuple[int, ...]

    @property
    def areas(self) -> int:
        """How many areas a cell has, counted in reading order."""
        return len(self.across) * len(self.down)

    @property
    def samples(self) -> NDArray[np.float32]:
        """How many samples each area has."""
        wide = np.diff((*self.across, ACROSS))
        high = np.diff((*self.down, DOWN))
        return (high[:, None] * wide).ravel().astype(np.float32)


class Shader:
    """Turns canvases into areas, in one set of colours.

    Args:
        colours: of the roles.
        grid: the areas of a cell.
        alpha: how opaque what is drawn is, from 0 to 1.
        tint: one colour, as 0xRRGGBB, that everything has: that of a ghost.
    """

    def __init__(self, colours: Colours, grid: Grid, alpha: float = 1.0, tint: int | None = None) -> None:
        self._grid = grid
        self._table = _table(colours, alpha, tint)

    def areas(self, codes: Codes) -> Areas:
        """Return the areas of a canvas whose samples make up whole cells."""
        light = ((codes & np.uint32(0xFFFF)) >> _FINER).astype(np.intp).ravel()
        far = far_sides(codes)
        lit = light[far]
        light[far] = lit - np.minimum(lit & (_LIGHTS - 1), _SHADOW)
        return averaged(self._table.take(light).reshape(codes.shape), self._grid)


def averaged(samples: NDArray[np.uint64], grid: Grid) -> Areas:
    """Return the areas of samples, each four numbers of 16 bits: all four are added up at once."""
    rows, columns = samples.shape[0] // DOWN, samples.shape[1] // ACROSS
    lines = samples.reshape(rows, DOWN, -1)
    down = np.stack([lines[:, begin:end].sum(axis=1) for begin, end in pairwise((*grid.down, DOWN))], axis=1)
    steps = [down.reshape(rows, len(grid.down), columns, ACROSS)[..., at] for at in range(ACROSS)]
    sums = [sum(steps[begin + 1 : end], steps[begin]) for begin, end in pairwise((*grid.across, ACROSS))]
    total = np.stack(sums, axis=-1).transpose(0, 2, 1, 3).reshape(rows, columns, grid.areas)
    parts = np.ascontiguousarray(total, "<u8").view("<u2").reshape(rows, columns, grid.areas, 4)
    counts = grid.samples[:, None]
    return (parts / counts + np.float32(0.5)).astype(np.uint8)


def pack(rgb: NDArray[np.float64], alpha: NDArray[np.float64]) -> NDArray[np.uint64]:
    """Return samples of colours, 0 to 255 in the last axis, times their opacity, as `averaged` takes them."""
    parts = np.concatenate((rgb * alpha[..., None], alpha[..., None] * _OPAQUE), axis=-1)
    whole = np.clip(parts + 0.5, 0, _OPAQUE).astype(np.uint64)
    packed: NDArray[np.uint64] = (
        whole[..., 0] | whole[..., 1] << np.uint64(16) | whole[..., 2] << np.uint64(32)
    ) | whole[..., 3] << np.uint64(48)
    return packed


def _table(colours: Colours, alpha: float, tint: int | None) -> NDArray[np.uint64]:
    """Return the colour and the opacity by part and step of light."""
    light = np.arange(_LIGHTS) * 2.0**_FINER / LIGHT_STEPS + DARKEST
    rgb = np.zeros((_PARTS, _LIGHTS, 3))
    opacity = np.zeros((_PARTS, _LIGHTS))
    for part in BodyPart:
        if part == BodyPart.EMPTY:
            continue
        role = Role(int(ROLE_OF[part]))
        own = np.array(split(colours.roles[role] if tint is None else tint), float)
        seen = light * _CALM_LIGHT + 0.5 if part in _CALM or tint is not None else light
        bright = np.clip(_DARK + _BRIGHT * seen, _LEAST_LIT, _MOST_LIT)[:, None]
        rgb[part] = own * np.minimum(bright, 1.0)
        rgb[part] += (255.0 - rgb[part]) * np.maximum(bright - 1.0, 0.0) * _WHITE
        if colours.few and tint is None and role in SHADES:
            steps = (bright[:, 0] > SHADED).astype(np.intp) + (bright[:, 0] > LIT)
            rgb[part] = np.array([split(shade) for shade in SHADES[role]], float)[steps]
        opacity[part] = alpha
        if not colours.blends:
            rgb[part] = np.array(split(colours.ground)) * (1.0 - alpha) + rgb[part] * alpha
            opacity[part] = 1.0
    return pack(rgb, opacity).ravel()
