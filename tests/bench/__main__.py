"""Prints every figure that speed is judged by: `python -m tests.bench [--before PYTHON] [NAME ...]`.

PYTHON is that of another checkout's environment: its build is measured beside this one, in turn.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.timing import BEFORE, load

FOLDER = Path(__file__).resolve().parent


def main(words: list[str]) -> int:
    """Run each benchmark in a process of its own; return 1 when one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--before", metavar="PYTHON", help="python of another checkout's environment")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones; all of them otherwise")
    asked = parser.parse_args(words)
    environ = {**os.environ, **({BEFORE: asked.before} if asked.before else {})}
    status = 0
    for path in sorted(FOLDER.glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if asked.names and name not in asked.names:
            continue
        print(f"\n== {name} ({load()})", flush=True)
        command = (sys.executable, "-m", f"tests.bench.{path.stem}")
        done = subprocess.run(command, cwd=FOLDER.parents[1], env=environ, check=False)
        status |= done.returncode != 0
    return int(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
