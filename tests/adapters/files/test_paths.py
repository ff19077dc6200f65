"""Where things are kept, or one line when that is nowhere."""

from pathlib import Path

import pytest

from tui.adapters.files.paths import find_paths
from tui.core.text.problems import StoreProblem


@pytest.mark.parametrize("variable", ["home", "unknown user"])
def test_without_a_home_folder_one_line_says_so(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    def nobody(path: str) -> str:
        return path

    monkeypatch.setattr("os.path.expanduser", nobody)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    environ = {"UNHUNCH_HOME": "~nosuchuser/x"} if variable == "unknown user" else {}
    told = "is nobody's home" if environ else "there is no home folder to keep data in"
    with pytest.raises(StoreProblem, match=told):
        find_paths(environ)


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.symlink_to(tmp_path / "gone")
    with pytest.raises(StoreProblem, match=r"home is a link that leads nowhere \(make the folder"):
        find_paths({"UNHUNCH_HOME": str(home)})
    (tmp_path / "gone").mkdir()
    assert find_paths({"UNHUNCH_HOME": str(home)}).data == home


def test_a_loop_of_links_leads_nowhere(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.symlink_to(home)
    with pytest.raises(StoreProblem, match="leads nowhere"):
        find_paths({"UNHUNCH_HOME": str(home)})


def test_what_may_be_removed_is_where_the_platform_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_paths({}).pictures == tmp_path / "unhunch" / "pictures.json"
    assert find_paths({"UNHUNCH_HOME": str(tmp_path / "all")}).pictures.is_relative_to(tmp_path / "all")
