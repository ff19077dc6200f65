"""Seen without red, green or blue cones, side, region, still part and ghost stay apart: computed."""

import numpy as np
import pytest
from numpy.typing import NDArray
from textual.theme import Theme

from tests.core.figure import people
from tests.ui.figure.test_figure import Stand, drawn
from tui.core.figure.colours import Colours, split
from tui.core.figure.frame import Role
from tui.core.figure.picture.guide import GHOST
from tui.ui.kit.themes import DARK, LIGHT

Vector = NDArray[np.float64]

CONES = {
    "all": np.eye(3),
    "no red": np.array(
        (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        )
    ),
    "no green": np.array(
        (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        )
    ),
    "no blue": np.array(
        (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        )
    ),
}
"""What they make of linear red, green and blue: Machado, Oliveira and Fernandes 2009, severity 1."""
_TO_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
_WHITE = _TO_XYZ.sum(axis=1)
LEAST = 10.0
"""Units of CIELAB: some four times what can just be told apart side by side."""
PAIRS = (
    (Role.SKIN, Role.HAIR),
    (Role.SKIN, Role.SLEEVE),
    (Role.HAND, Role.HAIR),
    (Role.REGION, Role.SHIRT),
    (Role.REGION, Role.CHAIR),
    (Role.REGION, Role.STILL),
    (Role.STILL, Role.SHIRT),
    (Role.STILL, Role.TROUSERS),
    (Role.MARK, Role.REGION),
    (Role.MARK, Role.CHAIR),
)
"""What lies beside each other in a mosaic and says something; in ASCII the characters tell it apart."""
ON_GROUND = (Role.SKIN, Role.HAIR, Role.SLEEVE, Role.REGION, Role.ARROW, Role.CHAIR)


def seen(colour: Vector, cones: Vector) -> Vector:
    """Return a colour, 0 to 255, in CIELAB as those with such cones see it."""
    part = colour / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(np.clip(_TO_XYZ @ np.clip(cones @ linear, 0.0, 1.0) / _WHITE, 0.0089, None))
    return np.array((116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)))


def apart(one: Vector, other: Vector, cones: Vector) -> float:
    return float(np.linalg.norm(seen(one, cones) - seen(other, cones)))


async def colours_of(theme: Theme, style: str) -> Colours:
    async with Stand(people.exercise(people.ARCH)).run_test(size=(60, 30)) as pilot:
        pilot.app.register_theme(theme)
        pilot.app.theme = theme.name
        figure = await drawn(pilot)
        figure.style_name = style
        await pilot.pause()
        return figure.palette.colours


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("style", ["auto", "ascii"])
async def test_what_a_picture_says_is_seen(monkeypatch: pytest.MonkeyPatch, style: str, theme: Theme) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    colours = await colours_of(theme, style)
    rgb = {role: np.array(colours.rgb(role), float) for role in Role}
    ground = np.array(split(colours.ground), float)
    ghost = ground + (rgb[Role.GHOST] - ground) * GHOST
    for name, cones in CONES.items():
        for role in ON_GROUND:
            assert apart(rgb[role], ground, cones) >= LEAST, (name, role)
        assert apart(ghost, ground, cones) >= LEAST, name
        if style == "auto":
            for one, other in PAIRS:
                assert apart(rgb[one], rgb[other], cones) >= LEAST, (name, one, other)
            for role in (Role.SLEEVE, Role.SKIN, Role.HAIR):
                assert apart(ghost, rgb[role], cones) >= LEAST, (name, role)
