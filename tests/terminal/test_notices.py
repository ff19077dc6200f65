"""A set that ends while nobody looks is told by the terminal, once; and one that is looked at is not."""

import pytest

from tests.terminal.harness import PROGRAM, Terminal, environment

SESSION = (*PROGRAM, "start", "arch", "--reps", "1", "--move", "0.3", "--hold", "0.3", "--ready", "1")
_AWAY = "\x1b[O"
_TOLD = b"\x1b]9;unhunch: the set is over\x1b\\"


@pytest.mark.slow
@pytest.mark.parametrize(("looks", "program"), [(False, "WezTerm"), (True, "WezTerm"), (False, "unknown")])
def test_it_is_told_once_where_nobody_looks(tmp_path, looks, program):
    with Terminal(SESSION, environment(tmp_path, TERM_PROGRAM=program)) as terminal:
        terminal.wait_for("Pause")
        if not looks:
            terminal.type(_AWAY)
        terminal.wait_for("How was it?")
        terminal.read_for(0.5)
    assert terminal.written.count(_TOLD) == (not looks and program == "WezTerm")
