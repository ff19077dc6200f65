"""Builds what the full screen works with, and runs it."""

from collections.abc import Callable, Sequence

from tui.adapters.away_store import AwayStore
from tui.adapters.content import Catalogue, read_catalogue
from tui.adapters.paths import Paths
from tui.adapters.progress_store import ProgressStore
from tui.adapters.under_way import UnderWay
from tui.adapters.writer import Writer
from tui.cli.shell import Shell
from tui.cli.stores import open_stores, readable_records
from tui.core.exercise import Exercise
from tui.core.plan import Overrides
from tui.core.player import Player
from tui.core.settings import Settings
from tui.ui.run import run_app
from tui.ui.services import Services, SessionRequest


def open_home(shell: Shell) -> int:
    """Open Home and return the exit status when the program is left."""
    return run_app(build_services(shell), "home")


def start_session(
    catalogue: Catalogue, exercises: Sequence[Exercise], overrides: Overrides, shell: Shell
) -> int:
    """Open a session, and return the exit status when its Summary is left."""
    services = build_services(shell, catalogue)
    first = next(readable_records(services.history), None) is None
    return run_app(services, SessionRequest(tuple(exercises), overrides, safety=first))


def build_services(shell: Shell, catalogue: Catalogue | None = None) -> Services:
    """Return the screens' services over the stores of the shell's user.

    Args:
        shell: the surroundings of this run.
        catalogue: the exercises, read already; None reads them.
    """
    stores = open_stores(shell)
    known = catalogue or read_catalogue(stores.paths.exercises)
    return Services(
        catalogue=known,
        paths=stores.paths,
        clock=shell.clock,
        settings=stores.settings,
        settings_store=stores.settings_store,
        progress=ProgressStore(stores.paths, shell.clock),
        history=stores.history,
        under_way=UnderWay(stores.paths),
        away=AwayStore(stores.paths, shell.clock),
        writer=Writer(stores.history),
        open_player=_sound(stores.paths, shell),
        problems=(*stores.problems, *known.unusable),
    )


def _sound(paths: Paths, shell: Shell) -> Callable[[Settings, Callable[[], None]], Player]:
    def open_it(settings: Settings, ring_bell: Callable[[], None]) -> Player:
        from tui.adapters.sound import open_player  # only now: not needed for the first paint

        return open_player(settings, shell.environ, ring_bell, paths.logs / "sound.log")

    return open_it
