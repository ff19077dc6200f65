"""numpy's algebra begins no threads of its own, and no program that is started later is told of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.adapters.machine.blas import one_blas_thread

NAME = "OPENBLAS_NUM_THREADS"
LOADING = """
import os
from tui.adapters.machine.blas import one_blas_thread

with one_blas_thread():
    import tui.ui.figure.engine
print(len(os.listdir("/proc/self/task")), os.environ.get("OPENBLAS_NUM_THREADS"))
"""


def test_what_is_set_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    with pytest.raises(ImportError), one_blas_thread():
        assert os.environ[NAME] == "1"
        raise ImportError
    assert NAME not in os.environ


def test_what_the_user_has_set_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "3")
    with one_blas_thread():
        assert os.environ[NAME] == "3"
    assert os.environ[NAME] == "3"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no threads are counted here")
def test_the_figure_s_engine_brings_no_threads() -> None:
    environ = {name: value for name, value in os.environ.items() if name != NAME}
    told = subprocess.run(
        (sys.executable, "-c", LOADING), env=environ, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["1", "None"]
