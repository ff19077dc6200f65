"""The stored repetitions: damage that a method without problems comes upon is told by the next `read`."""

from pathlib import Path

from tests.adapters.history.records import FixedClock, paths_in
from tui.adapters.settings.progress import ProgressStore
from tui.core.streaks.progression import Progress

CLOCK = FixedClock()
NOW = CLOCK.now()


def test_damage_is_told_once_whoever_comes_upon_it_first(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    store = ProgressStore(paths, CLOCK)
    store.set_reps("sit-and-rotate", 4, NOW)
    for first in (
        store.reps,
        lambda: store.write("sit-and-arch", Progress(5)),
        lambda: store.set_reps("sit-and-arch", 4, NOW),
        lambda: store.silence("sit-and-arch", NOW.date()),
    ):
        paths.progress.write_text("xx\n")
        first()
        (problem,) = store.read()[1]
        assert problem.title == "progress.json was damaged"
        assert store.read()[1] == ()
