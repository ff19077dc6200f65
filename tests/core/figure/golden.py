"""The golden frames: python -m tests.core.figure.golden writes them anew; look at the difference then."""

from collections.abc import Iterator
from pathlib import Path

from tests.core.figure import people
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.picture.artist import Artist
from tui.core.figure.scene.stage import Size

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "figure"
SIZES = ((40, 20), (60, 30))

_TURNS = {
    "start": (PoseAt("left", 0.0), PoseAt("left", 1.0), None),
    "left": (PoseAt("left", 1.0), None, 0.5),
    "right": (PoseAt("right", 1.0), None, 1.0),
}
_BENDS = {
    "start": (PoseAt("end", 0.0), PoseAt("end", 1.0), None),
    "end": (PoseAt("end", 1.0), None, 0.5),
}
_SHOTS = {
    people.ROTATE: (people.spec(people.ROTATE), _TURNS),
    people.ARCH: (people.spec(people.ARCH), _BENDS),
    "chin-tuck": (people.own().figure, _BENDS),
}


def golden_frames() -> Iterator[tuple[str, str]]:
    """Yield name and text of every golden frame: all figures in their first views, in ASCII."""
    for id, (person, shots) in _SHOTS.items():
        for size in SIZES:
            artist = Artist(person, person.views[0], Size(*size), people.DARK, "ascii")
            for pose, shot in shots.items():
                yield f"{id}-{pose}-{size[0]}x{size[1]}.txt", artist.frame(*shot).text + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_frames():
        (FOLDER / name).write_text(text, encoding="ascii")
