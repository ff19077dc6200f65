"""What a set comes to by what is set: how long the exercises take, one alone and one after the other."""

from textual.content import Content

from tui.core.exercises.exercise import Exercise, Side
from tui.core.settings.settings import Settings
from tui.core.timer.demo import about, set_seconds
from tui.core.timer.plan import Plan, make_plan
from tui.ui.kit.services import Services


class SetLength:
    """Works it out with the repetitions that the user has come to, which are read when first asked for."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._exercises = services.catalogue.bundled
        self._reps: dict[str, int] | None = None
        self._both: tuple[Settings, str] | None = None

    def both(self, settings: Settings) -> str:
        """Return how long a set of both takes."""
        if self._both is None or self._both[0] != settings:
            self._both = settings, about(set_seconds(self._plan(self._exercises, settings)))
        return self._both[1]

    def lines(self, settings: Settings) -> Content:
        """Return the same of each alone, with what is done in it, and of both."""
        blocks = []
        for exercise in self._exercises:
            plan = self._plan((exercise,), settings)
            dose = exercise.dose_line(plan.exercises[0].reps, plan.exercises[0].hold_s)
            seconds = about(set_seconds(plan))
            blocks.append(Content.assemble(f"{exercise.name:<27}{seconds}\n", (dose, "$quiet")))
        return Content("\n\n").join([*blocks, Content(f"{'One after the other':<27}{self.both(settings)}")])

    def _plan(self, exercises: tuple[Exercise, ...], settings: Settings) -> Plan:
        if self._reps is None:
            self._reps = dict(self._services.progress.reps())
        reps = {each.id: self._reps.get(each.id, each.dose.reps) for each in exercises}
        return make_plan(exercises, reps, settings, Side.LEFT)
