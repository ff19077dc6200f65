"""The colours of a picture: what a theme and a terminal make of its roles.

A colour of a cell is 15 bits, five each of red, green and blue: the eye sees no finer step in a figure,
and fewer colours are fewer bytes to a terminal. The sixteenth bit says something else.
"""

from typing import NamedTuple

from tui.core.figure.frame import Role

GROUND = 1 << 15
"""The paper of a cell that shows what the figure stands on."""
BOLD = 1 << 15
"""Added to an ink: bold."""
_BOLD_ROLES = frozenset({Role.REGION, Role.ARROW, Role.MARK})


class Colours(NamedTuple):
    """Colours as 0xRRGGBB.

    Args:
        roles: one for each Role, in their order.
        ground: what the figure stands on, or what is assumed of it.
        ground_known: whether edges can be blended with it; else they are rounded.
        few: whether a terminal has 256 colours: each part then has a few fixed ones.
    """

    roles: tuple[int, ...]
    ground: int = 0x12161B
    ground_known: bool = True
    few: bool = False

    @property
    def blends(self) -> bool:
        """Whether what covers a part of something is blended with the ground."""
        return self.ground_known and not self.few

    def rgb(self, role: Role) -> tuple[int, int, int]:
        """Return a role's red, green and blue."""
        return split(self.roles[role])

    def ink(self, role: Role, share: float = 1.0) -> int:
        """Return a role's colour, `share` of the way to it from the ground, for characters."""
        red, green, blue = (
            under + (over - under) * share
            for over, under in zip(self.rgb(role), split(self.ground), strict=True)
        )
        return packed(red, green, blue) | (BOLD if role in _BOLD_ROLES else 0)


def split(colour: int) -> tuple[int, int, int]:
    """Return red, green and blue of 0xRRGGBB."""
    return colour >> 16, (colour >> 8) & 255, colour & 255


def packed(red: float, green: float, blue: float) -> int:
    """Return the colour of a cell nearest to parts from 0 to 255."""
    red, green, blue = (min(31, round(part * 31 / 255)) for part in (red, green, blue))
    return int(red) << 10 | int(green) << 5 | int(blue)


def unpacked(colour: int) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of a cell's colour."""
    red, green, blue = colour >> 10 & 31, colour >> 5 & 31, colour & 31
    return red << 3 | red >> 2, green << 3 | green >> 2, blue << 3 | blue >> 2
