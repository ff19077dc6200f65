"""A session as it runs: a function of its plan, what was asked of it, and the instants it is given."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from tui.core.figure.body.pose import PoseAt
from tui.core.sound.cue import Cue
from tui.core.timer.cue_plan import AT_FIRST, GO_ON, Opening, script_of
from tui.core.timer.events import (
    Event,
    ExerciseCompleted,
    MarkerMoved,
    Paused,
    PhaseStarted,
    Resumed,
    SessionEnded,
    UnitCounted,
)
from tui.core.timer.plan import Phase, PhaseKind, Plan, Unit, phases_from

GET_READY_AGAIN_S = 3.0
"""The get-ready after a pause or a jump, unless the session's own is shorter."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Where to go on: a unit (the number of units: the end), and whether NEXT leads to it."""

    unit: int
    change: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """A standstill: since when, where the body was then, and where to go on from."""

    at: float
    pose: PoseAt
    phase: Phase
    marker: Marker


class Session:
    """One session. Instants are seconds on one monotonic clock; none may lie before an earlier one.

    Any split of time into calls of `advance` gives the same events.

    Args:
        plan: what is to be done.
        start: when it starts.
        counted: units that had been counted before an interruption; the session goes on after them.
        lengths: the seconds of each phrase that can be said; without any the tones speak alone.
    """

    def __init__(
        self,
        plan: Plan,
        start: float,
        counted: Iterable[int] = (),
        lengths: Mapping[str, float] | None = None,
    ) -> None:
        self.plan = plan
        self.lengths = lengths or {}
        self.counted = set(counted)
        self.ended: SessionEnded | None = None
        self.paused: Pause | None = None
        self._now = start
        self._running_since: float | None = None
        self._ran_s = 0.0
        self._at = 0
        self._phases: tuple[Phase, ...] = ()
        self._cues: tuple[Cue, ...] = ()
        self._pending: list[Event] = []
        first = max(self.counted, default=-1) + 1
        if first < len(plan.units):
            phases = phases_from(plan, first, start, lead_in=PhaseKind.READY, lead_s=plan.ready_s)
            self._run(phases)
            self._pending.append(PhaseStarted(start, phases[0]))
        else:
            self._pending.append(self._end(start))

    @property
    def phase(self) -> Phase | None:
        """The phase that is under way or was paused in; None when the session is over."""
        if self.ended:
            return None
        return self.paused.phase if self.paused else self._phases[self._at]

    @property
    def phases_to_come(self) -> tuple[Phase, ...]:
        """The phases after the current one, none while paused or over."""
        return () if self.ended or self.paused else self._phases[self._at + 1 :]

    def phases_after(self, marker: Marker, at: float) -> tuple[Phase, ...]:
        """Return the phases of going on from `marker` at `at`, its get-ready first; none at the end."""
        again_s = min(GET_READY_AGAIN_S, self.plan.ready_s)
        return phases_from(
            self.plan,
            marker.unit,
            at,
            lead_in=PhaseKind.NEXT if marker.change else PhaseKind.READY,
            lead_s=self.plan.between_s if marker.change else again_s,
        )

    def seconds(self, now: float) -> float:
        """Return how long the session has run, pauses left out."""
        since = self._running_since
        return self._ran_s + (0.0 if since is None else max(0.0, now - since))

    def cues(self, after: float, until: float) -> tuple[Cue, ...]:
        """Return the planned cues with `after` < instant <= `until`; none while paused or over."""
        return tuple(cue for cue in self._cues if after < cue.at <= until)

    def advance(self, now: float) -> tuple[Event, ...]:
        """Let time pass up to `now` and return what happened, in order, each at its planned instant."""
        events, self._pending = self._pending, []
        self._now = max(now, self._now)
        while not self.paused and not self.ended and self._phases[self._at].end <= self._now:
            events += self._leave(self._phases[self._at])
        return tuple(events)

    def pause(self, at: float) -> tuple[Event, ...]:
        """Stand still from `at` on; nothing when it already does."""
        events = self.advance(at)
        if self.ended or self.paused:
            return events
        phase = self._phases[self._at]
        pose = phase.pose(self._now)
        self._stop(self._now)
        self._cues = ()
        self.paused = Pause(self._now, pose, phase, self._marker_from(phase))
        return (*events, Paused(self._now))

    def resume(self, now: float) -> tuple[Event, ...]:
        """Go on from the marker with a get-ready; nothing when the session is not paused."""
        events = self.advance(now)
        if not self.paused:
            return events
        marker = self.paused.marker
        self.paused = None
        go_on = Opening(GO_ON, named=False, waits_s=0.0)
        return (*events, Resumed(self._now), *self._go_to(marker, go_on))

    def next_unit(self, now: float) -> tuple[Event, ...]:
        """Leave this unit undone and go to the next one."""
        return self._jump(now, self._marker_after_this)

    def previous_unit(self, now: float) -> tuple[Event, ...]:
        """Go to the unit before this one again; nothing is un-counted or counted twice."""
        return self._jump(now, lambda: Marker(max(0, self._place() - 1)))

    def next_exercise(self, now: float) -> tuple[Event, ...]:
        """Leave the rest of the exercise undone; in the last one the session finishes."""
        return self._jump(now, self._marker_after_this_exercise)

    def finish(self, now: float) -> tuple[Event, ...]:
        """End the session here, with what was counted."""
        events = self.advance(now)
        if self.ended:
            return events
        self.paused = None
        self._cues = ()
        return (*events, self._end(self._now))

    def _leave(self, phase: Phase) -> list[Event]:
        events = self._count(phase.unit, phase.end) if phase.kind is PhaseKind.HOLD else []
        if self._at + 1 == len(self._phases):
            return [*events, self._end(phase.end)]
        self._at += 1
        return [*events, PhaseStarted(phase.end, self._phases[self._at])]

    def _count(self, unit: Unit, at: float) -> list[Event]:
        again = unit.number in self.counted
        self.counted.add(unit.number)
        events: list[Event] = [UnitCounted(at, unit, again)]
        if not again and self.completed(unit.exercise):
            events.append(ExerciseCompleted(at, unit.exercise))
        return events

    def completed(self, exercise: int) -> bool:
        """Whether every unit of the exercise at this place has been counted."""
        return all(unit.number in self.counted for unit in self.plan.units_of(exercise))

    def _place(self) -> int:
        if self.paused:
            return self.paused.marker.unit
        return self._marker_from(self._phases[self._at]).unit

    def _marker_after_this(self) -> Marker:
        phase = self._phases[self._at]
        if not self.paused and phase.kind in (PhaseKind.BACK, PhaseKind.REST):
            return self._marker_from(phase)
        place = self._place()
        units = self.plan.units
        if place >= len(units) or units[place].final:
            return self._next_exercise_marker(place)
        return Marker(place + 1)

    def _marker_after_this_exercise(self) -> Marker:
        return self._next_exercise_marker(
            self.paused.marker.unit if self.paused else self._phases[self._at].unit.number
        )

    def _next_exercise_marker(self, place: int) -> Marker:
        units = self.plan.units
        here = units[min(place, len(units) - 1)].exercise
        after = (unit.number for unit in units if unit.exercise > here)
        return Marker(next(after, len(units)), change=True)

    def _marker_from(self, phase: Phase) -> Marker:
        if phase.kind is not PhaseKind.BACK:
            return Marker(phase.unit.number)
        if phase.unit.final:
            return self._next_exercise_marker(phase.unit.number)
        return Marker(phase.unit.number + 1)

    def _jump(self, now: float, to: Callable[[], Marker]) -> tuple[Event, ...]:
        events = self.advance(now)
        if self.ended:
            return events
        marker = to()
        if self.paused:
            self.paused = replace(self.paused, marker=marker)
            return (*events, MarkerMoved(self._now))
        self._stop(self._now)
        self._cues = ()
        return (*events, *self._go_to(marker, Opening(named=False, waits_s=0.0)))

    def _go_to(self, marker: Marker, opening: Opening) -> list[Event]:
        phases = self.phases_after(marker, self._now)
        if not phases:
            return [self._end(self._now)]
        self._run(phases, opening)
        return [PhaseStarted(self._now, phases[0])]

    def _run(self, phases: tuple[Phase, ...], opening: Opening = AT_FIRST) -> None:
        self._phases, self._at = phases, 0
        to_come = {phase.unit.number for phase in phases}
        complete = len(self.counted | to_come) == len(self.plan.units)
        self._cues = script_of(self.plan, phases, self.lengths, opening, complete=complete)
        self._running_since = phases[0].start

    def _stop(self, at: float) -> None:
        self._ran_s = self.seconds(at)
        self._running_since = None

    def _end(self, at: float) -> SessionEnded:
        self._stop(at)
        complete = len(self.counted) == len(self.plan.units)
        self.ended = SessionEnded(at, complete)
        return self.ended
