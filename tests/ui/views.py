"""Every screen, question and form by a name, and how the program is brought there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.scenes.stage import OFFICE, Stage, stage
from tui.core.settings.settings import Settings
from tui.core.timer.plan import Overrides
from tui.ui.session.session import SessionScreen


@dataclass(frozen=True)
class View:
    """One of them.

    Args:
        keys: what is pressed.
        at_s: seconds of a session before that; None where it begins at Home.
        after_s: seconds after it.
    """

    keys: str = ""
    at_s: float | None = None
    after_s: float = 0.0


VIEWS = {
    "welcome": View(),
    "home": View(after_s=6.0),
    "gallery": View("a", after_s=2.0),
    "how to": View("down i down down", after_s=2.0),
    "settings": View("s"),
    "settings, days": View("s" + " down" * 12),
    "settings, everything back": View("s R"),
    "sounds": View("l"),
    "keys": View("question_mark"),
    "palette": View("ctrl+p"),
    "history": View("h"),
    "history, calendar": View("h tab left up"),
    "day": View("h enter"),
    "add": View("h a"),
    "edit": View("h e"),
    "away": View("h o"),
    "export": View("h x"),
    "find": View("h slash"),
    "delete": View("h d"),
    "ready": View(at_s=2.0),
    "turning": View(at_s=5.75),
    "holding": View(at_s=8.0),
    "next": View(at_s=38.0),
    "arching": View(at_s=45.0),
    "arched": View(at_s=47.0),
    "paused": View("space", at_s=13.0),
    "leaving": View("escape", at_s=20.0),
    "summary": View(at_s=65.0),
}


@asynccontextmanager
async def shown(
    name: str, folder: Path, size: tuple[int, int], settings: Settings = OFFICE
) -> AsyncIterator[Stage]:
    """Bring the program to a view, on fourteen weeks of somebody's history."""
    view = VIEWS[name]
    new = {"welcomed": False, "desk_days": ()} if name == "welcome" else {}
    chosen = settings._replace(ask_stiffness=False, **new)
    async with stage(folder, size, chosen, None if view.at_s is None else Overrides()) as place:
        await place.settle()
        await place.pass_time(view.at_s or 0.0)
        await place.press(*view.keys.split())
        await place.pass_time(view.after_s)
        await place.app.workers.wait_for_complete(
            [worker for worker in place.app.workers if worker.group in ("trends", "filter")]
        )
        await place.settle()
        yield place


AT_HOME = tuple(name for name, view in VIEWS.items() if view.at_s is None and name not in ("welcome", "home"))
IN_A_SESSION = tuple(
    sorted((name for name, view in VIEWS.items() if view.at_s), key=lambda name: VIEWS[name].at_s or 0)
)


async def tour(folder: Path, size: tuple[int, int], glyphs: str) -> AsyncIterator[tuple[str, Stage]]:
    """Go to every view in turn, in few runs of the program: one for each of a session, one from Home."""
    async with shown("welcome", folder / "welcome", size, OFFICE._replace(glyphs=glyphs)) as place:
        yield "welcome", place
    async with shown("ready", folder / "session", size, OFFICE._replace(glyphs=glyphs)) as place:
        for before, name in pairwise(IN_A_SESSION):
            yield before, place
            await _back(place, VIEWS[before].keys)
            await place.pass_time((VIEWS[name].at_s or 0.0) - (VIEWS[before].at_s or 0.0), 0.5)
            await place.press(*VIEWS[name].keys.split())
        while isinstance(place.app.screen, SessionScreen):
            await place.pass_time(5.0, 0.5)
        yield IN_A_SESSION[-1], place
    async with shown("home", folder / "home", size, OFFICE._replace(glyphs=glyphs)) as place:
        yield "home", place
        for name in AT_HOME:
            await place.press(*VIEWS[name].keys.split())
            await place.settle()
            yield name, place
            while len(place.app.screen_stack) > 1:
                await place.app.screen.dismiss(None)
                await place.pilot.pause()
            await place.press(*(["up"] * 5))


async def _back(place: Stage, keys: str) -> None:
    """Go on with a session after what these keys did."""
    if keys == "space":
        await place.press("space")
    elif keys == "escape":
        await place.app.screen.dismiss(None)
        await place.pilot.pause()
