"""The seconds that are left, in large digits under a word that says of what."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from tui.core.text.letters import Letters
from tui.ui.kit.big_word import BigWord


class Countdown(Vertical):
    """Shows a number, or nothing while there is none to show.

    Args:
        fonts: the letters of the digits.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    Countdown { height: auto; }
    Countdown > Label { width: 1fr; height: 1; text-align: center; }
    Countdown > BigWord { width: 1fr; }
    """

    def __init__(self, fonts: Sequence[Letters], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.caption = Label("", markup=False)
        self.digits = BigWord(fonts, ("00",))
        self._shown: tuple[str, int | None] = ("", None)

    @property
    def shown(self) -> int | None:
        """The seconds that are shown, if any are."""
        return self._shown[1]

    def compose(self) -> ComposeResult:
        """Compose the caption and the digits."""
        yield self.caption
        yield self.digits

    def show(self, caption: str, seconds: int | None) -> None:
        """Show `seconds` of what `caption` says; nothing at all when it is None."""
        wanted = ("", None) if seconds is None else (caption, seconds)
        if wanted == self._shown:
            return
        if wanted[0] != self._shown[0]:
            self.caption.update(wanted[0], layout=False)
        self._shown = wanted
        self.digits.show("" if seconds is None else str(seconds))
