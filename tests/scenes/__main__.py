"""Makes every picture anew: `python -m tests.scenes [NAME ...]`."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.scenes.scenes import scenes

FOLDER = Path(__file__).resolve().parents[2] / "screenshots"


def main(wanted: list[str]) -> None:
    """Write the scenes whose names begin with any of `wanted`, or all."""
    for scene in scenes():
        if wanted and not scene.name.startswith(tuple(wanted)):
            continue
        with TemporaryDirectory() as home:
            picture = asyncio.run(scene.picture(Path(home)))
        (FOLDER / f"{scene.name}.svg").write_text(picture, encoding="utf-8")
        print(scene.name)


if __name__ == "__main__":
    main(sys.argv[1:])
