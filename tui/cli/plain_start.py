"""`unhunch start --plain`: a session as printed lines, from the plan to the record."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import SimpleQueue

from tui.adapters.content.exercises import Catalogue
from tui.adapters.content.shipped import lengths_for
from tui.adapters.history.keeper import SessionKeeper, new_identity
from tui.adapters.history.recovery import recover
from tui.adapters.history.under_way import UnderWay
from tui.adapters.history.writer import Writer
from tui.adapters.machine.console import Console
from tui.adapters.machine.terminal import is_terminal
from tui.adapters.sound.choose import make_player
from tui.cli.plain import Outcome, PlainSession, opening_line, outcome_lines
from tui.cli.plain_offers import PlainOffers, ask_how_it_was, can_ask
from tui.cli.stores import Stores, begin_at_a_desk, open_stores, readable_records, stored_reps
from tui.cli.streams import Streams
from tui.core.exercises.exercise import Exercise
from tui.core.record.record import Record, next_lead
from tui.core.record.record_json import sessions_line
from tui.core.record.under_way import UnderWayState, identity_again, plan_of
from tui.core.sound.cue import Way
from tui.core.sound.player import Player
from tui.core.text.problems import StoreProblem
from tui.core.timer.plan import Overrides, Plan, make_plan
from tui.core.timer.run import SOUND_PATIENCE_S, SessionRun
from tui.core.timer.session import Session

INTERRUPTED = "A session of today was interrupted: `unhunch` offers to go on with it."
FAILED = 1


def start_plain(
    catalogue: Catalogue, exercises: Sequence[Exercise], overrides: Overrides, streams: Streams
) -> int:
    """Run a session as printed lines, keep it, and return the exit status.

    On a terminal what Home offers is offered first; an interrupted session may be gone on with instead.
    """
    stores = open_stores(streams)
    for problem in stores.problems:
        streams.warn(problem.line)
    under_way = UnderWay(stores.paths)
    offered, lines = recover(under_way, stores.history, stores.today)  # what is of other days is kept
    for line in lines:
        streams.say(line)
    with Console(streams.stdin) as console:
        resumed: UnderWayState | None = None
        if can_ask(streams):
            offers = PlainOffers(catalogue, stores, streams, console)
            resumed = offers.interrupted(offered, under_way) if offered else None
            if not offered:
                offers.progression()
        elif offered:
            streams.say(INTERRUPTED)
        if resumed:
            plan = plan_of(resumed, {exercise.id: exercise for exercise in catalogue.exercises})
        else:
            lead, reps = next_lead(stores.history.newest_first(sided=True)), stored_reps(stores, streams)
            plan = make_plan(exercises, reps, stores.settings, lead, overrides)
        settings = stores.settings._replace(cues=overrides.cues or Way.TONES)
        player = make_player(settings, streams.environ, _bell(streams), stores.paths.logs / "sound.log")
        player.open()
        if plan.ready_s < SOUND_PATIENCE_S:
            player.wait_ready(SOUND_PATIENCE_S)
        return _Run(plan, stores, player, console, streams, under_way, resumed).run()


@dataclass
class _Run:
    """One session from its first line to the exit status."""

    plan: Plan
    stores: Stores
    player: Player
    console: Console
    streams: Streams
    under_way: UnderWay
    resumed: UnderWayState | None

    def __post_init__(self) -> None:
        now, settings = self.streams.clock.now(), self.stores.settings
        identity = identity_again(self.resumed.record) if self.resumed else new_identity(now, settings)
        self._problems: SimpleQueue[StoreProblem] = SimpleQueue()
        self._writer = Writer(self.stores.history, self._problems.put)
        self._keeper = SessionKeeper(identity, self.under_way, self._writer, self._problems.put)
        self._sound_told = not settings.sounds

    def run(self) -> int:
        """Guide, keep, ask; return the exit status."""
        self._introduce()
        start = self.streams.clock.monotonic()
        exercises = [planned.exercise for planned in self.plan.exercises]
        lengths = lengths_for(exercises, self.stores.paths.exercises)
        session = Session(self.plan, start, self.resumed.counted if self.resumed else (), lengths)
        run = SessionRun(session, self.player, self.streams.clock, start, self._keeper.heed)
        outcome = PlainSession(run, self.streams.clock, self.console, self._say).run()
        self.player.close()
        self._keeper.leave()
        with suppress(OSError):  # nobody may be reading any more
            self._conclude(session)
        if outcome == Outcome() and self._keeper.kept and can_ask(self.streams):
            self._ask(self._keeper.kept)
        return self._leave(outcome)

    def _introduce(self) -> None:
        self.streams.say(opening_line(self.plan))
        if next(readable_records(self.stores.history), None) is None:
            self.streams.say(self.plan.exercises[0].exercise.safety)
            _, told = begin_at_a_desk(self.stores.settings, self.stores.settings_store, self._writer)
            if told:
                self.streams.say(told)
        if is_terminal(self.streams.stdin):
            self.streams.say("Enter pauses and resumes; Ctrl+C leaves and keeps what was done.")

    def _conclude(self, session: Session) -> None:
        if self._keeper.kept:
            for line in outcome_lines(self._keeper.kept, self.plan):
                self.streams.say(line)
        elif session.ended or not session.counted:
            self.streams.say("Nothing was counted, so nothing is kept.")
        else:
            self.streams.say(INTERRUPTED)

    def _ask(self, record: Record) -> None:
        stiffness = self.stores.settings.ask_stiffness
        answered = ask_how_it_was(record, self.streams, self.console, stiffness=stiffness)
        if answered != record:
            self._writer.save(replace(answered, changed_at=self.streams.clock.now()))

    def _say(self, line: str) -> None:
        self._tell_problems()
        state = self.player.state()
        if not self._sound_told and state.kind in ("bell", "off"):
            self._sound_told = True
            self.streams.say(state.line)
        self.streams.say(line)

    def _tell_problems(self) -> None:
        while not self._problems.empty():
            self.streams.warn(self._problems.get().line)

    def _leave(self, outcome: Outcome) -> int:
        """Save what is left, print what cannot be saved, and return the exit status."""
        unsaved = self._writer.join()
        self._tell_problems()
        if unsaved:
            self.streams.warn("`unhunch import` takes the session from this line in a file:")
            self._print(sessions_line(unsaved))
        if outcome.signal is not None:
            return 128 + outcome.signal
        return FAILED if unsaved else 0

    def _print(self, line: str) -> None:
        try:
            self.streams.say(line)
        except OSError:  # nobody reads standard output any more
            self.streams.err.write(line + "\n")
            self.streams.err.flush()


def _bell(streams: Streams) -> Callable[[], None]:
    """Return what rings the bell of the terminal, if there is one."""

    def ring() -> None:
        for stream in (streams.out, streams.err):
            if is_terminal(stream):
                with suppress(OSError):
                    stream.write("\a")
                    stream.flush()
                return

    return ring
