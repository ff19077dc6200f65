"""What all screens have in common: commands, a frame of title and footer, notices, classes of size."""

from collections.abc import Iterable
from datetime import date
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.events import Key, Paste, Resize, ScreenResume, ScreenSuspend
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from tui.core.settings.settings import Settings
from tui.core.terminal.keys import latin_key
from tui.core.text.glyphs import ASCII, UNICODE, Glyphs
from tui.core.text.problems import Problem
from tui.ui.app.textual_parts import bindings_of, compose_by_lines, forget_drawn, paint_once
from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import QUIT, KeyCommand, commands_of, find_command
from tui.ui.kit.edges import LEAST, FooterLine, NoticeLine, TitleLine, TooSmall
from tui.ui.kit.services import Services, SessionRequest

if TYPE_CHECKING:
    from tui.core.exercises.named_set import NamedSet
    from tui.core.sound.player import Player

ResultT = TypeVar("ResultT")

REGULAR = (80, 24)
"""Below these columns and rows a screen is compact."""
WIDE = 110
"""From so many columns on it is wide."""
BROAD = 140
"""From so many columns on it is broad as well, with room for a third column."""

HIGH = 30
"""From so many rows on there is room for more under one another."""

TOO_SMALL = "-too-small"
"""The class of a screen, and of the app, where one line stands in for everything."""

LOFTY = 44
"""From so many rows on there is room for what is only good to know."""

OTHER_LETTERS = "Keys are Latin letters; Caps Lock?"


class AppPort(Protocol):
    """What a screen may ask of the app; `UnhunchApp` is one."""

    settings: Settings
    """The settings in force."""

    def change_settings(self, settings: Settings) -> None:
        """Put settings in force at once, and keep them."""

    def player(self) -> "Player":
        """Return the one player of this run, opened when it is first asked for."""

    def close_player(self) -> None:
        """Close the player until it is asked for again; what sounds last rings out."""

    def motion(self) -> str:
        """Return `full`, `reduced` or `off`: the lesser of the setting and of TEXTUAL_ANIMATIONS."""

    def today(self) -> date:
        """Return the day that a session started now would have."""

    def start_session(self, request: SessionRequest) -> None:
        """Run a session, and its Summary after it."""

    def show_own(self, exercise_id: str, told: str = ...) -> None:
        """Read the exercises anew, show Home with this one highlighted, and say what was done."""

    def show_sets(self, sets: "tuple[NamedSet, ...]", name: str) -> None:
        """Show Home with these sets, the one with this name highlighted, where there is one."""

    def follow_settings(self) -> None:
        """Put in force what another program has changed in the settings."""

    def call_back(self, text: str) -> None:
        """Have the terminal tell whoever looks at another window."""

    def listen_to_the_writer(self) -> None:
        """Tell what cannot be saved, from now on."""

    def show_help(self, screen: "CommandScreen[Any]") -> None:
        """Show all keys of a screen over it."""

    def leave(self, return_code: int = 0) -> None:
        """Save what is to be saved, and end the program."""

    def key_is_held(self) -> bool:
        """Whether the key that came last is held down, and so meant no more than it did at first."""


def glyphs_of(widget: Widget) -> Glyphs:
    """Return the characters that this terminal can draw."""
    return ASCII if widget.app.has_class("-ascii") else UNICODE


def size_class(width: int, height: int) -> str:
    """Return the CSS class for a terminal of this size."""
    if width < LEAST[0] or height < LEAST[1]:
        return TOO_SMALL
    if width < REGULAR[0] or height < REGULAR[1]:
        return "-compact"
    return "-wide" if width >= WIDE else "-regular"


def is_heeded(app: App[None], event: Key | Paste) -> bool:
    """Whether a key may act: where there is no room to show what it does, only those that leave may."""
    if size_class(*app.size) != TOO_SMALL:
        return True
    key = event.key if isinstance(event, Key) else ""
    bound = app.screen.active_bindings.get(key)
    own = bindings_of(app).key_to_bindings.get(key, ())  # also those that a screen over others hides
    return any(each.system for each in own) or (bound is not None and QUIT in bound.binding.action)


SIZE_CLASSES = (TOO_SMALL, "-compact", "-regular", "-wide")


class CommandScreen(Screen[ResultT]):
    """A screen whose keys come from the table of commands.

    A subclass sets `GROUP`, and `BINDINGS` to `bindings(GROUP)`; each command `screen.verb` is carried
    out by its method `action_verb`, or by that of one of its `parts`.
    """

    GROUP: ClassVar[str] = ""
    """Its group in the table of commands."""
    UNASKED: ClassVar[bool] = False
    """Whether it comes up without a key having asked for it."""
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, services: Services) -> None:
        super().__init__()
        compose_by_lines(self)
        self.services = services
        self.commands = commands_of(self.GROUP, services.keys)
        """Its commands, with the keys that they have for this user."""
        if services.keys and self.GROUP:
            bound = bindings_of(self).key_to_bindings
            bound.clear()
            for binding in bindings(self.GROUP, services.keys):
                bound.setdefault(binding.key, []).append(binding)
        self.pressed = ""
        """The key of the command that is being carried out, as Textual names it; empty for a click."""
        self.parts: tuple[object, ...] = ()
        """What carries out some of its commands in its place."""
        self._heeds_from: float | None = None
        """The instant before which it commits to nothing, where it came up by itself."""

    @property
    def port(self) -> AppPort:
        """The app."""
        return cast(AppPort, self.app)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.port.settings

    @property
    def is_new(self) -> bool:
        """Whether it came up by itself so lately that nobody can have meant it by a key."""
        return self._heeds_from is not None and self.services.clock.monotonic() < self._heeds_from

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now, in one line, or None when it does."""
        return None

    def footer_name(self, command: KeyCommand) -> str:
        """Return what a command is called in the footer, as things are now."""
        return command.name

    def settings_changed(self) -> None:
        """Follow a change of the settings."""

    def refresh_footer(self) -> None:
        """Draw the footer anew, where there is one and it may name other commands."""

    def leaving(self) -> None:
        """Finish what must not be lost: the program is about to end. Must not wait."""

    def interrupt(self, *, again: bool) -> bool:
        """Act on Ctrl+C; `again` at the second within 2 s, or without room to ask. Whether that was all."""
        return False

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show one line of plain text for a while."""

    def tell(self, problem: Problem) -> None:
        """Show a problem."""
        self.say(problem.line, problem=True)

    def on_unmount(self) -> None:
        """Let go of what was drawn, and all that hangs on it."""
        forget_drawn()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Follow the settings; commit to nothing for a moment where it came up by itself.

        Then a key was meant for another screen; whoever goes back to it later knows where a key goes.
        """
        paint_once(self)
        self.port.follow_settings()
        if self.UNASKED and self._heeds_from is None:
            self._heeds_from = self.services.clock.monotonic() + self.services.guard_s

    async def on_key(self, event: Key) -> None:
        """Take a letter of another keyboard, or of Caps Lock, for the key that it stands on."""
        latin = latin_key(event.character or "")
        if latin is None or event.key in self.active_bindings or latin not in self.active_bindings:
            return
        event.stop().prevent_default()
        await self.take_latin(latin)

    async def take_latin(self, key: str) -> None:
        """Carry out the command of a key that was typed in another layout, unless it commits to something."""
        command = next((command for command in self.commands if key in command.keys), None)
        if command and not command.commits:
            await self.action_command(command.id, key)
        else:
            self.say(OTHER_LETTERS)

    async def action_command(self, command_id: str, key: str = "") -> None:
        """Carry out a command, or say why it does not apply."""
        command = find_command(command_id)
        if command.commits and ((key and self.port.key_is_held()) or self.is_new):
            return
        await self.carry_out(command_id, key)

    async def carry_out(self, command_id: str, key: str = "") -> None:
        """Do as `action_command`, but for the key that may be held down; on the settings as they are now."""
        self.port.follow_settings()
        command = find_command(command_id)
        reason = self.unavailable(command_id)
        if reason is not None:
            self.say(reason)
            return
        self.pressed = key
        action = f"action_{command.verb}"
        result: Any = getattr(next(each for each in (*self.parts, self) if hasattr(each, action)), action)()
        if isawaitable(result):
            await result

    def action_help(self) -> None:
        """Show all keys of this screen; not again by the held key that has closed them."""
        if not (self.pressed and self.port.key_is_held()):
            self.port.show_help(self)

    async def action_palette(self) -> None:
        """Find a command by its name."""
        await self.app.run_action("command_palette")

    async def action_repaint(self) -> None:
        """Paint the screen anew."""
        await self.app.run_action("repaint")

    async def action_suspend(self) -> None:
        """Go back to the shell for a while."""
        await self.app.run_action("suspend_process")

    async def action_interrupt(self) -> None:
        """Do what Ctrl+C does."""
        await self.app.run_action("interrupt")

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

    def action_quit(self) -> None:
        """End the program."""
        self.port.leave()


class BaseScreen(CommandScreen[ResultT]):
    """A screen with a title line, its content, one line of notices and a footer.

    A subclass composes its content in `content()`. Its CSS may ask for `-compact`, `-regular` and
    `-wide`; below the least size one line stands in for everything.
    """

    TITLE: ClassVar[str] = ""
    WITHOUT_ROOM: ClassVar[str] = ""
    """What is told besides where it is too small."""

    DEFAULT_CSS = """
    BaseScreen { layout: vertical; background: $background; color: $foreground; }
    BaseScreen > #content { height: 1fr; }
    BaseScreen.-too-small > * { display: none; }
    BaseScreen.-too-small > TooSmall { display: block; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.title_line = TitleLine(self.TITLE)
        self.notice = NoticeLine()
        self.footer = FooterLine(self.commands, self.unavailable, self.footer_name)

    def content(self) -> Iterable[Widget]:
        """Return the widgets between title and footer."""
        return ()

    def compose(self) -> ComposeResult:
        """Compose the frame and the content in it, in the class of size that it will have."""
        self._take_size(self.app.size)
        yield self.title_line
        yield Container(*self.content(), id="content")
        yield self.notice
        yield self.footer
        yield TooSmall(self.WITHOUT_ROOM)

    def on_resize(self, event: Resize) -> None:
        """Set the class of size, unless the terminal has another one by now.

        Of two sizes under way at once, two screens would hand on the one that the other just took, for ever.
        """
        if event.size != self.app.size:
            event.stop().prevent_default()
            return
        self._take_size(event.size)

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Show no keys under a box, which has keys of its own."""
        self.footer.visible = not self.app.screen.is_modal

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Show them again."""
        self.footer.visible = True

    def on_paste(self, event: Paste) -> None:
        """Say that pasted text is no keys, where no field took it."""
        event.stop()
        self.say("pasted text does nothing here")

    def _take_size(self, size: Size) -> None:
        wanted = size_class(size.width, size.height)
        classes = {name: name == wanted for name in SIZE_CLASSES}
        classes["-broad"] = size.width >= BROAD
        classes["-high"] = size.height >= HIGH and wanted != "-compact"
        classes["-lofty"] = size.height >= LOFTY and wanted == "-wide"
        self.update_classes(classes)
        self.app.set_class(wanted == TOO_SMALL, TOO_SMALL)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show one line of plain text above the footer for a while."""
        self.notice.show(text, problem=problem)

    def refresh_footer(self) -> None:
        """Draw it anew, after it may have changed which commands apply."""
        self.footer.redraw()

    @on(FooterLine.Chosen)
    async def _run_clicked(self, event: FooterLine.Chosen) -> None:
        await self.action_command(event.command.id)
