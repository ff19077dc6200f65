"""How a scheduler calls this program: absolute, and with the variables that lead to the data."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.adapters.files.paths import find_paths
from tui.core.text.problems import UsageProblem

_NAME = "unhunch"
_TICK = ("remind", "--tick")


@dataclass(frozen=True, slots=True)
class Call:
    """A command, the files without which it is not to be run, and its variables."""

    command: tuple[str, ...]
    exists: tuple[str, ...]
    env: Mapping[str, str]


def own_call(environ: Mapping[str, str]) -> Call:
    """Return how this program is called again.

    Raises:
        UsageProblem: when a path in it holds what no scheduler takes.
    """
    program, exists = _program()
    env: dict[str, str] = {}
    if environ.get("UNHUNCH_HOME"):
        env["UNHUNCH_HOME"] = os.path.abspath(find_paths(environ).data)
    elif environ.get("XDG_DATA_HOME"):
        env["XDG_DATA_HOME"] = os.path.abspath(environ["XDG_DATA_HOME"])
    for text in (*program, *env.values()):
        if not text.isprintable():
            raise UsageProblem("remind: a path that no scheduler takes", ascii(text))
    return Call((*program, *_TICK), exists, env)


def _program() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the script that was installed, or Python with the module, and the files that these are."""
    started = Path(sys.argv[0])
    if started.stem == _NAME and (found := shutil.which(str(started))):
        path = os.path.abspath(found)
        return (path,), (path,)
    beside = Path(sys.executable).with_name(_NAME)
    if os.access(beside, os.X_OK):
        return (str(beside),), (str(beside),)
    module = Path(__file__).resolve().parents[2] / "__main__.py"
    return (sys.executable, "-m", module.parent.name), (sys.executable, str(module))
