"""Prints every figure that speed is judged by: `python -m tests.bench [NAME ...]`."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main(wanted: list[str]) -> int:
    """Run each benchmark in a process of its own; return 1 when one of them failed."""
    status = 0
    for path in sorted(FOLDER.glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if wanted and name not in wanted:
            continue
        print(f"\n== {name}", flush=True)
        command = (sys.executable, "-m", f"tests.bench.{path.stem}")
        status |= subprocess.run(command, cwd=FOLDER.parents[1], check=False).returncode != 0
    return int(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
