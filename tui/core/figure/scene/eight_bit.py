"""The few colours that each part has on a terminal with 256 of them: chosen by eye, out of xterm's palette.

The nearest of the palette to each shade would be a patchwork of hues.
"""

from tui.core.figure.frame import Role

Shades = tuple[int, int, int]
"""0xRRGGBB in shade, in usual light, and lit."""

SHADES: dict[Role, Shades] = {
    Role.HAIR: (0x5F5F5F, 0x875F00, 0x875F00),
    Role.SKIN: (0xD7AF87, 0xFFD7AF, 0xFFD7AF),
    Role.HAND: (0xD7AF87, 0xFFD7AF, 0xFFD7AF),
    Role.SHIRT: (0x5F87AF, 0x87AFD7, 0x87AFD7),
    Role.SLEEVE: (0x5F87AF, 0x87AFFF, 0xAFD7FF),
    Role.TROUSERS: (0x5F5F87, 0x5F5FAF, 0x5F5FD7),
    Role.SHOE: (0x4E4E4E, 0x767676, 0x949494),
    Role.CHAIR: (0x875F00, 0xAF875F, 0xAF875F),
    Role.REGION: (0xD78700, 0xFFAF00, 0xFFAF00),
    Role.STILL: (0x5F875F, 0x5FAF87, 0x5FAF87),
    Role.MARK: (0xFFFF5F, 0xFFFF5F, 0xFFFF5F),
    Role.EYE: (0x303030, 0x303030, 0x303030),
}
SHADED, LIT = 0.62, 1.02
"""How bright something is up to which it is in shade, and from which on it is lit."""
