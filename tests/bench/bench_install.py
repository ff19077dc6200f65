"""What installing takes against installing what it stands on: `python -m tests.bench install`.

`pip install .` and `pip install textual tinydb pygame numpy`, each into a new environment, in turn; the first
pair only fills pip's cache of wheels. Megabytes are what the environment has more than an empty one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 5
ALLOWED = 1.15
"""Times what it stands on that it may take."""
UNDER_IT = ("textual", "tinydb", "pygame", "numpy")
LARGEST = 12


def installed(what: tuple[str, ...], where: Path) -> tuple[float, dict[str, float]]:
    """Return the seconds of an installation, and the megabytes of each folder or file that it brought."""
    subprocess.run((sys.executable, "-m", "venv", str(where)), check=True)
    before = _megabytes(where)
    command = (str(where / "bin" / "python"), "-m", "pip", "install", "-q", "--no-input", *what)
    begun = time.perf_counter()
    subprocess.run(command, check=True, cwd=where, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - begun
    after = _megabytes(where)
    return taken, {name: size - before.get(name, 0.0) for name, size in after.items()}


def _megabytes(where: Path) -> dict[str, float]:
    (packages,) = where.glob("lib/python*/site-packages")
    return {each.name: _size(each) / 2**20 for each in packages.iterdir()}


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(os.lstat(Path(folder) / name).st_size for folder, _, names in os.walk(path) for name in names)


def main() -> int:
    """Print the medians and their ratio, and what the megabytes are; return 1 where it takes too long."""
    seconds: dict[str, list[float]] = {"unhunch": [], "under it": []}
    brought: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        shutil.copytree(
            ROOT, source, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache")
        )
        for pair in range(PAIRS + 1):
            for name, what in (("unhunch", (str(source),)), ("under it", UNDER_IT)):
                where = Path(folder) / "environment"
                taken, brought[name] = installed(what, where)
                shutil.rmtree(where)
                seconds[name] += [taken] if pair else []
    ratio = median(seconds["unhunch"]) / median(seconds["under it"])
    for name, each in brought.items():
        print(f"{name:<10}{median(seconds[name]):6.1f} s   {sum(each.values()):6.1f} MB")
    sizes = [sum(each.values()) for each in brought.values()]
    print(f"time x{ratio:.2f}, megabytes x{sizes[0] / sizes[1]:.2f}")
    largest = sorted(brought["unhunch"].items(), key=lambda item: -item[1])[:LARGEST]
    print(", ".join(f"{name} {size:.1f}" for name, size in largest))
    return int(ratio > ALLOWED)


if __name__ == "__main__":
    raise SystemExit(main())
