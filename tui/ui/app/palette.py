"""The command palette, in characters of one width."""

from textual import on
from textual.command import CommandPalette, ProviderSource
from textual.theme import ThemeProvider
from textual.widgets import Input, OptionList

__all__ = ["Palette", "ThemeProvider"]


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

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _choose_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Let a second Enter that came with the first find nothing to choose."""
        if not self.is_current:
            event.stop()
            event.prevent_default()
