"""The form that asks what is looked for in the history: words of a note, one exercise."""

from collections.abc import Iterable, Sequence

from tui.core.history.order import Search
from tui.ui.kit.fields import ChoiceField
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services

LONGEST = 60
"""Characters of the words that are looked for."""


class FindScreen(FormScreen[Search]):
    """Asks for words and an exercise; with neither, everything is shown again.

    Args:
        services: as for every screen.
        choices: the ids of exercises and their names, all of them first.
        search: what is looked for now.
    """

    KEEPS_TYPED = False

    def __init__(self, services: Services, choices: Sequence[tuple[str, str]], search: Search) -> None:
        notes = "Nothing typed and all exercises: everything is shown again."
        super().__init__(services, "Find sessions", notes, "Show")
        self._choices = tuple(choices)
        self._search = search

    def fields(self) -> Iterable[Field]:
        """Return the words and the exercise."""
        yield Field("Note has", text_field(self._search.words, id="words", longest=LONGEST))
        yield Field("Exercise", ChoiceField(self._choices, self._search.exercise, alone=True, id="exercise"))

    def result(self) -> Search:
        """Return what is to be looked for."""
        words = " ".join(self.typed("words").split())
        return Search(self.chosen("exercise"), words)
