"""What Home offers: to resume an interrupted session, to step up or down, to note how stiff it is."""

from datetime import timedelta
from typing import TYPE_CHECKING

from tui.core.exercises.exercise import Exercise
from tui.core.text.problems import Problem
from tui.ui.home.offer_line import OfferLine
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services, SessionRequest

if TYPE_CHECKING:
    from tui.core.record.record import Record
    from tui.core.record.under_way import UnderWayState
    from tui.core.streaks.progression import Offer
    from tui.ui.home.facts import HomeFacts

_NEED_OFFER = frozenset({"home.accept", "home.decline"})
_NEED_INTERRUPTED = frozenset({"home.resume", "home.keep", "home.discard"})


class HomeOffers(BaseScreen[None]):
    """The part of Home that offers something: one offer at a time, the interrupted session first."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.facts: HomeFacts | None = None
        self.offers = OfferLine()
        self.stiffness: int | None = None
        """How stiff it is before the next session, when that was answered."""

    @property
    def interrupted(self) -> "UnderWayState | None":
        """The interrupted session that is offered."""
        return self.facts.interrupted if self.facts else None

    @property
    def offer(self) -> "Offer | None":
        """The step that is offered; none while an interrupted session is."""
        return self.facts.offer if self.facts and not self.interrupted else None

    def read_again(self) -> None:
        """Look how things stand, after what was to be saved has been saved."""

    def set_reps(self, exercise: Exercise, reps: int) -> None:
        """Keep a number of repetitions, and show it."""

    def no_offer(self, command_id: str) -> str | None:
        """Return why a command that answers an offer does not apply."""
        if command_id in _NEED_OFFER and not self.offer:
            return "Nothing is offered now."
        if command_id in _NEED_INTERRUPTED and not self.interrupted:
            return "No session was interrupted today."
        return None

    def show_offers(self) -> None:
        """Show the offer that is due, or the question for stiffness."""
        state, offer = self.interrupted, self.offer
        if state:
            came_to = self._came_to(state.record)
            question = f"The session of {state.record.started_at:%H:%M} was interrupted: {came_to}."
            self.offers.show(question, (("r", "resume"), ("k", "keep it"), ("x", "discard")))
        elif offer:
            reason = offer.reason[:1].upper() + offer.reason[1:] + "."
            self.offers.show(offer.question, (("y", "yes"), ("n", "not now")), reason)
        elif self.settings.ask_stiffness:
            said = (
                f"Stiffness before: {self.stiffness}"
                if self.stiffness is not None
                else "How stiff is it now?"
            )
            self.offers.show(said, (("0-9", "none to very"),))
        else:
            self.offers.show("")

    def action_accept(self) -> None:
        """Take the step that is offered."""
        offer = self.offer
        exercise = self._exercise(offer.exercise) if offer else None
        if offer and exercise:
            self.set_reps(exercise, offer.reps)
            self.say(f"{offer.name}: {exercise.dose_line(offer.reps, exercise.dose.hold_s)} from now on.")
            self.read_again()

    def action_decline(self) -> None:
        """Hear nothing of this exercise for a week."""
        from tui.core.streaks.progression import SILENCE  # only now, as all below: not for the first paint

        offer = self.offer
        if offer:
            until = self.port.today() + SILENCE
            progress = self.services.progress
            self.services.writer.submit(lambda: progress.silence(offer.exercise, until, offer.present))
            last = until - timedelta(days=1)
            self.say(f"No more offers for {offer.name} until {last.day}.{last.month}.")
            self.read_again()

    def action_resume(self) -> None:
        """Go on with the interrupted session."""
        from tui.core.record.under_way import plan_of

        state = self.interrupted
        if state is None:
            return
        exercises = {exercise.id: exercise for exercise in self.services.catalogue.exercises}
        try:
            plan = plan_of(state, exercises)
            taken = self.services.under_way.take(state.record.id)
        except Problem as problem:
            self.tell(problem)
            return
        planned = tuple(planned.exercise for planned in plan.exercises)
        self.port.start_session(SessionRequest(planned, resumed=taken))

    def action_keep(self) -> None:
        """Keep what the interrupted session had come to."""
        from tui.adapters.history.recovery import keep_partial

        state = self.interrupted
        if state:
            services = self.services
            services.writer.submit(
                lambda: keep_partial(services.under_way, services.history, state.record.id)
            )
            self.say(f"Kept: {self._came_to(state.record)}.")
            self.read_again()

    def action_discard(self) -> None:
        """Forget the interrupted session, after a question."""
        from tui.ui.kit.question import Answer, QuestionScreen

        state = self.interrupted
        if state is None:
            return

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self.services.writer.submit(lambda: self.services.under_way.drop(state.record.id))
                self.say("The interrupted session was discarded.")
                self.read_again()

        answers = (Answer(("n",), "No, leave it", "no"), Answer(("y",), "Yes, discard it", "yes"))
        text = f"It had come to: {self._came_to(state.record)}."
        self.app.push_screen(
            QuestionScreen(self.services, "Discard the interrupted session?", text, answers), answered
        )

    def action_stiffness(self) -> None:
        """Note how stiff it is before the next session."""
        if self.pressed.isdigit():
            self.stiffness = int(self.pressed)
            self.show_offers()
        else:
            self.say("Press a digit: 0 is not stiff at all, 9 is very stiff.")

    def _came_to(self, record: "Record") -> str:
        from tui.core.history.wording import kept_line

        names = {exercise.id: exercise.name for exercise in self.services.catalogue.exercises}
        return kept_line(record, names) or "nothing was counted"

    def _exercise(self, exercise_id: str) -> Exercise | None:
        found = (exercise for exercise in self.services.catalogue.exercises if exercise.id == exercise_id)
        return next(found, None)
