"""Prints how long the figure takes, build beside build: python -m tests.bench.bench_figure."""

import subprocess
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests.bench.timing import builds
from tests.core.figure import people
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.frame import Frame
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size
from tui.core.timer.plan import ease

ROUNDS = 5
SIZES = ((40, 20), (60, 28), (120, 50), (160, 60))


def main() -> None:
    """Print one row for each exercise and size, then the flicker and the terminal's load."""
    print("exercise        size     set-up ms   new frame ms    cached ms  cache MB  aim, new")
    for id in (people.ROTATE, people.ARCH):
        for size in SIZES:
            row(id, size)
    print("\na four second movement at 60x28, 30 frames a second")
    for id in (people.ROTATE, people.ARCH):
        sweep(id)
    found: dict[str, list[float]] = {build: [] for build in builds()}
    for _ in range(ROUNDS):
        for build, python in builds().items():
            found[build].append(new_frames_ms(python))
    print("\nnew frames of both at 60x28")
    for build, times in found.items():
        ratio = median(times) / median(next(iter(found.values())))
        print(f"{build:15} {median(times):8.2f} ms {ratio:6.2f}")


def new_frames_ms(python: str) -> float:
    """Return what new frames take at 60x28, one of each exercise, as a build's own benchmark prints them."""
    rows = "; ".join(f"bench_figure.row({id!r}, (60, 28))" for id in (people.ROTATE, people.ARCH))
    command = (python, "-c", f"from tests.bench import bench_figure; {rows}")
    checkout = Path(python).parents[2]
    printed = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout
    return sum(float(line.split()[3]) for line in printed.splitlines())


def row(id: str, size: tuple[int, int]) -> None:
    """Print the times of one exercise at one size: median and slowest tenth."""
    person = people.spec(id)
    begin = time.thread_time()
    artist = Artist(person, person.views[0], Size(*size), people.DARK, "mosaic")
    ready = 1e3 * (time.thread_time() - begin)
    artist.frame(PoseAt(people.ENDS[id][0], 0.0), PoseAt(people.ENDS[id][0], 1.0))
    new, again = [], []
    for name in people.ENDS[id]:
        steps = artist.steps(name)
        goal = PoseAt(name, 1.0)
        artist.frame(PoseAt(name, 0.0), goal)
        for index in range(1, steps):
            pose = PoseAt(name, index / steps)
            new.append(taken(lambda pose=pose, goal=goal: artist.frame(pose, goal)))
            again.append(taken(lambda pose=pose, goal=goal: artist.frame(pose, goal)))
    aim = {(60, 28): "6 ms", (120, 50): "12 ms"}.get(size, "")
    slow = sorted(new)[int(len(new) * 0.9)]
    print(
        f"{id:15} {size[0]:3}x{size[1]:<3} {ready:10.1f} {median(new):8.2f} .. {slow:5.2f}"
        f" {median(again):10.3f} {artist.cache_bytes / 1e6:9.1f}  {aim}"
    )


def taken(action: Callable[[], Frame]) -> float:
    """Return how many milliseconds of processor an action takes: the machine may have other work."""
    begin = time.thread_time()
    action()
    return 1e3 * (time.thread_time() - begin)


def sweep(id: str) -> None:
    """Print how many frames differ, how many cells change and how many of them flicker."""
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 28), "ascii")
    shots = [artist.frame(PoseAt(name, ease(at / 120)), PoseAt(name, 1.0)) for at in range(121)]
    texts = ["".join(line.text for line in frame.lines) for frame in shots]
    changed = sum(a != b for x, y in pairwise(texts) for a, b in zip(x, y, strict=True))
    reverted = sum(
        before != now and any(later[cell] == before for later in texts[at + 1 : at + 6])
        for at in range(1, len(texts))
        for cell, (before, now) in enumerate(zip(texts[at - 1], texts[at], strict=True))
    )
    print(
        f"{id:15} distinct frames {len(set(shots)):3}   glyphs changed a frame {changed / 120:5.1f}"
        f"   of them reverted within five frames {reverted / 120:.2f} (aim: under 1)"
    )


if __name__ == "__main__":
    main()
