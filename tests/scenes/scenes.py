"""The named scenes: what each picture shows, and how the program is brought there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from tests.scenes.moving import moving
from tests.scenes.stage import OFFICE, Stage, stage
from tui.core.timer.plan import Overrides
from tui.ui.session.session import SessionScreen

SIZES = ((80, 24), (100, 32), (120, 36))
"""The terminals that the main scenes are shown in: small, usual, roomy."""
USUAL = (100, 32)

Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """One picture: `name.svg`."""

    name: str
    play: Play
    size: tuple[int, int] = USUAL
    light: bool = False
    session: bool = False
    welcomed: bool = True

    async def picture(self, folder: Path) -> str:
        """Play the scene on data under `folder`, and return the picture as SVG."""
        theme = "unhunch-light" if self.light else "unhunch-dark"
        chosen = OFFICE if self.welcomed else OFFICE._replace(welcomed=False, desk_days=())
        settings = chosen._replace(theme=theme)
        async with stage(folder, self.size, settings, Overrides() if self.session else None) as place:
            await place.settle()
            await self.play(place)
            await place.settle()
            return place.picture()


def _keys(*keys: str) -> Play:
    async def play(place: Stage) -> None:
        await place.press(*keys)

    return play


def _after(seconds: float, *keys: str) -> Play:
    async def play(place: Stage) -> None:
        await place.pass_time(seconds)
        await place.press(*keys)

    return play


async def _reading(place: Stage) -> None:
    await place.press("down", "i", "down", "down")
    await place.pass_time(2.0)


_MAIN: tuple[tuple[str, Play, bool], ...] = (
    ("home", _after(6.0), False),
    ("session", _after(8.0), True),
    ("history", _keys("h"), False),
)
_OTHERS = (
    Scene("welcome", _keys(), welcomed=False),
    Scene("instructions", _reading),
    Scene("settings", _keys("s")),
    Scene("sounds", _keys("l")),
    Scene("help", _keys("question_mark")),
    Scene("ready", _after(2.0), session=True),
    Scene("turning", _after(10.75), session=True),
    Scene("paused", _after(13.0, "space"), session=True),
    Scene("leave", _after(20.0, "escape"), session=True),
    Scene("next", _after(38.0), session=True),
    Scene("arching", _after(45.0), session=True),
    Scene("arched", _after(47.0), session=True),
    Scene("summary", _after(65.0), session=True),
)


def scenes() -> tuple[Scene, ...]:
    """Return every scene: the main ones at three sizes in two themes, the others as most will see them."""
    main = tuple(
        Scene(f"{name}-{width}x{height}{'-light' if light else ''}", play, (width, height), light, session)
        for name, play, session in _MAIN
        for width, height in SIZES
        for light in (False, True)
    )
    return (*main, *_OTHERS)


MOVING = "moving"
"""The name of the picture that moves: one repetition of each stretch in both looks, `moving.svg`."""
MOVING_FRAME_S = 1 / 6
MOVING_SIZE = (72, 26)
_READY_S, _MOVE_S, _HOLD_S = 1.5, 1.8, 1.0


async def moving_picture(folder: Path) -> str:
    """Return a short session of both stretches as an animated SVG, as a mosaic and in ASCII.

    It begins in the first hold, which is all that a viewer shows that does not animate.
    """
    looks = [await _session_in(folder / style, style) for style in ("mosaic", "ascii")]
    shortest = min(len(pictures) for pictures in looks)
    ready, held = (
        round(seconds / MOVING_FRAME_S) for seconds in (_READY_S, _READY_S + _MOVE_S + _HOLD_S / 2)
    )
    loops = [pictures[held:shortest] + pictures[ready:held] for pictures in looks]
    return moving(loops, MOVING_SIZE, MOVING_FRAME_S, "#12161b")


async def _session_in(folder: Path, style: str) -> list[str]:
    """Return the pictures of a short session with the figure in one style."""
    short = Overrides(reps=1, move_s=_MOVE_S, hold_s=_HOLD_S, ready_s=_READY_S)
    pictures: list[str] = []
    folder.mkdir()
    settings = OFFICE._replace(between_s=2.0, figure_style=style)
    async with stage(folder, MOVING_SIZE, settings, short) as place:
        await place.settle()
        while isinstance(place.app.screen, SessionScreen):
            pictures.append(place.picture())
            await place.pass_time(MOVING_FRAME_S, MOVING_FRAME_S)
    return pictures
