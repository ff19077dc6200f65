"""The command palette, in characters of one width."""

from textual.command import CommandPalette, ProviderSource


class Palette(CommandPalette):
    """Textual's palette without its picture of a magnifying glass and its block characters."""

    DEFAULT_CSS = """
    Palette SearchIcon { display: none; }
    Palette > Vertical { background: $panel; }
    Palette #--input, Palette #--input.--list-visible { border: none; padding: 0 1; }
    Palette CommandList, Palette CommandList:focus { border: none; padding: 1 0; background: $panel; }
    Palette > .command-palette--help-text { color: $quiet; text-style: not bold; }
    """

    def __init__(self, prompt: str, providers: "ProviderSource | None" = None) -> None:
        """Find among what `providers` offer; the screen's commands when there are none."""
        super().__init__(providers, placeholder=prompt, id="--command-palette")
