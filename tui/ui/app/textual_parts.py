"""What is private to Textual, and to Rich under it, that we use, and how its keys are put in order.

No other file touches a private part.
A test finds each in the version that is installed; the quick tests run with the least and the newest
version that is allowed.
"""

import os
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Event, Key, Paste
from textual.geometry import Region
from textual.keys import key_to_character
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tui.core.terminal.keys import KeyGuard, without_alt

SequenceParser = XTermParser
"""Turns what a terminal sends into messages."""


def driver_of(app: App[Any]) -> Driver | None:
    """Return what reads and writes the app's terminal; None before it starts."""
    return app._driver


def is_batching(app: App[Any]) -> bool:
    """Whether the app holds back what it would show."""
    return app._batch_count > 0


BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""Marks of what is to be shown in one go; Textual writes them, each by itself, around what it draws."""


def shows_at_once(app: App[Any]) -> bool:
    """Whether the terminal shows what it is sent between two marks in one go (synchronized output)."""
    return app._sync_available


def bindings_of(node: DOMNode) -> BindingsMap:
    """Return the keys of one widget or screen, to be changed in place."""
    return node._bindings


def make_modal(screen: Screen[Any]) -> None:
    """Let the screen before be seen behind, where ModalScreen's own start is passed over."""
    screen._modal = True


def forget_drawn() -> None:
    """Let go of what widgets have drawn, which is kept for the last 1,024 of them (8.2.8)."""
    StylesCache.get_inner_outer.cache_clear()


class LineCompositor(Compositor):
    """Textual's compositor, but widgets draw only what is seen of them where it changes (8.2.8: all)."""

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Update what is displayed: for anything else Textual arranges the whole screen anew (8.2.8)."""
        seen = self.visible_widgets
        super().update_widgets({widget for widget in widgets if widget in seen or is_displayed(widget)})

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return all of it; nothing is left to be painted then (8.2.8: what got its first size is, twice)."""
        update = super().render_full_update(simplify)
        for widget in self.visible_widgets:
            take_as_painted(widget)
        return update

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed; what stands between two changes is not drawn (8.2.8: it is)."""
        changed = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not changed:
            return None
        return ChopsUpdate(self.pieces_of(changed), changed, [cuts[1:] for cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Return the frontmost pieces of each line by their first columns; None where nothing changes."""
        return self.pieces_of((y, crop.x, crop.right) for y in crop.line_range if is_rendered_line(y))

    def pieces_of(self, spans: Iterable[tuple[int, int, int]]) -> Sequence[Mapping[int, Strip]]:
        """Return what is seen in these spans: each a line, its first column, the one behind its last."""
        chops: list[dict[int, Any]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        lacking: dict[int, set[int]] = {}
        for y, begin, behind in spans:
            found = {x for x, end in pairwise(self.cuts[y]) if x < behind and end > begin}
            lacking[y] = lacking.get(y, set()) | found
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            first, last = seen.column_span
            lines = (y for y in lacking if seen.y <= y < seen.bottom)
            for run in runs([y for y in lines if any(first <= x < last for x in lacking[y])]):
                part = Region(first - region.x, run.start - region.y, seen.width, len(run))
                for y, strip in zip(run, widget.render_lines(part), strict=True):
                    cuts = [x for x in self.cuts[y] if first <= x <= last]
                    pieces = dict(zip(cuts, strip.divide([x - first for x in cuts[1:]]), strict=False))
                    found = lacking[y].intersection(pieces)
                    chops[y] |= {x: pieces[x] for x in found}
                    lacking[y] -= found
        return chops


def paint_once(screen: Screen[Any]) -> None:
    """Let a screen that comes to the front and has to be laid out be painted once (8.2.8: twice)."""
    if screen._size != screen.app.size:
        screen.call_next(take_as_painted, screen)


def take_as_painted(widget: Widget) -> None:
    """Let nothing of a widget be painted that was to be until now."""
    widget._exchange_repaint_regions()


def is_displayed(widget: Widget) -> bool:
    """Whether a widget has a place on its screen, seen or not."""
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))


def runs(numbers: Iterable[int]) -> Iterator[range]:
    """Yield ascending numbers as ranges without gaps."""
    for _, run in groupby(enumerate(numbers), lambda at_number: at_number[1] - at_number[0]):
        found = [number for _, number in run]
        yield range(found[0], found[-1] + 1)


def compose_by_lines(screen: Screen[Any]) -> None:
    """Let a screen draw no more than the lines that have changed."""
    screen._compositor = LineCompositor()


def lines_of(options: OptionList, at: int) -> range:
    """Return the lines that an option has in its list, seen or not; none before they have been laid out."""
    known = options._line_cache
    first = known.index_to_line.get(at, 0)
    return range(first, first + known.heights.get(at, 0))


class AppParts(App[None]):
    """Textual's app, whose end by a fault can be directed; nothing is styled before there is a screen."""

    def refresh_css(self, animate: bool = True) -> None:
        """Take over other colours; before the first screen nothing has been styled yet with those before."""
        if self.screen_stack:
            super().refresh_css(animate)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that are seen behind the one in front: none behind one that lets nothing through.

        Textual draws the front one anew for what changes behind it even then (8.2.8).
        """
        return [] if self.screen.styles.background.a == 1 else super()._background_screens

    @property
    def fault(self) -> Exception | None:
        """What nobody foresaw and ended the app; None when it was left."""
        return self._exception

    def take_fault(self, fault: Exception) -> None:
        """End as after a fault on a screen."""
        self._handle_exception(fault)

    def end_by_fault(self) -> None:
        """End the app without waiting for what it has to do."""
        self._exception = self._exception or RuntimeError("Textual gave up without saying why")
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.panic()


class DriverParts(LinuxDriver):
    """Textual's driver, mended where faults and stops could end it wrong."""

    @property
    def cells(self) -> tuple[int, int]:
        """The terminal's columns and rows."""
        return self._get_terminal_size()

    def know_size(self) -> None:
        """Start with the terminal's present size, where none was asked for."""
        self._size = self._size or self.cells

    def _run_input_thread(self) -> None:
        """Let a fault end the thread, and the program by it, where Textual would end it with success."""
        self.run_input_thread()

    def _sigcont_application(self, *_: Any) -> None:
        """Come back; after a stop from outside let go of everything first, or each thread is there twice."""
        if not self._must_signal_resume:
            if os.tcgetpgrp(self.fileno) != os.getpgrp():
                return
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()


class KeysInOrder:
    """Hands on a key or a paste once the key before has done all that it does: it goes where that has led.

    Textual hands each on as it comes, to a screen that the key before is about to cover or leave (8.2.8).

    Args:
        app: where the keys come to.
        guard: is told of each.
        hand_on: carries one out, or hands it to what has the focus.
    """

    def __init__(self, app: App[Any], guard: KeyGuard, hand_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._guard = guard
        self._hand_on = hand_on
        self._waiting: deque[tuple[Key | Paste, float]] = deque()
        self._way: Sequence[DOMNode] = ()
        """From where the last one went, up to the app; nothing when it is known to be done."""
        self._typed = False
        """Whether it was text for a line, and leads nowhere else."""

    async def take(self, event: Key | Paste, now: float) -> None:
        """Take what comes `now`; Ctrl+C waits for nothing."""
        if isinstance(event, Key) and event.key == "ctrl+c":
            await self._hand_on(event)
            return
        self._waiting.append((event, now))
        if len(self._waiting) == 1:
            await self._go_on()

    def carried_out(self) -> None:
        """Take note that the app has carried out what was handed on last."""
        if self._way and not self._waiting:
            led_to = self._goal
            self._way = () if led_to is self._way[0] else led_to.ancestors_with_self

    async def _go_on(self) -> None:
        while self._waiting and (not self._way or self._continues):
            await self._next()
        if self._waiting:
            await self._follow(self._way, again=not self._typed)

    async def _next(self) -> None:
        event, came_at = self._waiting.popleft()
        if isinstance(event, Key) and (parts := taken_apart(self._app, event)):
            event, behind = parts
            self._waiting.appendleft((behind, came_at))
        if isinstance(event, Key):
            self._guard.take(event.key, came_at)
        self._typed, self._way = self._is_text(event), self._goal.ancestors_with_self
        await self._hand_on(event)
        if not event.is_forwarded:
            self.carried_out()

    async def _follow(self, nodes: Sequence[DOMNode], *, again: bool) -> None:
        """Wait for what each node up to the app has to do by now, then for where that has led; then go on.

        It goes round `again`: what the first round has left in a queue may lead elsewhere, and where the
        palette still looks for what was chosen, that will.
        """
        for n, node in enumerate(nodes, start=1):
            if node.call_later(self._follow, nodes[n:], again=again):
                return
        led_to, before = self._goal, self._way[0]
        leads_on = led_to is not before or getattr(self._app.screen, "is_choosing", False)
        if leads_on or again:
            self._way = led_to.ancestors_with_self
            await self._follow(self._way, again=leads_on)
        else:
            self._way = ()
            await self._go_on()

    @property
    def _continues(self) -> bool:
        """Whether what waits is text behind text, in one line."""
        return self._typed and self._goal is self._way[0] and self._is_text(self._waiting[0][0])

    def _is_text(self, event: Key | Paste) -> bool:
        return isinstance(self._goal, Input) and (isinstance(event, Paste) or event.is_printable)

    @property
    def _goal(self) -> Widget:
        return self._app.focused or self._app.screen


def taken_apart(app: App[Any], event: Key) -> tuple[Key, Key] | None:
    """Return Esc and the key for a key with Alt that has no command, None for any other.

    Textual's parser reads Esc and a key within a tenth of a second as the key with Alt. In a line of text
    nothing is taken apart: Esc would throw away what was typed.
    """
    key = without_alt(event.key)
    character = key_to_character(key) if key else None
    if not character or event.key in app.screen.active_bindings or isinstance(app.focused, Input):
        return None
    return Key("escape", "\x1b"), Key(key, character)
