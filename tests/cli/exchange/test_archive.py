"""An archive of everything: what it leaves out is told, and what it brings takes nobody's place unasked."""

from pathlib import Path

import pytest

from tests.cli.programs import one_line, run
from tui.adapters.exchange.zip_file import write_zip


def test_own_keys_are_never_written_over_unasked(whole: Path, tmp_path: Path) -> None:
    file, home = tmp_path / "all.zip", tmp_path / "home"
    run(("export", "--everything", str(file)), whole)
    home.mkdir()
    (home / "keys.toml").write_text('home.history = "v"\n')
    ran = run(("import", str(file)), home)
    assert "Left as it is: keys: keys.toml is another one here" in ran.out
    assert "--replace keys takes what differs" in ran.out
    assert '"v"' in (home / "keys.toml").read_text()
    assert "Replaced: keys:" in run(("import", str(file), "--replace", "keys"), home).out
    assert (home / "keys.toml").read_bytes() == (whole / "keys.toml").read_bytes()
    assert list((home / "backups").glob("before-import.*.zip"))


@pytest.mark.parametrize("name", ["keys.toml", "sets.toml", "exercises/chin-tuck.toml"])
def test_a_file_that_is_broken_here_is_not_written_over(whole: Path, tmp_path: Path, name: str) -> None:
    file, home = tmp_path / "all.zip", tmp_path / "home"
    run(("export", "--everything", str(file)), whole)
    (home / "exercises").mkdir(parents=True)
    (home / name).write_text("half typed = [")
    ran = run(("import", str(file), "--replace", "keys,sets,exercises"), home)
    assert ran.status == 0 and "cannot be used here" in ran.out
    assert (home / name).read_text() == "half typed = ["


@pytest.mark.parametrize(
    "name",
    [
        *("settings.json", "away.json", "progress.json", "deleted.json", "keys.toml", "sets.toml"),
        *("exercises", "exercises/chin-tuck.toml", "exercises/tuck.ogg"),
    ],
)
def test_what_an_archive_leaves_out_is_told_and_ends_with_1(whole: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "all.zip"
    mode = (whole / name).stat().st_mode
    (whole / name).chmod(0)
    ran = run(("export", "--everything", str(file)), whole, modes_hold=True)
    (whole / name).chmod(mode)
    assert ran.status == 1 and one_line(ran.err) and name in ran.err, ran
    assert run(("import", str(file)), tmp_path / "other").status == 0, "what could be read is in it"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("keys.toml", "= 1"),
        ("sets.toml", "= 1"),
        ("exercises/Chin Tuck.toml", "name = 3"),
        ("settings.json", '{"settings": {"volume": {"schema": 1, "value": 99}}}'),
        ("away.json", '{"away": {"x": {"schema": 2, "first": "2026-11-01", "last": "2026-11-01"}}}'),
    ],
)
def test_what_makes_no_sense_is_left_out_and_told_once(
    whole: Path, tmp_path: Path, name: str, content: str
) -> None:
    (whole / name).write_text(content)
    ran = run(("export", "--everything", str(tmp_path / "all.zip")), whole)
    assert ran.status == 1 and one_line(ran.err), ran
    assert run(("import", str(tmp_path / "all.zip")), tmp_path / "other").status == 0


@pytest.mark.parametrize("name", ["settings.json", "away.json", "progress.json"])
def test_what_was_damaged_and_is_mended_is_told_once(whole: Path, tmp_path: Path, name: str) -> None:
    (whole / name).write_text("xx")
    ran = run(("export", "--everything", str(tmp_path / "all.zip")), whole)
    assert ran.status == 0 and one_line(ran.err) and f"{name} was damaged" in ran.err, ran


def test_an_archive_with_a_bad_setting_is_refused_without_talk_of_defaults(tmp_path: Path) -> None:
    manifest = b'{"schema": 1, "holds": "everything"}'
    bad = b'{"schema": 1, "settings": {"volume": 99}}'
    (tmp_path / "x.zip").write_bytes(write_zip({"unhunch.json": manifest, "settings.json": bad}))
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "settings.json").write_text('{"settings": {"volume": {"schema": 1, "value": 99}}}')
    for source in ("x.zip", "old"):
        ran = run(("import", str(tmp_path / source)), tmp_path / "home")
        assert ran.status == 2 and one_line(ran.err)
        assert "setting volume" in ran.err and "default" not in ran.err
