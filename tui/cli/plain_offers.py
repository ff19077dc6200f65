"""What a printed session asks on a terminal: before it, what Home would offer; after it, how it was."""

from dataclasses import replace
from datetime import timedelta

from tui.adapters.content.exercises import Catalogue
from tui.adapters.history.recovery import keep_partial
from tui.adapters.history.under_way import UnderWay
from tui.adapters.machine.console import Console
from tui.adapters.machine.terminal import is_terminal
from tui.adapters.settings.progress import ProgressStore
from tui.cli.stores import Stores
from tui.cli.streams import Streams
from tui.core.history.wording import kept_line
from tui.core.record.record import Felt, Record
from tui.core.record.under_way import UnderWayState, plan_of
from tui.core.streaks.progression import SILENCE, Offer, due_offer
from tui.core.streaks.sets import count_sets
from tui.core.text.problems import Problem, StoreProblem

_PATIENCE_S = 3600.0
_ANSWERS = {
    name[:length]: felt for felt in Felt for name in [felt.value] for length in range(1, len(name) + 1)
}


def ask_how_it_was(record: Record, streams: Streams, console: Console, *, stiffness: bool) -> Record:
    """Return the record with what was answered; as it is when nothing was, or a signal came.

    Args:
        record: the session, saved already.
        streams: where the questions are printed.
        console: where the answers come from.
        stiffness: whether to ask for stiffness, too.
    """
    streams.say("How was it? e easy, f fine, s sore, Enter to skip:")
    answer = answer_of(console)
    felt = _ANSWERS.get(answer) if answer else None
    if felt:
        record = replace(record, exercises=tuple(replace(item, felt=felt) for item in record.exercises))
    if stiffness and answer is not None:
        streams.say("How stiff is your upper back now? 0 not at all to 9, Enter to skip:")
        number = answer_of(console) or ""
        if len(number) == 1 and number in "0123456789":
            record = replace(record, stiffness_after=int(number))
    return record


def answer_of(console: Console) -> str | None:
    """Return the next line in small letters; None when none will come."""
    while console.listening:
        heard = console.wait(_PATIENCE_S)
        if heard.lines:
            return heard.lines[0].strip().lower()
        if heard.signal is not None:
            return None
    return None


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
