"""Spares the tests of screens what nobody sees, from when it is imported: three private parts of Textual.

A Pilot waits until the loop has nothing to call and the screen nothing to paint. Textual's own way looks at
the processor every 20 ms, twice a key, until it is idle: two fifths of all time went by so, and a busy
machine can look idle. A thread at work is waited for in Textual's way.

Without a terminal every widget is drawn as ever, but only when everything else has been done, and what they
drew is not put together: Textual throws it away. And the same styles are parsed once for all apps.
"""

import asyncio
import time
from typing import Any
from weakref import WeakKeyDictionary

import textual.app
import textual.pilot
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import active_app, visible_screen_stack
from textual._wait import wait_for_idle
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.geometry import Region
from textual.screen import Screen
from textual.worker import WorkerState

at_once = False
"""Whether every change is drawn by itself: for a test of what is drawn before something else."""
MOST_S = 1.0
"""As Textual: a screen that always has something to do is left to it."""


async def settled(min_sleep: float = 0.0, max_sleep: float = MOST_S) -> None:
    """Wait until nothing is under way and all is drawn, or the app has ended.

    Args:
        min_sleep: as of Textual's function.
        max_sleep: seconds after which the rest is left to itself.
    """
    app = active_app.get()
    end = time.monotonic() + max_sleep
    while time.monotonic() < end:
        await _nothing_to_call()
        if app._exit:
            return
        if any(worker._thread_worker and worker.state is WorkerState.RUNNING for worker in app.workers):
            await wait_for_idle(min_sleep, max_sleep)
            return
        if app._resize_timer:
            app._check_resize()
        elif _has_to_paint(app.screen):
            app.screen._on_timer_update()
        elif app.screen._compositor in _undrawn:
            _draw_now(app.screen._compositor)
        else:
            return


async def _nothing_to_call() -> None:
    """Let the loop call whatever it has to, and what comes of that."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(0)
        if not loop._ready and not _is_due(loop):  # type: ignore[attr-defined]
            return


def _is_due(loop: asyncio.AbstractEventLoop) -> bool:
    scheduled = loop._scheduled  # type: ignore[attr-defined]
    return bool(scheduled) and scheduled[0].when() <= loop.time()


def _has_to_paint(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


_render_update = Compositor.render_update
_undrawn: WeakKeyDictionary[Compositor, tuple[Region, list[Screen[Any]]]] = WeakKeyDictionary()
"""What has to be drawn of each screen, and the screens that are seen with it."""


def _draw(
    self: Compositor,
    full: bool = False,
    screen_stack: list[Screen[Any]] | None = None,
    simplify: bool = False,
) -> RenderableType | None:
    """Note which part of the screen has changed, and return nothing to be shown."""
    if full or not active_app.get().is_headless:
        return _render_update(self, full, screen_stack, simplify)
    regions = self._dirty_regions.copy()
    self._dirty_regions.clear()
    if regions:
        before = (_undrawn[self][0],) if self in _undrawn else ()
        _undrawn[self] = Region.from_union((*regions, *before)), screen_stack or []
        if at_once:
            _draw_now(self)
    return None


def _draw_now(compositor: Compositor) -> None:
    """Draw every widget whose part of the screen has changed."""
    region, screen_stack = _undrawn.pop(compositor)
    visible_screen_stack.set(screen_stack)
    for _ in compositor._get_renders(region.intersection(compositor.size.region)):
        pass


_parse_rules = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def _parse_once(
    self: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """Parse what no app has had with the same variables."""
    source = (css, read_from, is_default_rules, tie_breaker, scope)
    if source in self._parse_cache:
        return self._parse_cache[source]
    key = (*source, frozenset(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, *source)
    self._parse_cache[source] = _parsed[key]
    return _parsed[key]


def work_as_in_a_terminal() -> None:
    """Spare nothing of drawing and parsing: for what measures them."""
    Compositor.render_update = _render_update  # type: ignore[method-assign]
    Stylesheet._parse_rules = _parse_rules  # type: ignore[method-assign]


textual.app.wait_for_idle = textual.pilot.wait_for_idle = settled  # type: ignore[attr-defined]
Compositor.render_update = _draw  # type: ignore[method-assign]
Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
