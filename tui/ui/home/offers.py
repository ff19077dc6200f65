"""What Home offers: to resume an interrupted session, to step up or down, to note how stiff it is."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise
from tui.core.text.problems import Problem
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import SessionRequest

if TYPE_CHECKING:
    from tui.core.record.record import Record
    from tui.core.record.under_way import UnderWayState
    from tui.core.streaks.progression import Offer
    from tui.ui.home.facts import HomeFacts

REMINDERS = "Shall the desktop remind you while a set is due?"
_NEED_OFFER = frozenset({"home.accept", "home.decline"})
_NEED_INTERRUPTED = frozenset({"home.resume", "home.keep", "home.discard"})


class OfferLine(Widget):
    """A question with its keys, and the reason under it; no lines at all when nothing is offered."""

    DEFAULT_CSS = """
    OfferLine { height: auto; width: 100%; padding: 0 2; }
    .-compact OfferLine { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self._reason = ""
        self.display = False

    def show(self, question: str, keys: Sequence[tuple[str, str]] = (), reason: str = "") -> None:
        """Show an offer; an empty question shows nothing.

        Args:
            question: what is offered.
            keys: each key and what it does.
            reason: why, in one sentence; may be empty.
        """
        offered = question, tuple(keys), reason
        if offered == (self._question, self._keys, self._reason):
            return
        self._question, self._keys, self._reason = offered
        self.display = bool(question)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for the lines that the offer takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        question = Content.styled(self._question, "bold")
        keys = Content("   ").join(
            Content.assemble((key, "bold $cool"), f" {does}") for key, does in self._keys
        )
        reason = Content.styled(self._reason, "$quiet")
        if question.cell_length + keys.cell_length + 3 <= width:
            return [Content.assemble(question, "   ", keys), *([reason] if self._reason else [])]
        beside = self._reason and keys.cell_length + reason.cell_length + 3 <= width
        return [*question.wrap(width), Content.assemble(keys, "   ", reason) if beside else keys]


class Offers:
    """What Home offers: one thing at a time, the interrupted session first.

    Args:
        home: the screen that offers.
        set_reps: keeps a number of repetitions, and shows it.
        read_again: looks how things stand, after what was to be saved has been saved.
    """

    def __init__(
        self,
        home: BaseScreen[None],
        set_reps: Callable[[Exercise, int], None],
        read_again: Callable[[], None],
    ) -> None:
        self.line = OfferLine()
        """Where it is shown."""
        self.facts: HomeFacts | None = None
        self.stiffness: int | None = None
        """How stiff it is before the next session, when that was answered."""
        self._home = home
        self._set_reps = set_reps
        self._read_again = read_again
        self._reminders = False

    @property
    def interrupted(self) -> "UnderWayState | None":
        """The interrupted session that is offered."""
        return self.facts.interrupted if self.facts else None

    @property
    def offer(self) -> "Offer | None":
        """The step that is offered; none while an interrupted session is."""
        return self.facts.offer if self.facts and not self.interrupted else None

    @property
    def reminders(self) -> bool:
        """Whether reminders are offered."""
        return self._reminders and not (self.interrupted or self.offer)

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command that answers an offer does not apply."""
        if command_id in _NEED_OFFER and not (self.offer or self.reminders):
            return "Nothing is offered now."
        if command_id in _NEED_INTERRUPTED and not self.interrupted:
            return "No session was interrupted today."
        return None

    def show(self) -> None:
        """Show the offer that is due, or the question for stiffness."""
        state, offer = self.interrupted, self.offer
        if state:
            came_to = self._came_to(state.record)
            question = f"The session of {state.record.started_at:%H:%M} was interrupted: {came_to}."
            self.line.show(question, (("r", "resume"), ("K", "keep it"), ("x", "discard")))
        elif offer:
            reason = offer.reason[:1].upper() + offer.reason[1:] + "."
            self.line.show(offer.question, (("y", "yes"), ("n", "not now")), reason)
        elif self.reminders:
            self.line.show(REMINDERS, (("y", "yes, say when"), ("n", "no")), "Settings have them, too.")
        elif self._home.settings.ask_stiffness:
            said = (
                f"Stiffness before: {self.stiffness}"
                if self.stiffness is not None
                else "How stiff is it now?"
            )
            self.line.show(said, (("0-9", "none to very"),))
        else:
            self.line.show("")

    def take(self, facts: "HomeFacts") -> None:
        """Offer what these facts come to; reminders once, when nothing else is offered."""
        self.facts = facts
        home = self._home
        if (
            facts.offers_reminders
            and not home.settings.reminders_offered
            and not (self.interrupted or self.offer)
        ):
            self._reminders = True
            home.port.change_settings(home.settings._replace(reminders_offered=True))

    def action_accept(self) -> None:
        """Take the step that is offered, or ask when to be reminded."""
        if self.reminders:
            self._ask_reminders()
            return
        offer = self.offer
        exercise = self._exercise(offer.exercise) if offer else None
        if offer and exercise:
            self._set_reps(exercise, offer.reps)
            self._home.say(
                f"{offer.name}: {exercise.dose_line(offer.reps, exercise.dose.hold_s)} from now on."
            )
            self._read_again()

    def action_decline(self) -> None:
        """Hear nothing of this exercise for a week, or of reminders again."""
        from tui.core.streaks.progression import SILENCE  # only now, as all below: not for the first paint

        offer = self.offer
        if self.reminders:
            self._reminders = False
            self._home.say("Settings have reminders whenever you want them.")
            self.show()
        if offer:
            until = self._home.port.today() + SILENCE
            progress = self._home.services.progress
            self._home.services.writer.submit(lambda: progress.silence(offer.exercise, until, offer.present))
            last = until - timedelta(days=1)
            self._home.say(f"No more offers for {offer.name} until {last.day}.{last.month}.")
            self._read_again()

    def action_resume(self) -> None:
        """Go on with the interrupted session."""
        from tui.core.record.under_way import plan_of

        state = self.interrupted
        if state is None:
            return
        exercises = {exercise.id: exercise for exercise in self._home.services.catalogue.exercises}
        try:
            plan = plan_of(state, exercises)
            taken = self._home.services.under_way.take(state.record.id)
        except Problem as problem:
            self._home.tell(problem)
            return
        planned = tuple(planned.exercise for planned in plan.exercises)
        self._home.port.start_session(SessionRequest(planned, resumed=taken))

    def action_keep(self) -> None:
        """Keep what the interrupted session had come to."""
        from tui.adapters.history.recovery import keep_partial

        state = self.interrupted
        if state:
            services = self._home.services
            services.writer.submit(
                lambda: keep_partial(services.under_way, services.history, state.record.id)
            )
            self._home.say(f"Kept: {self._came_to(state.record)}.")
            self._read_again()

    def action_discard(self) -> None:
        """Forget the interrupted session, after a question."""
        from tui.ui.kit.question import confirm

        state = self.interrupted
        if state is None:
            return

        def discard() -> None:
            self._home.services.writer.submit(lambda: self._home.services.under_way.drop(state.record.id))
            self._home.say("The interrupted session was discarded.")
            self._read_again()

        text = f"It had come to: {self._came_to(state.record)}."
        answers = ("No, leave it", "Yes, discard it")
        confirm(self._home, "Discard the interrupted session?", text, answers, discard)

    def action_stiffness(self) -> None:
        """Note how stiff it is before the next session: a digit."""
        if self._home.pressed.isdigit():
            self.stiffness = int(self._home.pressed)
            self.show()
        else:
            self._home.say("Press a digit: 0 is not stiff at all, 9 is very stiff.")

    def _ask_reminders(self) -> None:
        from tui.ui.settings.reminders import RemindersScreen, ReminderWish

        def answered(wish: ReminderWish | None) -> None:
            if wish:
                self._reminders = False
                self._home.say(wish.line)
                self.show()

        home = self._home
        home.app.push_screen(RemindersScreen(home.services, home.port.today()), answered)

    def _came_to(self, record: "Record") -> str:
        from tui.core.history.wording import kept_line

        names = {exercise.id: exercise.name for exercise in self._home.services.catalogue.exercises}
        return kept_line(record, names) or "nothing was counted"

    def _exercise(self, exercise_id: str) -> Exercise | None:
        found = (
            exercise for exercise in self._home.services.catalogue.exercises if exercise.id == exercise_id
        )
        return next(found, None)
