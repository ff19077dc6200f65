"""Builds what the full screen works with, and runs it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.adapters.cell_shape import aspect_of_screen
from tui.adapters.content import Catalogue, read_catalogue
from tui.adapters.paths import Paths, find_paths
from tui.adapters.settings_store import SettingsStore
from tui.cli.present import present
from tui.cli.shell import Shell
from tui.core.exercise import Exercise
from tui.core.plan import Overrides
from tui.core.settings import Settings
from tui.ui.run import run_app
from tui.ui.services import Data, Services, SessionRequest
from tui.ui.widgets.figure_shelf import FigureShelf

if TYPE_CHECKING:
    from tui.core.player import Player


def open_home(shell: Shell) -> int:
    """Open Home and return the exit status when the program is left."""
    return run_app(build_services(shell), "home")


def start_session(
    catalogue: Catalogue, exercises: Sequence[Exercise], overrides: Overrides, shell: Shell
) -> int:
    """Open a session, and return the exit status when its Summary is left."""
    from tui.cli.stores import readable_records  # only here: Home has no need of it before its first paint

    services = build_services(shell, catalogue)
    first = next(readable_records(services.history), None) is None
    return run_app(services, SessionRequest(tuple(exercises), overrides, safety=first))


def build_services(shell: Shell, catalogue: Catalogue | None = None) -> Services:
    """Return the screens' services over the stores of the shell's user.

    Only what the first paint needs is read here: settings and exercises.

    Args:
        shell: the surroundings of this run.
        catalogue: the exercises, read already; None reads them.

    Raises:
        StoreProblem: when there is no place for data, or the clock is far off.
    """
    present(shell.clock)
    paths = find_paths(shell.environ)
    settings_store = SettingsStore(paths, shell.clock)
    settings, problems = settings_store.read()
    known = catalogue or read_catalogue(paths.exercises)
    return Services(
        catalogue=known,
        paths=paths,
        clock=shell.clock,
        settings=settings,
        settings_store=settings_store,
        open_data=_data(paths, shell),
        open_player=_sound(paths, shell),
        problems=(*problems, *known.unusable),
        shelf=FigureShelf(cell_aspect=aspect_of_screen),
    )


def _data(paths: Paths, shell: Shell) -> Callable[[], Data]:
    def open_it() -> Data:
        from tui.adapters.away_store import AwayStore  # only now: none is needed for the first paint
        from tui.adapters.history_store import HistoryStore
        from tui.adapters.progress_store import ProgressStore
        from tui.adapters.under_way import UnderWay
        from tui.adapters.writer import Writer

        history = HistoryStore(paths, shell.clock)
        return Data(
            progress=ProgressStore(paths, shell.clock),
            history=history,
            under_way=UnderWay(paths),
            away=AwayStore(paths, shell.clock),
            writer=Writer(history),
        )

    return open_it


def _sound(paths: Paths, shell: Shell) -> "Callable[[Settings, Callable[[], None]], Player]":
    def open_it(settings: Settings, ring_bell: Callable[[], None]) -> "Player":
        from tui.adapters.sound import open_player  # only now: not needed for the first paint

        return open_player(settings, shell.environ, ring_bell, paths.logs / "sound.log")

    return open_it
