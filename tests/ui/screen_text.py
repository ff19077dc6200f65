"""What a person reads on the screen of a test."""

from textual.app import App
from textual.geometry import Region


def screen_lines(app: App[None]) -> list[str]:
    """Return the rows of the screen in front as plain text."""
    width, height = app.size
    update = app.screen._compositor.render_strips()
    rows = ["".join(segment.text for segment in strip) for strip in update]
    assert len(rows) == height and all(len(row) == width for row in rows)
    return rows


def screen_text(app: App[None]) -> str:
    """Return the screen in front as plain text."""
    return "\n".join(screen_lines(app))


def inside(region: Region, app: App[None]) -> bool:
    """Whether a region lies wholly on the screen."""
    return Region(0, 0, *app.size).contains_region(region)
