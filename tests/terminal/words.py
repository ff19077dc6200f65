"""Reads the large words of a session off a screen of text."""

from tests.terminal.harness import Terminal
from tui.adapters.content.shipped import read_letters
from tui.core.text.glyphs import UNICODE, halved
from tui.core.text.letters import Letterform

INK = frozenset("#" + UNICODE.halves) - {" "}
WORDS = ("READY", "LEFT", "RIGHT", "ARCH", "HOLD", "BACK", "REST", "NEXT", "PAUSED", "DONE")


class WordReader:
    """Notes each large word that appears on a terminal, in order, with the instant it was seen.

    Args:
        terminal: read from now on.
    """

    def __init__(self, terminal: Terminal) -> None:
        self.seen: list[str] = []
        self.instants: list[float] = []
        self._terminal = terminal
        settings = [
            Letterform(font, gap, scale) for font in read_letters() for gap in (1, 2) for scale in (1.0, 1.5)
        ]
        self._patterns = [
            (word, tuple(rows))
            for word in WORDS
            for setting in settings
            for rows in (setting.rows(word), halved(setting.fine_rows(word), UNICODE))
        ]
        terminal.watchers.append(self._look)

    def on_screen(self) -> str | None:
        """Return the large word on the screen, None when there is none, or a half-drawn one."""
        lines = self._terminal.screen.display
        for word, pattern in self._patterns:
            if any(_stands_at(lines, row, pattern) for row in range(len(lines) - len(pattern) + 1)):
                return word
        return None

    def _look(self) -> None:
        word = self.on_screen()
        if word and (not self.seen or self.seen[-1] != word):
            self.seen.append(word)
            self.instants.append(self._terminal.clock())


def _stands_at(lines: list[str], row: int, pattern: tuple[str, ...]) -> bool:
    column = lines[row].find(pattern[0])
    while column >= 0:
        if all(_apart(lines[row + at], column, ink) for at, ink in enumerate(pattern)):
            return True
        column = lines[row].find(pattern[0], column + 1)
    return False


def _apart(line: str, column: int, ink: str) -> bool:
    """Whether `ink` stands in the line at `column` with no other ink beside it."""
    end = column + len(ink)
    beside = line[max(0, column - 1) : column] + line[end : end + 1]
    return line[column:end] == ink and not INK.intersection(beside)
