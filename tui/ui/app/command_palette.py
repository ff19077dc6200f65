"""The command palette: what it offers beyond the keys of a screen, found by plain words."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    ProviderSource,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets import Input, LoadingIndicator, OptionList
from textual.worker import Worker, WorkerError

from tui.adapters.content.named_sets import exercises_of
from tui.core.settings.settings import Settings
from tui.core.text.limits import LOUDEST
from tui.core.text.matching import Match, match_of
from tui.core.text.problems import UsageProblem
from tui.core.timer.plan import Overrides
from tui.ui.app.textual_parts import compose_by_lines, lines_of
from tui.ui.home.places import PLACES, place
from tui.ui.keys.commands import KeyCommand, commands_in
from tui.ui.kit.base import BaseScreen, CommandScreen
from tui.ui.kit.services import Services, SessionRequest
from tui.ui.settings.settings_table import settings_table

if TYPE_CHECKING:
    from tui.ui.app.app import UnhunchApp


WIDTH = 86
"""Cells that the palette takes at most."""
_EDGES = 7
"""Cells of it beside its lines."""


class WordedCommand(SystemCommand):
    """A command that is found by more words than are shown of it."""

    words = ""

    def by(self, words: str) -> Self:
        """Have it found by these words, too."""
        self.words = words
        return self


class KeyedCommand(WordedCommand):
    """A command that has a key: `help` is how that is written."""


class OfferedList(CommandList):
    """Textual's list of what was found, but a moved bar draws two options anew, not all that are in sight."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The option under the bar."""
    _lit: int | None = None
    """The one that was under it."""

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Draw what the bar has left and what it has come to, and keep that in sight; nobody is told."""
        before, self._lit = self._lit, highlighted
        with self.prevent(self.OptionHighlighted):
            super().watch_highlighted(highlighted)
        for at in (before, highlighted):
            lines = lines_of(self, at) if at is not None else range(0)
            if lines:
                self.refresh_lines(lines.start, len(lines))


class Palette(CommandPalette):
    """Textual's palette without its picture of a magnifying glass and its block characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", show=False, priority=True),
        Binding("up", "command_list('cursor_up')", show=False, priority=True),
    ]
    """What moves the bar goes past the field, which has no use for it."""

    DEFAULT_CSS = f"""
    Palette > Vertical {{ background: $panel; width: {WIDTH}; max-width: 100%; }}
    Palette #--input, Palette #--input.--list-visible {{ border: round $cool; background: $panel; }}
    Palette CommandList, Palette CommandList:focus {{ border: round $cool; padding: 0; background: $panel; }}
    Palette CommandInput, Palette CommandInput:focus {{ border: none; height: 1; padding: 0 1; }}
    Palette LoadingIndicator {{ border: none; }}
    .-ascii Palette #--input, .-ascii Palette #--input.--list-visible {{ border: ascii $cool; }}
    .-ascii Palette CommandList, .-ascii Palette CommandList:focus {{ border: ascii $cool; }}
    Palette > .command-palette--help-text {{ color: $quiet; text-style: not bold; }}
    """

    def __init__(self, prompt: str, providers: ProviderSource) -> None:
        """Find among what `providers` offer."""
        super().__init__(providers, placeholder=prompt, id="--command-palette")
        compose_by_lines(self)
        self._prompt = prompt
        self.is_choosing = False
        """Whether something is about to be done: keys that come meanwhile are meant for where that leads."""

    def compose(self) -> ComposeResult:
        """Compose what Textual's own does, without the magnifying glass."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder=self._prompt, select_on_focus=False)
            with Vertical(id="--results"):
                yield OfferedList()
                yield LoadingIndicator()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _choose_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Choose of what answers to all that was typed; a second Enter at once finds nothing to choose."""
        searches = [each for each in self.workers if each.node is self and each.group != CHOOSING]
        searching = isinstance(event, Input.Submitted) and not all(each.is_finished for each in searches)
        if self.is_current and not searching:
            offered = self.query_one(OfferedList)
            found = offered.highlighted_option if offered.has_class("--visible") else None
            self.is_choosing = found is not None and not found.disabled
            return
        event.stop()
        event.prevent_default()
        if self.is_current and isinstance(event, Input.Submitted):
            self.is_choosing = True
            self.run_worker(self._choose_among(event, searches), group=CHOOSING, exclusive=True)

    async def _choose_among(self, event: Input.Submitted, searches: Sequence[Worker[object]]) -> None:
        for each in searches:
            with suppress(WorkerError):  # one for what was typed before has been cancelled
                await each.wait()
        self.is_choosing = self.is_current and event.input.value == event.value
        if self.is_choosing:
            self.post_message(Input.Submitted(event.input, event.value))


def open_palette(app: "UnhunchApp") -> None:
    """Show the palette of all that can be done, unless one is open."""
    if not any(isinstance(screen, CommandPalette) for screen in app.screen_stack):
        app.push_screen(Palette("find a command by its name", [CommandsByWords]))


def open_themes(app: "UnhunchApp") -> None:
    """Show the palette of the themes."""
    app.push_screen(Palette("find a theme", [ThemeProvider]))


CHOOSING = "choosing"
"""What waits for a search to end."""
FIRST = ("start", "history", "settings", "instructions", "sounds", "help", "gallery")
"""What Home does most; an empty palette begins with it."""


def offered(app: "UnhunchApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield a screen's commands, what can be done from anywhere, and the themes."""
    if isinstance(screen, CommandScreen):
        yield from commands_of(screen)
        if screen.GROUP == "session":
            yield SystemCommand("Pause", "it stays as it is now", partial(app.say, "Paused"))
    if isinstance(screen, BaseScreen):
        groups = {each.GROUP for each in app.screen_stack if isinstance(each, CommandScreen)}
        yield from commands_by_name(app, screen.GROUP, in_session="session" in groups)
    yield KeyedCommand("Paint the screen anew", "^l", app.action_repaint)
    yield SystemCommand("Change the theme", "light, dark and others", app.action_change_theme)


def commands_by_name(app: "UnhunchApp", group: str, *, in_session: bool) -> Iterator[SystemCommand]:
    """Yield what can be done from anywhere; nothing in a session that would end it.

    Args:
        app: the app that does it.
        group: of the screen in front, whose own keys do some of it.
        in_session: whether a session is under way.
    """
    if not in_session:
        yield from _sessions(app)
        if group != "home":
            yield from _places(app)
        yield from _settings(app)
        if group != "history":
            yield from _in_history(app)
    yield from _values(app)
    yield from _volumes(app)


def _sessions(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for name, told, request in _requests(app.services):
        yield SystemCommand(f"Start {name}", told, partial(app.start_session, request))


def _requests(services: Services) -> Iterator[tuple[str, str, SessionRequest]]:
    catalogue = services.catalogue
    if len(catalogue.bundled) > 1:
        yield "both stretches", "one after the other", SessionRequest(catalogue.bundled)
    for exercise in catalogue.exercises:
        yield exercise.name, exercise.tagline, SessionRequest((exercise,))
    for named in services.sets:
        with suppress(UsageProblem):  # an exercise of it is no longer there
            request = SessionRequest(exercises_of(named, catalogue), Overrides(set_reps=named.reps))
            yield named.name, ", ".join(named.texts), request


def _places(app: "UnhunchApp") -> Iterator[SystemCommand]:
    """Yield where Home's keys lead, in the words of its commands."""
    for command in commands_in("home", app.services.keys):
        if command.verb in PLACES:
            opens = partial(_go, app, command.verb)
            yield WordedCommand(title_of(command), "", opens).by(command.words)


def _go(app: "UnhunchApp", verb: str) -> None:
    app.push_screen(*place(verb, app.services, app))


def _open_setting(app: "UnhunchApp", field: str = "") -> None:
    from tui.ui.settings.settings import SettingsScreen

    if isinstance(app.screen, SettingsScreen):
        app.screen.go_to(field)
    else:
        app.push_screen(SettingsScreen(app.services, field))


def _settings(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for setting in settings_table(app.available_themes):
        opens = partial(_open_setting, app, setting.field)
        yield WordedCommand(setting.name, f"setting: {setting.in_brief}", opens).by(setting.words)


def _in_history(app: "UnhunchApp") -> Iterator[SystemCommand]:
    """Yield what only History does: it is opened, and the key is told."""
    for command in commands_in("history", app.services.keys):
        if command.verb in IN_HISTORY:
            told = f"opens the history, where {command.key} does it: {command.help}"
            opens = partial(_go, app, "history")
            yield WordedCommand(f"{command.name} in the history", told, opens).by(command.words)


IN_HISTORY = ("add", "edit", "delete", "restore", "undo", "away", "export", "filter", "sort")
"""The verbs of History that are looked for from elsewhere."""


def _volumes(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for volume in range(LOUDEST + 1):
        title = f"Volume {volume}"
        change = partial(_put, app, title, {"volume": volume, "muted": False})
        yield SystemCommand(title, "of the sounds, 0 to 10", change)


def _values(app: "UnhunchApp") -> Iterator[SystemCommand]:
    for setting in settings_table(app.available_themes):
        for choice in setting.choices if setting.around else ():
            title = f"{setting.name}: {choice.text}"
            change = partial(_put, app, title, {setting.field: choice.value})
            yield SystemCommand(title, setting.in_brief, change)


def _put(app: "UnhunchApp", told: str, changes: dict[str, Any]) -> None:
    changed: Settings = app.settings._replace(**changes)
    app.change_settings(changed)
    app.say(told)


def commands_of(screen: CommandScreen[Any]) -> Iterator[SystemCommand]:
    """Yield what a screen's keys do, and what is there now."""
    commands = screen.commands
    if screen.GROUP == "home":
        first = {verb: at for at, verb in enumerate(FIRST)}
        commands = tuple(sorted(commands, key=lambda command: first.get(command.verb, len(FIRST))))
    for command in commands:
        plain = command.verb not in ("up", "down", "left", "right", "palette", "repaint")
        if plain and screen.unavailable(command.id) is None:
            title = title_of(command, screen.footer_name(command))
            does = partial(screen.carry_out, command.id)
            yield KeyedCommand(title, command.key, does).by(command.words)


def title_of(command: KeyCommand, name: str = "") -> str:
    """Return how a command is titled: its name and what it does, the name not twice.

    Args:
        command: the command.
        name: what it is called now, where that may be another name.
    """
    name = name or command.name
    titles = (title for title in command.titles if title.startswith(name))
    told = command.help
    other = told[:1].upper() + told[1:] if told.startswith(name.casefold()) else f"{name}: {told}"
    return next(titles, other)


def words_of(command: SystemCommand) -> str:
    """Return by what else a command is found."""
    return command.words if isinstance(command, WordedCommand) else ""


class CommandsByWords(Provider):
    """Offers everything that can be done; text of the user is never markup."""

    async def discover(self) -> Hits:
        """Offer all of it, what matters most first."""
        for command in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(self._line(Content(command.title), command), command.callback, command.title)

    async def search(self, query: str) -> Hits:
        """Offer what answers by words, the best first; by scattered letters only where nothing else does."""
        answers = [
            (match_of(query, command.title, f"{command.help} {words_of(command)}"), command)
            for command in self.app.get_system_commands(self.screen)
        ]
        least = Match.WITHIN if any(match >= Match.WITHIN for match, _ in answers) else Match.SCATTERED
        for match, command in answers:
            if match >= least:
                line = self._line(self._marked(command.title, query), command)
                yield Hit(match, line, command.callback, command.title)

    def _marked(self, title: str, query: str) -> Content:
        """Return a title with what was typed marked in it."""
        marked = Content(title)
        for word in query.casefold().split():
            at = title.casefold().find(word)
            if at >= 0 and self.match_style:
                marked = marked.stylize(self.match_style, at, at + len(word))
        return marked

    def _line(self, title: Content, command: SystemCommand) -> Content:
        """Return a title with its key at the right end, or with what is told of it."""
        between, style = "  ", "not bold $quiet"
        if isinstance(command, KeyedCommand):
            room = min(WIDTH, self.app.size.width) - _EDGES - len(command.title) - len(command.help)
            between, style = " " * max(2, room), "bold"
        return Content.assemble(title.stylize_before("not bold"), between, (command.help, style))
