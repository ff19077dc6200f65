"""The command palette, in characters of one width."""

from textual.command import CommandPalette, SearchIcon


class Palette(CommandPalette):
    """Textual's palette without its picture of a magnifying glass and its block characters."""

    DEFAULT_CSS = """
    Palette > Vertical { background: $panel; }
    Palette #--input, Palette #--input.--list-visible { border: none; padding: 0 1; }
    Palette CommandList, Palette CommandList:focus { border: none; padding: 1 0; background: $panel; }
    Palette > .command-palette--help-text { color: $quiet; text-style: not bold; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="find a command by its name", id="--command-palette")

    def on_mount(self) -> None:
        """Put a plain prompt in the picture's place."""
        self.query_one(SearchIcon).icon = ">"
