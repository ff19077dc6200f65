"""Before a printed session, on a terminal: what Home would offer, one thing at a time."""

from datetime import timedelta

from tui.adapters.content.exercises import Catalogue
from tui.adapters.history.recovery import keep_partial
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.console import Console
from tui.adapters.machine.terminal import is_terminal
from tui.adapters.settings.progress import ProgressStore
from tui.cli.feeling import answer_of
from tui.cli.stores import Stores
from tui.cli.streams import Streams
from tui.core.history.wording import kept_line
from tui.core.record.under_way import UnderWayState, plan_of
from tui.core.streaks.progression import SILENCE, Offer, due_offer
from tui.core.streaks.sets import count_sets
from tui.core.text.problems import Problem, StoreProblem


def can_ask(streams: Streams) -> bool:
    """Whether somebody is there who reads a question and can answer it."""
    return is_terminal(streams.stdin) and is_terminal(streams.out)


class PlainOffers:
    """Asks, and does what was answered; a fault is told, and the session begins all the same."""

    def __init__(self, catalogue: Catalogue, stores: Stores, streams: Streams, console: Console) -> None:
        self._catalogue = catalogue
        self._stores = stores
        self._streams = streams
        self._console = console
        self._progress = ProgressStore(stores.paths, streams.clock)

    def interrupted(self, state: UnderWayState, under_way: UnderWay) -> UnderWayState | None:
        """Offer to go on with an interrupted session; return it when that is wanted, taken already."""
        names = {exercise.id: exercise.name for exercise in self._catalogue.exercises}
        came_to = kept_line(state.record, names) or "nothing was counted"
        self._streams.say(f"The session of {state.record.started_at:%H:%M} was interrupted: {came_to}.")
        self._streams.say("r resume, k keep it as a partial, x discard, Enter to decide later:")
        answer = answer_of(self._console)
        try:
            if answer in ("r", "resume"):
                plan_of(state, {exercise.id: exercise for exercise in self._catalogue.exercises})
                return under_way.take(state.record.id)
            if answer in ("k", "keep"):
                keep_partial(under_way, self._stores.history, state.record.id)
                self._streams.say(f"Kept: {came_to}.")
            if answer in ("x", "discard"):
                under_way.drop(state.record.id)
                self._streams.say("The interrupted session was discarded.")
        except Problem as problem:
            self._streams.warn(problem.line)
        return None

    def progression(self) -> None:
        """Offer more repetitions, or fewer, where that is due."""
        try:
            progress, problems = self._progress.read()
            for problem in problems:
                self._streams.warn(problem.line)
            history = self._stores.history
            today = self._stores.today
            sets = count_sets(history.newest_first(), self._stores.settings.sets_a_day, today)
            exercises = self._catalogue.exercises
            found = due_offer(exercises, progress, history.newest_first, today, sets.done)
            if found:
                self._ask(found)
        except StoreProblem as problem:
            self._streams.warn(problem.line)

    def _ask(self, offer: Offer) -> None:
        reason = offer.reason[:1].upper() + offer.reason[1:]
        self._streams.say(f"{offer.question} {reason}.")
        self._streams.say("y yes, n not now, Enter to decide later:")
        answer = answer_of(self._console)
        if answer in ("y", "yes"):
            self._progress.set_reps(offer.exercise, offer.reps, self._streams.clock.now())
            self._streams.say(f"{offer.name}: {offer.reps} from now on.")
        if answer in ("n", "no"):
            until = self._stores.today + SILENCE
            self._progress.silence(offer.exercise, until, offer.present)
            last = until - timedelta(days=1)
            self._streams.say(f"No more offers for {offer.name} until {last.isoformat()}.")
