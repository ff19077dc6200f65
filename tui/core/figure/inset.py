"""The turn seen from above, in a corner: head, nose and arms that turn, thighs and chair that do not."""

from math import degrees

import numpy as np
from numpy.typing import NDArray

from tui.core.figure import body
from tui.core.figure.cells import Cells
from tui.core.figure.frame import LEVELS, Role
from tui.core.figure.skeleton import Skeleton
from tui.core.figure.stage import Size, Stage

_LEAST_ROWS, _MOST_ROWS = 3, 16
_ROWS_FOR_FOREARMS, _ROWS_FOR_HANDS = 6, 10
"""From how many rows on there is room for them beside the upper arms and the head."""
_TITLE = "from above"
_EXTENT = 0.25
"""From the spine to an elbow and a little more, in statures."""
_BACK = -0.2
"""Where the back of the chair is drawn: clear of the elbows."""
_HEAD = 0.075
_STEEP = 0.6
"""Slope from which on a line is drawn by slanted strokes."""
_STRAIGHT = 14.0
"""Degrees up to which the nose counts as pointing ahead."""

_FIXED = {Role.TROUSERS: "|", Role.CHAIR: "="}
"""How what never moves is drawn without a tint."""
_SEATED = (
    (np.array((-body.CHAIR_HALF, 0.0, _BACK)), np.array((body.CHAIR_HALF, 0.0, _BACK)), Role.CHAIR),
    *(
        (np.array((x, 0.0, 0.05)), np.array((x, 0.0, 0.9 * body.THIGH)), Role.TROUSERS)
        for x in (-body.KNEE_HALF, body.KNEE_HALF)
    ),
)


class Inset:
    """A diagram in the lower left corner: what is ahead of the person is up.

    Args:
        beside: the stage of the picture that it stands in.
        room: how large it is.
        tinted: whether backgrounds show it rather than lines.
    """

    def __init__(self, beside: Stage, room: Size, tinted: bool) -> None:
        self._place = (0, beside.size.rows - 1 - room.rows)
        self._size = room
        self._tinted = tinted
        self._scale = (room.columns - 1) / 2 / _EXTENT
        self._middle = np.array((room.columns / 2, ((room.rows - 1) // 2 + 0.5) * room.aspect))

    @staticmethod
    def room(beside: Stage) -> Size | None:
        """Return how large it can be in the corner of a picture, None where there is too little room."""
        size = beside.size
        for rows in range(min(_MOST_ROWS, round(size.rows * 0.36)), _LEAST_ROWS - 1, -1):
            columns = max(len(_TITLE), round((rows - 0.5) * size.aspect * 1.25))
            corner = beside.occupied[-rows - 2 :, :columns]
            if not corner.any():
                return Size(columns, rows, size.aspect)
        return None

    def draw(self, cells: Cells, bones: Skeleton) -> None:
        """Draw it into a picture of the same moment."""
        picture = Cells.blank(self._size.columns, self._size.rows)
        left, right = bones.arms
        hands = [(arm.wrist, arm.tip, Role.SKIN) for arm in bones.arms]
        forearms = [(arm.elbow, arm.wrist, Role.SKIN) for arm in bones.arms]
        for a, b, role in (
            *_SEATED,
            *(hands if self._size.rows >= _ROWS_FOR_HANDS else ()),
            *(forearms if self._size.rows >= _ROWS_FOR_FOREARMS else ()),
            (left.elbow, left.shoulder, Role.SHIRT),
            (right.elbow, right.shoulder, Role.SHIRT),
            (left.shoulder, right.shoulder, Role.SHIRT),
        ):
            self._line(picture, self._seen(a), self._seen(b), role)
        for arm in bones.arms:
            self._write(picture, self._seen(arm.elbow), "o", Role.SKIN)
        self._head(picture, bones)
        x, y = self._place
        cells.paste(picture, x, y)
        cells.write(x + max(0, (self._size.columns - len(_TITLE)) // 2), y - 1, _TITLE, Role.LABEL, 2)

    def _seen(self, point: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where a point of the room falls, in columns: left is left, ahead is up."""
        return self._middle - self._scale * np.array((point[0], point[2]))

    def _line(self, picture: Cells, a: NDArray[np.float64], b: NDArray[np.float64], role: Role) -> None:
        rows, columns = picture.glyph.shape
        at = (np.linspace(a, b, 80) / (1.0, self._size.aspect)).astype(np.intp)
        x, y = np.clip(at[:, 0], 0, columns - 1), np.clip(at[:, 1], 0, rows - 1)
        if self._tinted:
            picture.fill[y, x], picture.shade[y, x] = role, LEVELS - 1
            return
        across, down = (b - a).tolist()
        steep = abs(down) > _STEEP * abs(across)
        glyph = ("\\" if across * down > 0 else "/") if steep else "-"
        glyph = _FIXED.get(role, glyph)
        picture.glyph[y, x], picture.ink[y, x], picture.tone[y, x] = ord(glyph), role, LEVELS - 1

    def _head(self, picture: Cells, bones: Skeleton) -> None:
        rows, columns = picture.glyph.shape
        middle = self._seen(bones.head)
        x = np.arange(columns) + 0.5 - middle[0]
        y = (np.arange(rows)[:, None] + 0.5) * self._size.aspect - middle[1]
        radius = max(1.6, _HEAD * self._scale)
        disc = x * x + y * y < radius * radius
        picture.fill[disc], picture.shade[disc] = Role.HAIR, LEVELS - 1
        picture.glyph[disc] = ord(" " if self._tinted else "%")
        picture.ink[disc], picture.tone[disc] = Role.HAIR, LEVELS - 1
        ahead = bones.head_turn @ np.array((0.0, 0.0, 1.0))
        facing = degrees(float(np.arctan2(ahead[0], ahead[2])))
        nose = "^" if abs(facing) < _STRAIGHT else "\\" if facing > 0 else "/"
        reach = (radius + 1.3) / self._scale
        self._write(picture, self._seen(bones.head + ahead * reach), nose, Role.SKIN)

    def _write(self, picture: Cells, at: NDArray[np.float64], glyph: str, role: Role) -> None:
        x, y = int(at[0]), int(at[1] / self._size.aspect)
        rows, columns = picture.glyph.shape
        if 0 <= x < columns and 0 <= y < rows:
            picture.write(x, y, glyph, Role.HAIR if self._tinted else role)
            picture.fill[y, x], picture.shade[y, x] = role, LEVELS - 1
