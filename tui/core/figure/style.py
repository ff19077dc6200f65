"""The styles that a figure can be drawn in."""

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
