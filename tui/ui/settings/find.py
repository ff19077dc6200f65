"""The form that asks for a word of a setting, and which setting is meant by it."""

from collections.abc import Iterable, Sequence

from tui.core.text.matching import Match, match_of
from tui.core.text.problems import UsageProblem
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services
from tui.ui.settings.settings_table import Setting

LONGEST = 40
"""Characters of what is looked for."""


class FindSettingScreen(FormScreen[str]):
    """Dismissed with what was typed.

    Args:
        services: as for every screen.
        table: the settings.
        words: what was looked for before.
    """

    KEEPS_TYPED = False

    def __init__(self, services: Services, table: Sequence[Setting], words: str) -> None:
        super().__init__(services, "Find a setting", "Once more goes on to the next one.", "Go there")
        self._table = table
        self._words = words

    def fields(self) -> Iterable[Field]:
        """Return the words."""
        yield Field("A word of it", text_field(self._words, id="words", longest=LONGEST))

    def result(self) -> str:
        """Return what was typed."""
        words = " ".join(self.typed("words").split())
        if not places_of(words, self._table):
            raise UsageProblem(f"No setting is like '{words}'")
        return words


def places_of(words: str, table: Sequence[Setting]) -> list[int]:
    """Return the places of the settings that answer, the best first."""
    told = [match_of(words, item.name, f"{item.help} {item.group} {item.words}") for item in table]
    found = [at for at, match in enumerate(told) if match >= Match.WITHIN]
    return sorted(found, key=lambda at: -told[at])
