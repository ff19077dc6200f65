"""Settings, stored repetitions and days away: read whatever happens, and kept whoever else writes."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, paths_in
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Away, DeskDays, Settings
from tui.core.streaks.progression import Progress
from tui.core.text.problems import StoreProblem


def settings_in(folder: Path) -> SettingsStore:
    return SettingsStore(paths_in(folder), FixedClock())


def test_without_a_file_all_is_default_and_nothing_is_made(tmp_path: Path) -> None:
    assert settings_in(tmp_path).read() == (Settings(), ())
    assert ProgressStore(paths_in(tmp_path), FixedClock()).read() == ({}, ())
    assert AwayStore(paths_in(tmp_path), FixedClock()).read() == ((), ())
    assert not (tmp_path / "data").exists()


def test_settings_are_kept_one_a_line(tmp_path: Path) -> None:
    chosen = Settings(
        hold_s=3.0, strict=True, desk_days=(DeskDays(date(2026, 1, 5), frozenset({0, 2})),), theme="nord"
    )
    settings_in(tmp_path).write(chosen)
    assert settings_in(tmp_path).read() == (chosen, ())
    lines = paths_in(tmp_path).settings.read_text().splitlines()
    assert '"hold_s": {"schema": 1, "value": 3.0},' in lines
    assert paths_in(tmp_path).settings.stat().st_mode & 0o777 == 0o600


def test_two_terminals_keep_each_others_settings(tmp_path: Path) -> None:
    mine, other = settings_in(tmp_path), settings_in(tmp_path)
    start, _ = mine.read()
    other.read()
    other.write(start._replace(theme="nord"))
    mine.write(start._replace(volume=2))
    assert settings_in(tmp_path).read()[0] == Settings(volume=2, theme="nord")
    mine.write(start._replace(volume=5))
    assert settings_in(tmp_path).read()[0] == Settings(theme="nord")


def test_what_is_being_saved_here_is_no_news_and_what_another_saved_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks may ask at any moment of a save, and may have taken the change back since."""
    mine, other = settings_in(tmp_path), settings_in(tmp_path)
    start = Settings(volume=3)
    mine.write(start)
    louder = start._replace(volume=4)
    put, stored, told = mine.put, mine.stored, []

    def asked_meanwhile(values: Mapping[str, object]) -> None:
        other.put({"strict": True})
        told.append([mine.news(now) for now in (start, louder)])
        put(values)
        told.append([mine.news(now) for now in (start, louder)])

    def saved_meanwhile() -> dict[str, object]:
        monkeypatch.undo()
        found = stored()
        mine.write(start, louder)
        return found

    monkeypatch.setattr(mine, "put", asked_meanwhile)
    mine.write(louder, start)
    assert told == [[{"strict": True}, {}], [{}, {}]]
    monkeypatch.setattr(mine, "stored", saved_meanwhile)
    assert mine.news(start) == {}
    other.put({"volume": 9})
    assert mine.news(start) == {"volume": 9}


def test_a_broken_setting_is_told_and_mended_by_the_next_choice(tmp_path: Path) -> None:
    settings_in(tmp_path).write(Settings(volume=2, hold_s=3.0))
    path = paths_in(tmp_path).settings
    path.write_text(path.read_text().replace('"value": 2', '"value": "loud"'))
    store = settings_in(tmp_path)
    settings, problems = store.read()
    assert settings == Settings(hold_s=3.0)
    assert [problem.line.split(":")[0] for problem in problems] == ["setting volume"]
    store.write(settings._replace(volume=7))
    assert settings_in(tmp_path).read() == (Settings(volume=7, hold_s=3.0), ())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"settings": []}', '{"other": {}}', "\x00\x00"])
def test_a_damaged_file_is_kept_aside_and_the_program_starts(tmp_path: Path, text: str) -> None:
    settings_in(tmp_path).write(Settings(volume=2))
    path = paths_in(tmp_path).settings
    path.write_text(text)
    settings, problems = settings_in(tmp_path).read()
    assert settings == Settings()
    assert "was damaged" in problems[0].line
    assert len(list(path.parent.glob("settings.json.corrupt-*"))) == 1
    settings_in(tmp_path).write(Settings(volume=3))
    assert settings_in(tmp_path).read() == (Settings(volume=3), ())


def test_settings_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    settings_in(tmp_path).write(Settings(volume=2, hold_s=3.0))
    path = paths_in(tmp_path).settings
    path.write_text(path.read_text().replace('"volume": {"schema": 1', '"volume": {"schema": 9'))
    before = path.read_bytes()
    settings, problems = settings_in(tmp_path).read()
    assert settings == Settings(hold_s=3.0)
    assert "newer" in problems[0].line
    with pytest.raises(StoreProblem, match="read-only"):
        settings_in(tmp_path).write(Settings(volume=9))
    assert path.read_bytes() == before


def test_repetitions_are_kept_for_each_exercise(tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    store = ProgressStore(paths_in(tmp_path), FixedClock())
    store.set_reps("sit-and-arch", 5, now)
    store.silence("sit-and-arch", date(2026, 11, 29))
    store.silence("sit-and-rotate", date(2026, 11, 30))
    store.silence("chin-tuck", date(2026, 11, 30), 5)
    found, problems = ProgressStore(paths_in(tmp_path), FixedClock()).read()
    assert problems == ()
    assert found == {
        "sit-and-arch": Progress(5, now, date(2026, 11, 29)),
        "sit-and-rotate": Progress(3, None, date(2026, 11, 30)),
        "chin-tuck": Progress(5, None, date(2026, 11, 30)),
    }
    assert store.reps() == {"sit-and-arch": 5, "sit-and-rotate": 3, "chin-tuck": 5}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"reps": 5', '"reps": 0'),
        ('"reps": 5', '"reps": true'),
        ('"reps": 5', '"reps": 5, "more": 1'),
        ('"reps": 5', '"rep": 5'),
        ('"reps": 5, "since": null', '"reps": 5, "since": "2026-11-22"'),
        ('"reps": 5, "since": null', '"reps": 5, "since": 1'),
        ('"reps": 5, "since": null', '"reps": 5, "since": "0001-01-01T00:00:00+00:00"'),
    ],
)
def test_an_unlawful_number_of_repetitions_is_told(tmp_path: Path, old: str, new: str) -> None:
    store = ProgressStore(paths_in(tmp_path), FixedClock())
    store.write("sit-and-arch", Progress(5))
    store.write("sit-and-rotate", Progress(4))
    path = paths_in(tmp_path).progress
    for copy in paths_in(tmp_path).backups.iterdir():
        copy.unlink()
    path.write_text(path.read_text().replace(old, new))
    found, problems = ProgressStore(paths_in(tmp_path), FixedClock()).read()
    assert found == {"sit-and-rotate": Progress(4)}
    assert len(problems) == 1


def test_days_away_are_marked_and_unmarked(tmp_path: Path) -> None:
    store = AwayStore(paths_in(tmp_path), FixedClock())
    summer = Away(date(2026, 7, 1), date(2026, 7, 14))
    ill = Away(date(2026, 2, 3), date(2026, 2, 3))
    store.mark(summer)
    store.mark(ill)
    store.mark(ill)
    assert AwayStore(paths_in(tmp_path), FixedClock()).read() == ((ill, summer), ())
    store.unmark(ill)
    store.unmark(ill)
    assert store.read() == ((summer,), ())
