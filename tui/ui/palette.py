"""The command palette, in characters of one width."""

from textual.command import CommandPalette, SearchIcon


class Palette(CommandPalette):
    """Textual's palette without its picture of a magnifying glass."""

    def on_mount(self) -> None:
        """Put a plain prompt in the picture's place."""
        self.query_one(SearchIcon).icon = ">"
