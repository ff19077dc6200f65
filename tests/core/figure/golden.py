"""The golden frames: python -m tests.core.figure.golden writes them anew; look at the difference then."""

from collections.abc import Iterator
from pathlib import Path

from tests.core.figure import people
from tui.core.figure.frame import Frame
from tui.core.figure.pose import PoseAt

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "figure"
ROLE_LETTERS = " HSBTOCR=......VF"
"""By role: Hair, Skin, shirt (Body), Trousers, shOe, Chair, Region, = stays still, sleeVe, Fingers.

Marks are dots.
"""

_POSES = {
    people.ROTATE: {
        "start": (PoseAt("left", 0.0), PoseAt("left", 1.0), None),
        "left": (PoseAt("left", 1.0), None, 0.5),
        "right": (PoseAt("right", 1.0), None, 1.0),
    },
    people.ARCH: {
        "start": (PoseAt("end", 0.0), PoseAt("end", 1.0), None),
        "end": (PoseAt("end", 1.0), None, 0.5),
    },
}


def golden_frames() -> Iterator[tuple[str, str]]:
    """Yield name and text of every golden frame."""
    for id, shots in _POSES.items():
        for style in ("ascii", "line"):
            for size in ((40, 20), (60, 30)):
                artist = people.artist(id, size, style)
                for pose, shot in shots.items():
                    yield f"{id}-{pose}-{style}-{size[0]}x{size[1]}.txt", written(artist.frame(*shot))


def written(frame: Frame) -> str:
    """Return the characters of a frame, and under them which part fills each cell."""
    fills = ("".join(ROLE_LETTERS[role] for role in line.fill).rstrip() for line in frame.lines)
    return frame.text + "\n----\n" + "\n".join(fills) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_frames():
        (FOLDER / name).write_text(text, encoding="ascii")
