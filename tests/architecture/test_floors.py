"""The three floors hold: imports point down, and the ground floor loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("textual", "rich", "pygame", "tinydb", "numpy")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_imports_point_down(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("module", ["timer.session", "timer.run", "timer.now", "exercises.exercise_file"])
def test_the_core_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import tui.core.{module}").isdisjoint(HEAVY)


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    the_map = ROOT / "tui" / "__init__.py"
    for path in (ROOT / "tui").rglob("__init__.py"):
        text = path.read_text(encoding="utf-8").strip()
        assert text.startswith('"""') and text.endswith('"""') and text.count('"""') == 2, path
        assert path == the_map or len(text.splitlines()) == 1, path


def test_no_file_is_longer_than_400_lines() -> None:
    paths = [path for folder in ("tui", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert paths
    assert {path.name: n for path in paths if (n := len(path.read_text("utf-8").splitlines())) > 400} == {}
