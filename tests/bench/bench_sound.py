"""Times what sound costs the program and its process: `python -m tests.bench.bench_sound`."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.adapters.sound.pcm import disk_driver
from tui.adapters.content.shipped import read_grammar
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.sound.cue import Cue, Glide, Head

IDLE_S = 5.0


def opened(raw: Path) -> tuple[MixerPlayer, float, float]:
    """Return a player that is ready, the seconds that `open` took, and those until it was ready."""
    player = MixerPlayer({**os.environ, **disk_driver(raw)})
    start = time.perf_counter()
    player.open()
    at_once = time.perf_counter() - start
    if not player.wait_ready(20):
        sys.exit(player.state().line)
    return player, at_once, time.perf_counter() - start


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Return the memory that a process holds (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Print medians."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "sound.raw"
        opens, readies = [], []
        for _ in range(7):
            player, at_once, ready = opened(raw)
            opens.append(at_once)
            readies.append(ready)
            player.close()
            time.sleep(0.3)
        print(
            f"open() returns after {median(opens) * 1000:.1f} ms, ready after {median(readies) * 1000:.0f} ms"
        )
        player, _, _ = opened(raw)
        assert player.pid is not None
        before, start = cpu_seconds(player.pid), time.monotonic()
        while time.monotonic() - start < IDLE_S:
            player.tick(time.monotonic())
            time.sleep(0.03)
        used = cpu_seconds(player.pid) - before
        print(f"child, idle: {used / IDLE_S:.2%} of a core, {resident_mb(player.pid):.0f} MB")
        sends, ticks = [], []
        for number in range(200):
            start = time.perf_counter()
            player.send([Cue(time.monotonic() + 100 + number, Head.GO, Glide.LEFT, 2.0)])
            sends.append(time.perf_counter() - start)
            start = time.perf_counter()
            player.tick(time.monotonic())
            ticks.append(time.perf_counter() - start)
        print(f"send: {median(sends) * 1e6:.0f} us, tick: {median(ticks) * 1e6:.0f} us")
        start = time.perf_counter()
        player.close()
        print(f"close() returns after {(time.perf_counter() - start) * 1000:.1f} ms")
    from tui.core.sound.wave import render

    grammar, took = read_grammar(), []
    for _ in range(9):
        start = time.perf_counter()
        render(grammar, Cue(0.0, Head.GO, Glide.RIGHT, 3.0))
        took.append(time.perf_counter() - start)
    print(f"synthesis of a movement of 3 s: {median(took) * 1000:.1f} ms")
    program = (
        "import time; t = time.perf_counter(); import tui.adapters.sound.choose;"
        "print(time.perf_counter() - t)"
    )
    imports = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    print(f"import of tui.adapters.sound.choose in the program: {median(imports) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
