"""What installing takes against installing what it stands on: `python -m tests.bench install`.

`pip install .` and `pip install textual tinydb pygame numpy`, each into a new environment, in turn; the first
pair only fills pip's cache of wheels. Megabytes are what the environment has more than an empty one. Beside
it stands what making each build's wheel takes. Two to four minutes; what is judged is the processor time,
since the disk is everybody's.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bench.timing import Taken, alternate, builds, middle, taken_by

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 3
ALLOWED = 1.15
"""Times what it stands on that it may take."""
UNDER_IT = ("textual", "tinydb", "pygame", "numpy")
LARGEST = 12


class Installed(NamedTuple):
    """What an installation took, and the megabytes of each folder or file that it brought."""

    taken: Taken
    megabytes: dict[str, float]


def installed(what: tuple[str, ...], where: Path) -> Installed:
    """Install into a new environment, by the pip of this one: a new pip takes longer than all the rest."""
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", str(where)), check=True)
    pip = (sys.executable, "-m", "pip", "--python", str(where / "bin" / "python"))
    taken = taken_by((*pip, "install", "-q", "--no-input", *what), os.environ)
    return Installed(taken, _megabytes(where))


def building(folder: Path) -> dict[str, Taken]:
    """Return what pip takes to make a wheel of each build's tree, that of its environment."""
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder))
    return alternate(
        {name: (*pip, str(Path(python).parents[2])) for name, python in builds().items()}, os.environ, PAIRS
    )


def _megabytes(where: Path) -> dict[str, float]:
    (packages,) = where.glob("lib/python*/site-packages")
    return {each.name: _size(each) / 2**20 for each in packages.iterdir()}


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(os.lstat(Path(folder) / name).st_size for folder, _, names in os.walk(path) for name in names)


def main() -> int:
    """Print the medians and their ratio, and what the megabytes are; return 1 where it takes too long."""
    found: dict[str, list[Installed]] = {"unhunch": [], "under it": []}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        shutil.copytree(
            ROOT, source, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache")
        )
        for pair in range(PAIRS + 1):
            for name, what in (("unhunch", (str(source),)), ("under it", UNDER_IT)):
                where = Path(folder) / "environment"
                one = installed(what, where)
                shutil.rmtree(where)
                found[name] += [one] if pair else []
        for name, taken in building(Path(folder)).items():
            print(f"the wheel, {name:<8}{taken.processor:6.2f} s, {taken.wall:6.2f} s on the clock")
    medians = {name: middle([one.taken for one in each]) for name, each in found.items()}
    sizes = {name: sum(each[-1].megabytes.values()) for name, each in found.items()}
    for name, taken in medians.items():
        print(f"{name:<10}{taken.processor:6.1f} s, {taken.wall:6.1f} s on the clock   {sizes[name]:6.1f} MB")
    ours, under = medians.values()
    processor, wall = ours.processor / under.processor, ours.wall / under.wall
    size = sizes["unhunch"] / sizes["under it"]
    print(f"processor x{processor:.2f}, clock x{wall:.2f}, megabytes x{size:.2f}")
    largest = sorted(found["unhunch"][-1].megabytes.items(), key=lambda item: -item[1])[:LARGEST]
    print(", ".join(f"{name} {megabytes:.1f}" for name, megabytes in largest))
    return int(processor > ALLOWED)


if __name__ == "__main__":
    raise SystemExit(main())
