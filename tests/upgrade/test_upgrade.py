"""A home that version 0.1.0 wrote, opened by this one: the same sessions, streaks, settings and offers.

`home/` and `said.json` (status, output and errors of commands) come from 0.1.0 itself, its clock at
2026-11-22 14:05 UTC: edits, one across months, a deletion, days away, an interrupted session, an exercise.
"""

import io
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.files.paths import Paths, find_paths
from tui.adapters.history.recovery import recover
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.cli.main import run
from tui.cli.streams import Streams
from tui.core.record.record_json import record_to_dict
from tui.core.settings.settings import Away, DeskDays, Settings

HERE = Path(__file__).parent
SAID = json.loads((HERE / "said.json").read_text(encoding="utf-8"))
DESK_DAYS = (DeskDays(date(2026, 10, 19), frozenset(range(5))),)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("TZ", "UTC")
    shutil.copytree(HERE / "home", tmp_path / "home")
    return find_paths({"UNHUNCH_HOME": str(tmp_path / "home")})


@pytest.mark.parametrize("command", SAID)
def test_every_command_says_what_it_said(paths: Paths, command: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    environ = {"UNHUNCH_HOME": str(paths.data), "SDL_AUDIODRIVER": "dummy"}
    status = run(command.split(), Streams(environ, FixedClock(), io.StringIO(), out, err))
    said = out.getvalue()
    if command == "status --json":  # newer versions say more
        known = json.loads(SAID[command][1])
        said = json.dumps({key: value for key, value in json.loads(said).items() if key in known}) + "\n"
    assert [status, said, err.getvalue()] == SAID[command]


@pytest.mark.parametrize(
    ("file", "style", "theme"),
    [
        ("home/settings.json", "ascii", "unhunch-light"),
        ("settings-blocks.json", "mosaic", "auto"),
        ("settings-ascii.json", "auto", "auto"),
    ],
)
def test_settings_stay_in_force(paths: Paths, file: str, style: str, theme: str) -> None:
    shutil.copy(HERE / file, paths.settings)
    settings, problems = SettingsStore(paths, FixedClock()).read()
    assert problems == ()
    assert settings == Settings(
        figure_style=style, theme=theme, welcomed=True, volume=7, hold_s=3.0, desk_days=DESK_DAYS
    )


@pytest.mark.parametrize("file", ["home/settings.json", "settings-blocks.json", "settings-ascii.json"])
def test_the_style_of_the_figure_is_renamed_only_once(paths: Paths, file: str) -> None:
    shutil.copy(HERE / file, paths.settings)
    store = SettingsStore(paths, FixedClock())
    before, _ = store.read()
    store.write(before._replace(volume=3))
    assert SettingsStore(paths, FixedClock()).read() == (before._replace(volume=3), ())
    for style in ("ascii", "mosaic", "auto"):
        store.write(before._replace(figure_style=style))
        assert SettingsStore(paths, FixedClock()).read()[0].figure_style == style


def test_the_theme_that_0_1_began_with_follows_the_terminal_from_now_on(paths: Paths) -> None:
    paths.settings.write_text('{"settings": {"theme": {"schema": 1, "value": "unhunch-dark"}}}')
    store = SettingsStore(paths, FixedClock())
    assert store.read()[0].theme == "auto"
    store.bring_up()
    assert SettingsStore(paths, FixedClock()).read()[0].theme == "auto"
    store.write(store.read()[0]._replace(theme="unhunch-dark"))
    assert SettingsStore(paths, FixedClock()).read()[0].theme == "unhunch-dark"


@pytest.mark.parametrize("file", ["home/settings.json", "settings-blocks.json", "settings-ascii.json"])
def test_what_is_new_is_told_once(paths: Paths, file: str) -> None:
    shutil.copy(HERE / file, paths.settings)
    store = SettingsStore(paths, FixedClock())
    assert store.is_of_before()
    before, _ = store.read()
    store.bring_up()
    again = SettingsStore(paths, FixedClock())
    assert not again.is_of_before() and again.read() == (before, ())


def test_a_new_home_is_not_of_before(tmp_path: Path) -> None:
    store = SettingsStore(Paths(tmp_path, tmp_path), FixedClock())
    assert not store.is_of_before()
    store.bring_up()
    assert not (tmp_path / "settings.json").exists()


def test_what_else_was_kept_is_there(paths: Paths) -> None:
    assert AwayStore(paths, FixedClock()).read() == ((Away(date(2026, 11, 19), date(2026, 11, 20)),), ())
    progress, problems = ProgressStore(paths, FixedClock()).read()
    assert problems == ()
    assert progress["sit-and-arch"].reps == 5
    assert progress["sit-and-rotate"].silenced_until == date(2026, 11, 28)
    catalogue = read_catalogue(paths.exercises)
    assert catalogue.unusable == () and catalogue.exercises[-1].id == "chin-tuck"


def test_the_interrupted_session_is_offered(paths: Paths) -> None:
    (file,) = paths.under_way.glob("*.json")
    kept = json.loads(file.read_text())["record"]
    found = recover(UnderWay(paths), HistoryStore(paths, FixedClock()), date.fromisoformat(kept["day"]))
    assert found.offered and record_to_dict(found.offered.record) == kept
    assert found.offered.record.units_done > 0
