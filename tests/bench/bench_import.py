"""What bringing a history along costs, as a process: `python -m tests.bench.bench_import`."""

import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.adapters.history.records import record
from tests.cli.programs import CHECKOUT, PROGRAM, environment
from tests.core.exchange.foreign import YES, Kept, harsh_log
from tui.core.record.export import to_csv, to_json

DAYS = 10_950
FIRST = date(1996, 11, 22)


def seconds(file: Path, home: Path, *more: str) -> float:
    """What `unhunch import` takes, start and end of the process in it."""
    start = time.perf_counter()
    command = (*PROGRAM, "import", str(file), *more)
    subprocess.run(command, env=environment(home), cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Print each figure."""
    items = [record(n, FIRST + timedelta(days=n)) for n in range(DAYS)]
    habit = Kept("Stretch", {item.day: YES for item in items})
    files = {
        "all.json": (to_json(items), ()),
        "all.csv": (to_csv(items), ()),
        "log": (harsh_log([habit]), ("--as", "arch")),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (text, more) in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
            home = Path(folder) / f"home of {name}"
            first, again = (seconds(Path(folder) / name, home, *more) for _ in range(2))
            print(f"{DAYS} sessions of {name:8} into an empty home {first:5.2f} s, once more {again:5.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
