"""Home: the menu of exercises, the figure beside it, and how things stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key, Resize, ScreenResume, ScreenSuspend
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise
from tui.core.figure.style import NO_MOSAIC, STYLE_NAMES
from tui.core.streaks.sets import DueWatch
from tui.core.text.limits import REPS_RANGE
from tui.ui.figure.figure import Figure
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.home.choices import HomeMenu, MenuChoice
from tui.ui.home.column import HomeColumn, caption
from tui.ui.home.lately import Lately
from tui.ui.home.offers import Offers
from tui.ui.home.standing import Standing
from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import SHARED
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.menu import Menu
from tui.ui.kit.services import Services, SessionRequest

if TYPE_CHECKING:
    from tui.core.streaks.progression import Progress
    from tui.ui.home.facts import HomeFacts

CLOCK_S = 5.0
"""How often the time of day in the title is looked at."""
VOICE_OFFERED = "unhunch can speak: c in a session."
SET_DUE = "a set is due"


class Columns(Horizontal):
    """Shows nothing but what it holds: all its rows are one blank row, made once."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank rows."""
        ground = self.background_colors[1]
        strip = Strip.blank(crop.width, Style.from_color(bgcolor=ground.rich_color))
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, ground)
        return [strip] * crop.height


class HomeScreen(BaseScreen[None]):
    """The first screen."""

    GROUP = "home"
    TITLE = "unhunch"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    class FactsRead(Message):
        """The thread that reads how things stand has done so."""

        def __init__(self, facts: "HomeFacts") -> None:
            super().__init__()
            self.facts = facts

    class RepsSaved(Message):
        """The writer has saved a number of repetitions."""

        def __init__(self, exercise_id: str, progress: "Progress") -> None:
            super().__init__()
            self.exercise_id = exercise_id
            self.progress = progress

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._unsaved: dict[str, Progress] = {}
        """What was set and may not be stored yet: what is read meanwhile must not undo it."""
        self.choices = HomeMenu(services.catalogue, services.sets)
        self.menu = Menu(id="menu")
        self.standing = Standing()
        keys = {command.verb: command.key for command in self.commands}
        self.lately = tuple(Lately(keys["history"], id=f"lately-{side}") for side in ("left", "right"))
        self.column = HomeColumn(self.menu, self.lately[0], self.standing, keys["start"])
        self.offers = Offers(self, self.set_reps, self.read_again)
        self.parts = (self.offers,)
        self._due = DueWatch()
        self._is_settled = False
        self._is_dated = False
        """Whether the settings have changed behind another screen."""
        self.demo = LoopedFigure(services.clock.monotonic, self._caption, services.shelf)
        self.demo.figure.is_patient = True

    def content(self) -> Iterable[Widget]:
        """Return menu and standing at the left, the figure at the right, offers below."""
        self.demo.add_class("panel")
        yield Columns(self.column, self.demo, self.lately[1], id="columns")
        yield self.offers.line

    def on_mount(self) -> None:
        """Show the menu at once; everything else follows the first paint."""
        self._show_menu()
        self.demo.perform(self.choice.exercises, self.settings, self.port.motion())
        self.call_after_refresh(self._tell_news)
        self.set_interval(CLOCK_S, self.look_at_the_clock)

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move, and look how things stand now."""
        if self._is_dated:
            self.settings_changed()
        self.demo.go_on()
        self.call_after_refresh(self.read_again if self._is_settled else self._perform)

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        self.demo.halt()

    def on_resize(self, _: Resize) -> None:
        """Write the menu for the new size."""
        self.call_after_refresh(self._show_menu)

    @on(Figure.Settled)
    def _read_first(self) -> None:
        """Look how things stand once the figure moves: at the same time both would come late."""
        self._is_settled = True
        self._show_time()
        self.port.listen_to_the_writer()
        self.read_again()

    def on_home_screen_facts_read(self, message: FactsRead) -> None:
        """Show how things stand."""
        told = self.facts.notices if self.facts else ()
        self.offers.take(message.facts)
        self.choices.progress = {**message.facts.progress, **self._unsaved}
        for line in message.facts.notices:
            if line not in told:
                self.say(line)
        if not message.facts.notices and self.settings.welcomed and not self.settings.voice_offered:
            self.say(VOICE_OFFERED)
            self.port.change_settings(self.settings._replace(voice_offered=True))
        self._show_menu()
        self._tell_of_a_set()
        self.standing.call_after_refresh(self.demo.figure.load)

    def on_home_screen_reps_saved(self, message: RepsSaved) -> None:
        """Take the store's word again for what it holds now."""
        if self._unsaved.get(message.exercise_id) is message.progress:
            del self._unsaved[message.exercise_id]

    def settings_changed(self) -> None:
        """Show the seconds, the figure and the numbers as the settings have them now, once it is seen."""
        self._is_dated = not self.is_current
        if self.is_current:
            self._perform()
            self._show_menu()

    def take(self, services: Services, first: str) -> None:
        """Go on with other exercises or sets, the one with the id or the name `first` highlighted."""
        self.services = services
        self.choices = self.choices.renewed(services.catalogue, services.sets)
        self._show_menu()
        self.menu.move(self.choices.place_of(first) - self.menu.cursor)

    @property
    def facts(self) -> "HomeFacts | None":
        """How things stand; None until that has been read."""
        return self.offers.facts

    @property
    def choice(self) -> MenuChoice:
        """The highlighted choice."""
        choices: tuple[MenuChoice, ...] = self.choices.choices
        return choices[self.menu.cursor]

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        match command_id.partition(".")[2]:
            case "back" if command_id.startswith(SHARED):
                return "This is the first screen: q quits."
            case "more" | "fewer" if self.choice.set_reps is not None:
                return "A set has repetitions of its own: w changes them."
            case "keep_set" if not self.choices.ticked and self.choice.set_reps is None:
                return "Tick exercises with space first; then they can be kept as a set."
            case "forget_set" if self.choice.set_reps is None:
                return "Only a set with a name can be forgotten: highlight one."
            case "more" if not self.choices.can_change(self.choice, 1):
                return f"{REPS_RANGE[1]} repetitions are the most."
            case "fewer" if not self.choices.can_change(self.choice, -1):
                return f"{REPS_RANGE[0]} repetition is the least."
            case "stiffness" if not self.settings.ask_stiffness:
                return "How stiff you are is asked only where the settings say so."
        return self.offers.unavailable(command_id)

    def action_up(self) -> None:
        """Highlight the row above."""
        self.menu.move(-1)

    def action_down(self) -> None:
        """Highlight the row below."""
        self.menu.move(1)

    def action_start(self) -> None:
        """Start what is ticked, or what is highlighted."""
        exercises = self.choices.to_start(self.choice)
        reps = self.choices.known_reps()
        if self.facts:  # all that is stored has been read: those of the others are as they are shown
            reps = {exercise.id: self.choices.reps(exercise) for exercise in exercises}
        overrides = self.choices.overrides(self.choice)
        self.port.start_session(
            SessionRequest(exercises, overrides, stiffness_before=self.offers.stiffness, reps=reps)
        )
        self.offers.stiffness = None

    def action_tick(self) -> None:
        """Tick the row into a set, or take it out."""
        self.choices.toggle(self.choice)
        self._show_menu()
        if self.choices.ticked:
            self._tell_set()
        else:
            self.say("Nothing is ticked: Enter starts the highlighted row.")

    def action_keep_set(self) -> None:
        """Keep what is ticked under a name, or change the highlighted set."""
        from tui.ui.home.set_form import keep_set  # only now, as all screens

        keep_set(self, self.choices, self.choice)

    def action_forget_set(self) -> None:
        """Forget the highlighted set, after a question."""
        from tui.ui.home.set_form import forget_set

        forget_set(self, self.choice.name)

    def action_more(self) -> None:
        """One repetition more."""
        self._change_reps(1)

    def action_fewer(self) -> None:
        """One repetition fewer."""
        self._change_reps(-1)

    def action_instructions(self) -> None:
        """Show how the highlighted exercise is done."""
        from tui.ui.instructions.instructions import InstructionsScreen  # only now: not for the first paint

        self.app.push_screen(
            InstructionsScreen(self.services, self.choice.exercises[0], self.choices.known_reps())
        )

    def action_history(self) -> None:
        """Show what was done."""
        self._go("history")

    def action_gallery(self) -> None:
        """Make, edit or take out exercises of one's own."""
        self._go("gallery")

    def action_settings(self) -> None:
        """Show the settings."""
        self._go("settings")

    def action_sounds(self) -> None:
        """Teach the sounds."""
        self._go("sounds")

    def action_style(self) -> None:
        """Draw the figure in its other look, and keep it."""
        figure = self.demo.figure
        if figure.switch_look():
            self.port.change_settings(figure.kept_in(self.settings))
            self.say(f"Figure: {STYLE_NAMES[figure.look]}")
        else:
            self.say(NO_MOSAIC)

    def set_reps(self, exercise: Exercise, reps: int) -> None:
        """Keep a number of repetitions, and show it."""
        from tui.core.streaks.progression import Progress, with_reps  # only now: not for the first paint

        now = self.services.clock.now()
        known = self.choices.progress.get(exercise.id, Progress(reps=exercise.dose.reps))
        progress = self._unsaved[exercise.id] = with_reps(known, reps, now)
        self.choices.progress = {**self.choices.progress, exercise.id: progress}
        self.services.writer.submit(
            lambda: self.services.progress.set_reps(exercise.id, reps, now),
            lambda problem: None if problem else self.post_message(self.RepsSaved(exercise.id, progress)),
        )
        self._show_menu()

    @on(Menu.Highlighted)
    def _perform(self) -> None:
        self.column.show_about(self.choices, self.choice, self.settings)
        self.column.fit()
        self.demo.perform(self.choice.exercises, self.settings, self.port.motion())
        self.refresh_footer()

    @on(Key)
    def _wake(self) -> None:
        if self.demo.rests:
            self.demo.wake()
            self._show_time()

    @on(Menu.Chosen)
    async def _start_clicked(self) -> None:
        await self.action_command("home.start")

    def _change_reps(self, by: int) -> None:
        low, high = REPS_RANGE
        for exercise in self.choice.exercises:
            reps = min(high, max(low, self.choices.reps(exercise) + by))
            self.set_reps(exercise, reps)
        self.demo.recaption()
        if self.choices.ticked:
            self._tell_set()

    def _tell_set(self) -> None:
        ticked = self.choices.ticked
        takes = self.choices.takes(ticked, self.settings)
        many = f"{len(ticked)} exercises" if len(ticked) > 1 else ticked[0].name
        self.say(f"Your set: {many}, {takes}. Enter starts it.")

    def _show_menu(self) -> None:
        narrow = bool(self.choices.ticked) and not self.has_class("-wide")
        self.menu.show(self.choices.rows(self.settings, brief=narrow or self.has_class("-compact")))
        if self.facts:
            self.standing.show(self.facts, numbers=self.settings.show_streaks)
            from tui.core.history.rows import names_in  # only now: not for the first paint

            self.set_class(not self.facts.latest, "-new")
            for lately in self.lately:
                lately.show(self.facts, names_in(self.services.catalogue.exercises))
        self.column.show_about(self.choices, self.choice, self.settings)
        self.offers.show()
        self.demo.recaption()
        self.refresh_footer()
        self.column.fit()

    def _tell_news(self) -> None:
        if self.services.news:
            self.say(self.services.news)
            self.services.writer.submit(self.services.settings_store.bring_up)

    def look_at_the_clock(self) -> None:
        """Show the time; look how things stand when a day has begun or another terminal changed something."""
        self._show_time()
        facts = self.facts
        if not facts or not self.is_current:
            return
        if facts.today != self.port.today() or self.services.history.token() != facts.token:
            self.read_again()
        else:
            self._tell_of_a_set()

    def _tell_of_a_set(self) -> None:
        """Have the terminal tell that a set has fallen due, when it has and nobody is looking."""
        facts = self.facts
        if facts:
            due = facts.set_due(self.settings, self.services.clock.now())
            if self._due.falls_due(due=due, today=facts.today, done=facts.sets.done):
                self.port.call_back(SET_DUE)

    def _show_time(self) -> None:
        from tui.core.remind.plan import clock_text  # only now, as the next: not for the first paint
        from tui.core.text.date_words import WEEKDAYS, day_words

        now, today = self.services.clock.now(), self.port.today()
        told = day_words(now.date())
        if not self.demo.rests:  # else nobody looks, and nothing is to be written before the day ends
            told += f"  {now:%H:%M}"
        if today != now.date():
            told += f"  still {WEEKDAYS[today.weekday()]} until {clock_text(self.settings.day_start_minute)}"
        self.title_line.right = told

    def _go(self, verb: str) -> None:
        from tui.ui.home.places import place  # only now, as all screens

        self.app.push_screen(*place(verb, self.services, self.port, self.choice.key))

    def _caption(self, exercise: Exercise) -> Content:
        if self.has_class("-compact"):
            return caption(self.choices, exercise, self.settings, self.demo.figure.size.width)
        self.demo.border_title = exercise.name
        return Content("")

    def read_again(self) -> None:
        """Read on the writer's thread: after what is being saved, and away from the screen."""
        from tui.ui.home.facts import HomeFacts, read_facts  # only now: not for the first paint

        read: list[HomeFacts] = []
        settings, today = self.settings, self.port.today()
        self.services.writer.submit(
            lambda: read.append(read_facts(self.services, settings, today)),
            lambda _: self.post_message(self.FactsRead(read[0])) if read else None,
        )
