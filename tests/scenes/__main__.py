"""Makes every picture anew: `python -m tests.scenes [NAME ...]`."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.scenes.scenes import MOVING, moving_picture, scenes

FOLDER = Path(__file__).resolve().parents[2] / "screenshots"


def main(wanted: list[str]) -> None:
    """Write the scenes whose names begin with any of `wanted`, or all."""
    makers = {scene.name: scene.picture for scene in scenes()} | {MOVING: moving_picture}
    for name, make in makers.items():
        if wanted and not name.startswith(tuple(wanted)):
            continue
        with TemporaryDirectory() as home:
            picture = asyncio.run(make(Path(home)))
        (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
