"""Builds what the full screen works with, and runs it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.content.named_sets import read_sets
from tui.adapters.files.kept_pictures import KeptPictures
from tui.adapters.files.paths import Paths, find_paths
from tui.adapters.machine.cell_shape import aspect_of_screen
from tui.adapters.machine.terminal import Terminal, find_terminal, is_light
from tui.adapters.settings.key_file import read_key_file
from tui.adapters.settings.settings import SettingsStore
from tui.adapters.settings.terminals import TerminalStore
from tui.cli.present import doubts, present
from tui.cli.streams import Streams
from tui.core.exercises.exercise import Exercise
from tui.core.figure.style import AUTO, COARSE, FINE, MOSAIC, MOSAIC_STYLES
from tui.core.settings.settings import Settings
from tui.core.terminal.drawn_blocks import Blocks, finest_blocks
from tui.core.timer.plan import Overrides
from tui.ui.app.run import run_app
from tui.ui.figure.figure import FigureShelf
from tui.ui.keys.bindings import own_keys
from tui.ui.kit.services import Data, Services, SessionRequest, Surroundings

if TYPE_CHECKING:
    from tui.core.sound.player import Player


_MOSAICS = {Blocks.HALF: COARSE, Blocks.QUADRANTS: MOSAIC, Blocks.SEXTANTS: FINE, Blocks.OCTANTS: FINE}
"""The mosaic of the finest blocks that a terminal draws; octants would show little more than sextants."""

NEWS = (
    "New in 0.2: the figure is a mosaic where the terminal draws one (f: ASCII), and the theme follows the "
    "terminal (Settings: unhunch-dark)."
)
"""What is said once to those who come from version 0.1, with the way back to what they had."""


def open_home(streams: Streams) -> int:
    """Open Home and return the exit status when the program is left."""
    return run_app(build_services(streams), "home")


def start_session(
    catalogue: Catalogue, exercises: Sequence[Exercise], overrides: Overrides, streams: Streams
) -> int:
    """Open a session, and return the exit status when its Summary is left."""
    from tui.cli.stores import begin_at_a_desk, readable_records  # only here: not for Home's first paint

    services = build_services(streams, catalogue)
    first = next(readable_records(services.history), None) is None
    if first:
        usual, told = begin_at_a_desk(services.settings, services.settings_store, services.writer)
        services = replace(services, settings=usual, hint=told)
    return run_app(services, SessionRequest(tuple(exercises), overrides, safety=first))


def build_services(streams: Streams, catalogue: Catalogue | None = None) -> Services:
    """Return the screens' services over the stores of the shell's user.

    Only what the first paint needs is read here: settings and exercises.

    Args:
        streams: the surroundings of this run.
        catalogue: the exercises, read already; None reads them.

    Raises:
        StoreProblem: when there is no place for data, or the clock is far off.
    """
    now = present(streams.clock)
    paths = find_paths(streams.environ)
    settings_store = SettingsStore(paths, streams.clock)
    settings, problems = settings_store.read()
    tables, text, unreadable = read_key_file(paths.keys)
    keys, refused = own_keys(tables, text)
    known = catalogue or read_catalogue(paths.exercises)
    sets, faulty = read_sets(paths.sets, known)
    terminal = find_terminal(streams.environ, streams.stdin, streams.out, streams.err)
    return Services(
        catalogue=known,
        paths=paths,
        clock=streams.clock,
        settings=settings,
        settings_store=settings_store,
        open_data=_data(paths, streams),
        open_player=_sound(paths, streams),
        news=NEWS if settings_store.is_of_before() else "",
        keys=keys,
        sets=sets,
        problems=(*doubts(now), *problems, *unreadable, *refused, *known.unusable, *faulty),
        shelf=_shelf(terminal, streams.environ, settings, paths),
        surroundings=_surroundings(terminal, paths, streams),
    )


def _shelf(terminal: Terminal, environ: Mapping[str, str], settings: Settings, paths: Paths) -> FigureShelf:
    return FigureShelf(
        cell_aspect=aspect_of_screen,
        blocks=terminal.draws_blocks,
        best_mosaic=_MOSAICS[finest_blocks(environ)],
        mosaic_style=settings.mosaic_style if settings.mosaic_style in MOSAIC_STYLES else AUTO,
        pictures=KeptPictures(paths.pictures),
    )


def _surroundings(terminal: Terminal, paths: Paths, streams: Streams) -> Surroundings:
    store = TerminalStore(paths, streams.clock, streams.environ)
    return Surroundings(
        environ=streams.environ,
        kind=terminal.kind,
        unicode=terminal.unicode,
        few_colours=terminal.colours == "16",
        light=is_light(streams.environ),
        known=store.read(),
        remember=store.write,
    )


def _data(paths: Paths, streams: Streams) -> Callable[[], Data]:
    def open_it() -> Data:
        from tui.adapters.history.store import HistoryStore
        from tui.adapters.history.under_way import UnderWay
        from tui.adapters.history.writer import Writer
        from tui.adapters.settings.away import AwayStore  # only now: none is needed for the first paint
        from tui.adapters.settings.progress import ProgressStore

        history = HistoryStore(paths, streams.clock)
        return Data(
            progress=ProgressStore(paths, streams.clock),
            history=history,
            under_way=UnderWay(paths),
            away=AwayStore(paths, streams.clock),
            writer=Writer(history),
        )

    return open_it


def _sound(paths: Paths, streams: Streams) -> "Callable[[Settings, Callable[[], None]], Player]":
    def open_it(settings: Settings, ring_bell: Callable[[], None]) -> "Player":
        from tui.adapters.sound.choose import open_player  # only now: not needed for the first paint

        return open_player(settings, streams.environ, ring_bell, paths.logs / "sound.log")

    return open_it
