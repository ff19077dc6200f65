"""What terminal emulators spend on a session, under a virtual X server: `python -m tests.bench emulators`.

`--before` names the build to compare with. All builds run at the same time, so that whatever else the machine
does slows them alike; three rounds of half a minute for each emulator that is installed, among them one that
draws by OpenGL (in software here), and pays for every picture, and one that pays for cells. What is
measured is the processor time of the emulator alone, by the scheduler's nanoseconds: neither that of the
program nor of the X server. `python -m tests.bench.bench_emulators xterm` measures that one alone, beside the
build whose python UNHUNCH_BENCH_BEFORE names.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from tests.bench.bench_first_paint import COLUMNS, ROWS
from tests.bench.timing import BEFORE, ELSEWHERE, builds, processor_s
from tests.terminal.harness import environment

SESSION = ("start", "rotate", "--ready", "3")
ROUNDS = 3
SIZED = f'sleep 1; stty cols {COLUMNS} rows {ROWS}; exec "$@"'
"""Gives the session one size in all of them: some take the virtual screen for a dense one."""
WARM_S = 10.0
"""Until the first movements have been drawn, from the start of the emulator on."""
MEASURED_S = 20.0
"""Four times across the centre and the hold behind it."""
ALLOWED = 0.6
"""Times what the build before costs the emulator that it may cost it."""
FONT, FONT_SIZE = "DejaVu Sans Mono", 9
EMULATORS: dict[str, Sequence[str]] = {
    "kitty": (
        *("-o", f"font_family={FONT}", "-o", f"font_size={FONT_SIZE}", "-o", "remember_window_size=no"),
        *("-o", f"initial_window_width={COLUMNS}c", "-o", f"initial_window_height={ROWS}c"),
    ),
    "alacritty": (
        *("-o", f"font.size={FONT_SIZE}", "-o", f"window.dimensions={{columns={COLUMNS},lines={ROWS}}}"),
        "-e",
    ),
    "xterm": ("-fa", FONT, "-fs", str(FONT_SIZE), "-geometry", f"{COLUMNS}x{ROWS}", "-e"),
}
"""What each is called with before the command that it runs."""


@contextmanager
def display() -> Iterator[str]:
    """Run a virtual X server, and yield the name of its display."""
    reader, writer = os.pipe()
    command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-noreset")
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


def share(emulator: str, python: str) -> float:
    """Return the share of a processor that an emulator takes while a session of a build runs in it.

    Raises:
        RuntimeError: when it ended early.
    """
    with tempfile.TemporaryDirectory() as home, display() as name:
        environ = environment(
            Path(home), COLORTERM="truecolor", DISPLAY=name, LIBGL_ALWAYS_SOFTWARE="1", TERM="dumb"
        )
        command = (emulator, *EMULATORS[emulator], "sh", "-c", SIZED, "sh", python, "-m", "tui", *SESSION)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, env=environ, cwd=ELSEWHERE, **quiet) as running:
            try:
                time.sleep(WARM_S)
                before, begun = processor_s(running.pid), time.monotonic()
                time.sleep(MEASURED_S)
                if running.poll() is not None:
                    raise RuntimeError(f"{emulator} ended with status {running.returncode}")
                return (processor_s(running.pid) - before) / (time.monotonic() - begun)
            finally:
                with suppress(ProcessLookupError):
                    running.terminate()


def main(names: Sequence[str]) -> int:
    """Print a line an emulator; return 1 where this build costs one of them more than it may."""
    missing = [name for name in ("Xvfb", *EMULATORS) if not shutil.which(name)]
    if missing:
        print(f"not installed: {', '.join(missing)}")
    there = [name for name in names or EMULATORS if name not in missing] if "Xvfb" not in missing else []
    pythons, slow = builds(), False
    for emulator in there:
        with ThreadPoolExecutor(len(pythons)) as pool:
            rounds = [
                list(pool.map(share, [emulator] * len(pythons), pythons.values())) for _ in range(ROUNDS)
            ]
        shares = dict(zip(pythons, map(median, zip(*rounds, strict=True)), strict=True))
        ratio = shares["now"] / shares.get("before", shares["now"])
        print(f"{emulator:<10}", *(f"{name} {each:7.2%}" for name, each in shares.items()), f" x{ratio:.2f}")
        slow |= bool(os.environ.get(BEFORE)) and ratio > ALLOWED
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
