"""Home's left column: what there is to do, what cannot be used, and how things stand."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import START
from tui.core.settings.settings import Settings
from tui.core.text.width import cells
from tui.ui.home.choices import HomeMenu, MenuChoice
from tui.ui.home.lately import Lately
from tui.ui.home.standing import Standing
from tui.ui.kit.menu import Menu
from tui.ui.kit.paragraphs import Paragraph, Paragraphs
from tui.ui.kit.told import Told

LATELY_ROWS = 5
"""Rows that the latest sessions have at least."""
LEAST_ROWS = 3
"""Rows of the menu that are always in sight."""


class HomeColumn(Vertical):
    """Gives the menu the rows that the others do not need.

    Args:
        menu: the exercises.
        lately: the latest sessions, where it is tall.
        standing: how things stand.
        key: the one that starts what is highlighted.
    """

    DEFAULT_CSS = """
    HomeColumn #faults { height: auto; color: $text-error; }
    HomeColumn #how { display: none; margin-top: 1; padding: 0 2; }
    HomeColumn #about { height: auto; margin-top: 1; padding: 0 0 0 2; color: $quiet; }
    """

    def __init__(self, menu: Menu, lately: Lately, standing: Standing, key: str) -> None:
        super().__init__(id="left")
        self.about = Told(id="about")
        """What is said of the highlighted row, where there is room."""
        self._faults = Told(id="faults")
        """Why some cannot be used; not there where all can."""
        self._faults.display = False
        self._menu = menu
        self._lately = lately
        self._standing = standing
        self._how = Paragraphs(id="how")
        """How the highlighted row is done, where there is much room."""
        told = self._faults, self.about, self._how
        self._choices = Vertical(menu, *told, id="choices", classes="panel -lit")
        self._choices.border_title = Content.assemble(
            "Stretches   ", (key, "$foreground"), (" starts", "not bold $quiet")
        )
        self._most: int | None = None
        """The rows that the menu may have; None where it may have all that it needs."""

    def compose(self) -> ComposeResult:
        """Put the choices over how things stand."""
        yield self._choices
        yield self._lately
        yield self._standing

    def show_about(self, choices: HomeMenu, choice: MenuChoice, settings: Settings) -> None:
        """Say what the row is, how long it takes, with much room how it is done; and what cannot be used."""
        faults = choices.faults()
        self._faults.display = bool(faults)
        self._faults.tell(f"Cannot be used, a mends it: {faults}")
        exercises = choice.exercises
        if len(exercises) > 1:
            lines = [f"{exercise.name}: {exercise.tagline}" for exercise in exercises]
        else:
            lines = [exercises[0].tagline, choices.takes(exercises, settings)]
        if self._how.display:
            self._how.show(_how(exercises))
        self.about.tell("\n".join(filter(None, lines)))

    def on_resize(self, _: Resize) -> None:
        """Share the new height."""
        self.fit()

    def fit(self) -> None:
        """Share the height anew, after the others have changed."""
        apart = self._menu, self._how
        others = [widget for widget in self._choices.children if widget not in apart and widget.display]
        taken = sum(map(self._rows, (*others, self._standing))) + self._choices.gutter.height
        room = self.content_size.height - taken
        self.set_class(room >= self._menu.rows_in_all + LATELY_ROWS, "-roomy")
        room = max(LEAST_ROWS, room - (LATELY_ROWS if self._lately.display else 0))
        most = room if self._menu.rows_in_all > room else None
        if most != self._most:  # even the same one would lay everything out
            self._most = self._menu.styles.max_height = most

    def _rows(self, widget: Widget) -> int:
        """Return the rows that a widget asks for, with its margin, border and padding."""
        styles = widget.styles
        width = max(1, self.content_size.width - widget.gutter.width)
        rows = widget.get_content_height(self.content_size, self.app.size, width) + widget.gutter.height
        if styles.min_height:
            rows = max(rows, int(styles.min_height.value))
        if styles.max_height:
            rows = min(rows, int(styles.max_height.value))
        return rows + styles.margin.height


def _how(exercises: Sequence[Exercise]) -> list[Paragraph]:
    """Return the steps of these exercises; of several, under their names, those that one moves by."""
    if len(exercises) == 1:
        return [(step.title, step.text) for step in exercises[0].steps]
    found: list[Paragraph] = []
    for exercise in exercises:
        moving = [step for step in exercise.steps if step.pose != START]
        found += [(exercise.name, moving[0].text)] if moving else []
        found += [(step.title, step.text) for step in moving[1:]]
    return found


def caption(choices: HomeMenu, exercise: Exercise, settings: Settings, room: int) -> Content:
    """Return two lines for under the figure: the exercise and its dose, as far as `room` cells go."""
    dose, takes = choices.dose(exercise, settings), choices.takes((exercise,), settings)
    first = Content.styled(exercise.name, "bold $foreground")
    if cells(exercise.name) + cells(exercise.tagline) + 3 <= room:
        first = Content.assemble(first, f"   {exercise.tagline}")
    seconds = (f"{dose}, {takes}", dose, dose.partition(",")[0])
    return Content.assemble(first, "\n", next((text for text in seconds if len(text) <= room), ""))
