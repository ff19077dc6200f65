"""What the palette offers beyond the keys of a screen: every exercise, look, volume and theme by its name."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from tui.adapters.content.named_sets import exercises_of
from tui.core.settings.settings import Settings
from tui.core.text.limits import LOUDEST
from tui.core.text.problems import UsageProblem
from tui.core.timer.plan import Overrides
from tui.ui.kit.base import CommandScreen
from tui.ui.kit.services import SessionRequest
from tui.ui.settings.settings_table import DESK_DAYS, REMINDERS, settings_table

if TYPE_CHECKING:
    from tui.ui.app.app import UnhunchApp


def commands_by_name(app: "UnhunchApp", *, in_session: bool) -> Iterator[SystemCommand]:
    """Yield what can be done from anywhere; nothing in a session that would end it.

    Args:
        app: the app that does it.
        in_session: whether a session is under way.
    """
    yield from _values(app)
    yield from _volumes(app)
    if not in_session:
        yield from _sessions(app)
        yield from _places(app)


def _sessions(app: "UnhunchApp") -> Iterator[SystemCommand]:
    catalogue = app.services.catalogue
    if len(catalogue.bundled) > 1:
        yield SystemCommand(
            "Start both stretches", "one after the other", _starting(app, SessionRequest(catalogue.bundled))
        )
    for exercise in catalogue.exercises:
        yield SystemCommand(
            f"Start {exercise.name}", exercise.tagline, _starting(app, SessionRequest((exercise,)))
        )
    for named in app.services.sets:
        with suppress(UsageProblem):  # an exercise of it is no longer there
            request = SessionRequest(exercises_of(named, catalogue), Overrides(set_reps=named.reps))
            yield SystemCommand(f"Start {named.name}", ", ".join(named.texts), _starting(app, request))


def _starting(app: "UnhunchApp", request: SessionRequest) -> Callable[[], None]:
    def start() -> None:
        reps = app.services.progress.reps()
        app.start_session(replace(request, reps=reps))

    return start


def _places(app: "UnhunchApp") -> Iterator[SystemCommand]:
    def history() -> None:
        from tui.ui.history.history import HistoryScreen  # only now, as below: not for the first paint

        app.push_screen(HistoryScreen(app.services))

    def settings(field: str = "") -> None:
        from tui.ui.settings.settings import SettingsScreen

        app.push_screen(SettingsScreen(app.services, field))

    def sounds() -> None:
        from tui.ui.sounds.sounds import SoundsScreen

        app.push_screen(SoundsScreen(app.services))

    yield SystemCommand("Open the history", "what was done, day by day", history)
    yield SystemCommand("Open the settings", "seconds, sounds, streaks, looks", settings)
    yield SystemCommand("Desk days", "the weekdays on which a set is due", partial(settings, DESK_DAYS))
    yield SystemCommand("Reminders", "when the desktop calls", partial(settings, REMINDERS))
    yield SystemCommand("Learn the sounds", "every cue with its meaning", sounds)


def _volumes(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for volume in range(LOUDEST + 1):
        change = partial(_put, app, {"volume": volume, "muted": False})
        yield SystemCommand(f"Volume {volume}", "of the sounds, 0 to 10", change)


def _values(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for setting in settings_table(app.available_themes):
        for choice in setting.choices if setting.around else ():
            change = partial(_put, app, {setting.field: choice.value})
            yield SystemCommand(f"{setting.name}: {choice.text}", setting.help, change)


def _put(app: "UnhunchApp", changes: dict[str, Any]) -> None:
    changed: Settings = replace(app.settings, **changes)
    app.change_settings(changed)


def commands_of(screen: CommandScreen[Any]) -> Iterator[SystemCommand]:
    """Yield what a screen's keys do, and what is there now."""
    for command in screen.commands:
        plain = command.verb not in ("up", "down", "left", "right", "palette")
        if plain and screen.unavailable(command.id) is None:
            title = command.help[:1].upper() + command.help[1:]
            yield SystemCommand(title, command.all_keys, partial(screen.carry_out, command.id))
