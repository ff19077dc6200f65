"""What terminals have answered is kept apart by what tells them apart, and read without ever failing."""

from pathlib import Path

import pytest

from tests.ui.fakes import ManualClock
from tui.adapters.files.paths import Paths
from tui.adapters.settings.terminals import TerminalStore, terminal_name
from tui.core.terminal.questions import Answers

HERE = {"TERM": "xterm-256color", "TERM_PROGRAM": "somewhat", "TERM_PROGRAM_VERSION": "1.0"}


def store(folder: Path, environ: dict[str, str]) -> TerminalStore:
    return TerminalStore(Paths(folder, folder), ManualClock(), environ)  # type: ignore[arg-type]


def test_each_terminal_has_answers_of_its_own(tmp_path: Path) -> None:
    store(tmp_path, HERE).write(Answers((1, 2, 3), wide=True))
    assert store(tmp_path, HERE).read() == Answers((1, 2, 3), wide=True)
    assert store(tmp_path, {**HERE, "TMUX": "x"}).read() == Answers()
    assert store(tmp_path, {**HERE, "TERM_PROGRAM_VERSION": "1.1"}).read() == Answers()
    assert (tmp_path / "terminals.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("held", ["", "{", "[]", '{"terminals": {"x": {"background": [1, 2], "wide": 3}}}'])
def test_a_damaged_file_answers_nothing(tmp_path: Path, held: str) -> None:
    (tmp_path / "terminals.json").write_text(held)
    assert store(tmp_path, HERE).read() == Answers()


def test_a_name_holds_no_escape_sequence_and_is_short() -> None:
    name = terminal_name({"TERM": "\x1b[31m" + "x" * 500, "STY": "1.tty"})
    assert name.isprintable() and len(name) < 200 and name.endswith("sty")
