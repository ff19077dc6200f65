"""The styles that a figure can be drawn in, and which look each comes to on a terminal."""

AUTO = "auto"
"""The look that this terminal is known to draw."""
ASCII, MOSAIC, COARSE, FINE = "ascii", "mosaic", "coarse", "fine"
STYLES = (AUTO, MOSAIC, ASCII, COARSE, FINE)
"""Every style that can be chosen, the default first."""
MOSAIC_STYLES = (AUTO, MOSAIC, COARSE, FINE)
"""Those of them that are no ASCII where a mosaic can be drawn."""
STYLE_NAMES = {
    AUTO: "auto",
    MOSAIC: "mosaic",
    ASCII: "ASCII",
    COARSE: "mosaic, coarse",
    FINE: "mosaic, fine",
}
"""What they are called."""
NO_MOSAIC = "No mosaic on this terminal: it needs UTF-8 and 256 colours."
"""What is said where there is only one look."""
_ENOUGH = ("256", "truecolor")
"""The systems of colours, as Rich calls them, that a mosaic can be drawn in."""


def can_draw_mosaics(color_system: str, blocks: bool) -> bool:
    """Return whether a terminal can draw mosaics.

    Args:
        color_system: its colours, as Rich calls them, or `none`.
        blocks: whether it draws block characters.
    """
    return blocks and color_system in _ENOUGH


def look_of(style: str, color_system: str, blocks: bool, best: str = MOSAIC) -> str:
    """Return the look of a style: ASCII, or one of the mosaics where the terminal can draw them.

    Args:
        style: one of STYLES.
        color_system: its colours, as Rich calls them, or `none`.
        blocks: whether it draws block characters.
        best: the mosaic that it is known to draw best.
    """
    if not can_draw_mosaics(color_system, blocks):
        return ASCII
    return best if style == AUTO else style
