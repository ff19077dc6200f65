"""The full-screen app: themes, the stack of screens, saving before leaving."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import AppFocus, Event, Key, MouseDown, MouseUp, Paste
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from tui.adapters.files.safe_file import known_stamp
from tui.core.settings.settings import Settings
from tui.core.terminal.keys import KeyGuard
from tui.core.terminal.notices import notice
from tui.core.text.problems import Problem
from tui.ui.app.damage import Answered, ColoursChanged, Damaged, OwnDriver
from tui.ui.app.look import OWN, is_ascii_only, refresh_all, theme_of
from tui.ui.app.plain_scroll_bar import PlainScrollBar
from tui.ui.app.textual_parts import AppParts, KeysInOrder, driver_of
from tui.ui.home.home import HomeScreen
from tui.ui.kit.base import TOO_SMALL, BaseScreen, CommandScreen, is_heeded
from tui.ui.kit.garbage import collect_again
from tui.ui.kit.services import Opening, Services, SessionRequest
from tui.ui.kit.themes import text_colours

if TYPE_CHECKING:
    from tui.core.exercises.named_set import NamedSet
    from tui.core.record.record import Record
    from tui.core.sound.player import Player

JITTER = 1
"""Columns that the mouse may move in a click."""
AGAIN_S = 2.0
"""A second Ctrl+C within this time leaves a session."""
_MOTION = {"none": "off", "basic": "reduced", "full": "full"}
_LESSER = ("off", "reduced", "full")


class UnhunchApp(AppParts):
    """The program in the full screen.

    Args:
        services: what it works with.
        opening: `home`, or a session after which it goes back to the shell.
    """

    TITLE = "unhunch"
    CSS_PATH: ClassVar = ["app.tcss", "../home/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "Leave", show=False, priority=True, system=True),
        Binding("ctrl+l", "repaint", "Repaint", show=False, priority=True, system=True),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True, system=True),
    ]
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, services: Services, opening: Opening = "home") -> None:
        self._text_colours: dict[str, dict[str, str]] | None = None
        super().__init__()
        self._text_colours = {}
        self.services = services
        self.opening = opening
        self.settings = self._kept = services.settings
        self._stamp = known_stamp(services.paths.settings)
        self._player: Player | None = None
        self._interrupted_at = float("-inf")
        self._pressed_at: Offset | None = None
        self._guard = KeyGuard(services.guard_s)
        self._keys = KeysInOrder(self, self._guard, super().on_event)
        ScrollBar.renderer = PlainScrollBar
        self._event_loop: asyncio.AbstractEventLoop | None = None
        for theme in OWN:
            self.register_theme(theme)
        self._answers = services.surroundings.known
        self._look()
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver where Textual would take the one that it mends."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from tui.ui.app.terminal_driver import TerminalDriver  # only where there is a terminal of that kind

        return TerminalDriver

    async def on_event(self, event: Event) -> None:
        """Take an event; what is dragged and let go is no click on the place where it ends."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            if is_heeded(self, event):
                await self._keys.take(event, self.services.clock.monotonic())
        else:
            if isinstance(event, MouseDown):
                self._pressed_at = event.screen_offset
            elif isinstance(event, MouseUp) and self._pressed_at:
                across, down = event.screen_offset - self._pressed_at
                if down or abs(across) > JITTER:
                    self.screen.suppress_click()
            await super().on_event(event)
            if isinstance(event, Key):
                self._keys.carried_out()

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours with our own among them."""
        theme, variables = self.current_theme, super().get_css_variables()
        if self._text_colours is None:
            return variables  # those of Textual's own theme, which nothing is drawn in
        if theme.name not in self._text_colours:
            self._text_colours[theme.name] = text_colours(theme, variables)
        variables.update(self._text_colours[theme.name])
        return variables

    def get_default_screen(self) -> Screen[None]:
        """Return Home, or an empty screen under a session after which the program ends."""
        return HomeScreen(self.services) if self.opening == "home" else Screen(id="_default")

    def on_mount(self) -> None:
        """Open what lies above Home."""
        self._event_loop = asyncio.get_running_loop()
        if isinstance(self.opening, SessionRequest):
            self.start_session(self.opening)
            self.call_after_refresh(self.listen_to_the_writer)
        elif not self.settings.welcomed:
            from tui.ui.home.welcome import WelcomeScreen  # only on the first start

            self.push_screen(WelcomeScreen(self.services))
        self.call_after_refresh(self._ask_first)

    def watch_theme(self, theme: str) -> None:
        """Draw in its colours, also what differs in nothing else; keep one that was chosen in the palette."""
        refresh_all(self)
        if self.is_running and theme != self._wanted_theme():
            self.change_settings(self.settings._replace(theme=theme))
            self.say(f"Theme: {theme}")

    def change_settings(self, settings: Settings) -> None:
        """Put settings in force at once, and keep them."""
        before, self.settings = self.settings, settings
        self._look()
        self._adjust_player(before, settings)
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.settings_changed()
                screen.refresh_footer()
        self.listen_to_the_writer()
        self.call_after_refresh(self.keep_settings)

    def keep_settings(self) -> None:
        """Save the settings where they were changed: once that is seen, and before the end."""
        store, settings, before = self.services.settings_store, self.settings, self._kept
        if settings != before:
            self._kept = settings
            self.services.writer.submit(lambda: store.write(settings, before))

    @on(AppFocus)
    def follow_settings(self) -> None:
        """Put in force what another program has stored since; read nothing where the file is what it was."""
        if self._stamp != (stamp := known_stamp(self.services.paths.settings)):
            self._stamp = stamp
            if news := self.services.settings_store.news(self.settings):
                self._kept = self._kept._replace(**news)
                self.change_settings(self.settings._replace(**news))

    def player(self) -> "Player":
        """Return the one player of this run, opened when it is first asked for."""
        if self._player is None:
            self._player = self.services.open_player(self.settings, self.bell)
        return self._player

    def close_player(self) -> None:
        """Close the player until it is asked for again; what sounds last rings out."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def motion(self) -> str:
        """Return `full`, `reduced` or `off`: the lesser of the setting and of TEXTUAL_ANIMATIONS."""
        wanted = self.settings.motion if self.settings.motion in _LESSER else "full"
        return min(wanted, _MOTION[self.animation_level], key=_LESSER.index)

    def today(self) -> date:
        """Return the day that a session started now would have."""
        from tui.core.streaks.days import day_of  # only now: not for the first paint

        return day_of(self.services.clock.now(), self.settings.day_start_minute)

    def key_is_held(self) -> bool:
        """Whether the key that came last is held down, and so meant no more than it did at first."""
        return self._guard.held

    def show_help(self, screen: CommandScreen[Any]) -> None:
        """Show all keys of a screen over it."""
        from tui.ui.help.help import HelpScreen  # only now: it is not needed for the first paint

        self.push_screen(HelpScreen(self.services, screen.GROUP, screen.unavailable))

    def start_session(self, request: SessionRequest) -> None:
        """Run a session, and its Summary after it."""
        from tui.ui.session.session import SessionScreen  # only now: neither is needed for the first paint
        from tui.ui.session.summary import SummaryScreen

        def over(record: "Record | None") -> None:
            if record is None:
                self.close_player()
                self._after_session(screen.farewell)
            else:
                self.call_back("the set is over")
                summary = SummaryScreen(self.services, self.settings, record)
                self.push_screen(summary, lambda again: answered(bool(again)))

        def answered(again: bool) -> None:
            self.close_player()
            if again:
                self.start_session(request._replace(stiffness_before=None, resumed=None, safety=False))
            else:
                self._after_session()

        try:
            screen = SessionScreen(self.services, self.settings, request)
        except Problem as problem:
            self._after_session(problem.line)
            return
        self.push_screen(screen, over)

    def call_back(self, text: str) -> None:
        """Have the terminal tell whoever looks at another window."""
        driver = driver_of(self)
        if not self.app_focus and isinstance(driver, OwnDriver):
            driver.call(notice(self.services.surroundings.environ, text))

    def show_own(self, exercise_id: str, told: str = "It is here: Enter starts it, a edits it.") -> None:
        """Read the exercises anew, show Home with this one highlighted, and say what was done."""
        from tui.adapters.content.exercises import read_catalogue  # only now: the start has read them

        self._renew(exercise_id, catalogue=read_catalogue(self.services.paths.exercises))
        self.say(told)

    def show_sets(self, sets: "tuple[NamedSet, ...]", name: str) -> None:
        """Show Home with these sets, the one with this name highlighted, where there is one."""
        self._renew(name, sets=sets)

    def _renew(self, first: str, **changes: Any) -> None:
        """Go on with other services over the same stores."""
        data, log = self.services.data, self.services.change_log
        self.services = replace(self.services, open_data=lambda: data, changes_before=log, news="", **changes)
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.take(self.services, first)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show one line of plain text on the screen in front."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen):
                screen.say(text, problem=problem)
                return

    def tell(self, problem: Problem) -> None:
        """Show a problem on the screen in front."""
        self.say(problem.line, problem=True)

    def leave(self, return_code: int = 0, message: str = "") -> None:
        """Let every screen finish what must not be lost, and end the program; `message` is printed then."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CommandScreen):
                screen.leaving()
        self.keep_settings()
        self.close_player()
        self.exit(return_code=return_code, message=message or None)

    def leave_soon(self, return_code: int) -> None:
        """Leave, asked for by a signal handler: wakes the event loop, which may be asleep."""
        if self._event_loop:
            self._event_loop.call_soon_threadsafe(self.leave, return_code)

    def action_interrupt(self) -> None:
        """Leave on Ctrl+C, unless a screen has its own idea of it, and the room to ask."""
        now = self.services.clock.monotonic()
        again = now - self._interrupted_at <= AGAIN_S or self.has_class(TOO_SMALL)
        self._interrupted_at = now
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CommandScreen) and screen.interrupt(again=again):
                return
        self.leave()

    @on(Damaged)
    def action_repaint(self) -> None:
        """Paint everything anew, whatever has been written over it."""
        if isinstance(driver := driver_of(self), OwnDriver):
            driver.forget()
        self.refresh(layout=True)

    @on(Answered)
    def _take_answers(self, message: Answered) -> None:
        """Look as the terminal asks for, now and from the first paint on the next time."""
        answers = self._answers.joined(message.answers)
        if answers != self._answers:
            self._answers = answers
            self._look()
            self.services.writer.submit(lambda: self.services.surroundings.remember(answers))

    @on(ColoursChanged)
    def _ask_terminal(self) -> None:
        from tui.core.terminal.questions import ASKED_ROW, questions_for  # only now: not for the first paint

        driver = driver_of(self)
        if isinstance(driver, OwnDriver):
            known = self._answers.wide is not None
            driver.ask(questions_for(self.services.surroundings.kind, width_known=known))
            if not known:
                self.screen.refresh(Region(0, ASKED_ROW, self.size.width, 1))

    def _look(self) -> None:
        """Take the theme and the characters that the settings and the terminal come to."""
        self.theme = self._wanted_theme()
        services = self.services
        services.shelf.blocks = services.shelf.blocks and not self._answers.wide
        ascii_only = is_ascii_only(self.settings, self._answers, services.surroundings)
        if ascii_only != self.has_class("-ascii"):
            self.set_class(ascii_only, "-ascii")
            refresh_all(self)

    def _wanted_theme(self) -> str:
        return theme_of(self.settings, self.available_themes, self._answers, self.services.surroundings)

    def abandon_terminal(self) -> None:
        """Leave the terminal as it was, without waiting for anything."""
        if isinstance(driver := driver_of(self), OwnDriver):
            driver.abandon()

    def fail(self, fault: BaseException) -> None:
        """End after a fault in a thread, as after one on the screen."""
        if self._event_loop and isinstance(fault, Exception):
            self._event_loop.call_soon_threadsafe(self.take_fault, fault)

    def panic(self, *_: object) -> None:
        """End after a fault, with nothing lost; `run_app` hands it on, and nothing of it is printed here."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CommandScreen):
                with suppress(Exception):  # what failed once may fail again
                    screen.leaving()
        self.end_by_fault()

    async def action_quit(self) -> None:
        """Leave on Ctrl+Q."""
        self.leave()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return what the palette offers."""
        from tui.ui.app.command_palette import offered  # only now: not at the start

        return offered(self, screen)

    def action_command_palette(self) -> None:
        """Show the palette with a plain prompt."""
        from tui.ui.app.command_palette import open_palette  # only now: not for the first paint

        open_palette(self)

    def search_themes(self) -> None:
        """Show all themes."""
        from tui.ui.app.command_palette import open_themes

        open_themes(self)

    def listen_to_the_writer(self) -> None:
        """Tell what cannot be saved, from now on."""
        self.services.writer.on_problem = lambda problem: self.call_later(self.tell, problem)

    def _adjust_player(self, before: Settings, settings: Settings) -> None:
        if self._player is None:
            return
        if (settings.sounds, settings.bell) != (before.sounds, before.bell):
            self._player.close()
            self._player = None
            return
        from tui.core.sound.player import tuning_of  # only now: not for the first paint

        self._player.tune(**tuning_of(settings))

    def _after_session(self, farewell: str = "") -> None:
        if isinstance(self.opening, SessionRequest):
            self.leave(message=farewell)
        elif farewell:
            self.say(farewell)

    def _ask_first(self) -> None:
        """Ask the terminal, which the first paint has not waited for."""
        collect_again()
        self._ask_terminal()
        listed = self.services.catalogue.unusable
        if problem := next((each for each in self.services.problems if each not in listed), None):
            self.tell(problem)
